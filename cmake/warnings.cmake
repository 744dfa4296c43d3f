add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Werror)
if(COLLEGA_SANITIZE)
  add_compile_options(-fsanitize=${COLLEGA_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${COLLEGA_SANITIZE})
endif()
if(COLLEGA_FUZZ)
  # g++ is the compiler whose warnings count; clang has others.
  add_compile_options(-fsanitize=fuzzer-no-link -Wno-error)
endif()
