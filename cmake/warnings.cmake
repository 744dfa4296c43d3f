add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Werror)
if(COLLEGA_SANITIZE)
  add_compile_options(-fsanitize=${COLLEGA_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  # What the sanitizers add to a function keeps GCC from seeing that a boost::optional is looked at only when it is full.
  add_compile_options(-Wno-error=maybe-uninitialized)
  if(COLLEGA_SANITIZE STREQUAL "thread")
    # Boost.Asio's fences are none that the thread sanitizer knows; what they order is also ordered by its locks.
    add_compile_options(-Wno-error=tsan)
  endif()
  add_link_options(-fsanitize=${COLLEGA_SANITIZE})
endif()
if(COLLEGA_FUZZ)
  # g++ is the compiler whose warnings count; clang has others.
  add_compile_options(-fsanitize=fuzzer-no-link -Wno-error)
endif()
