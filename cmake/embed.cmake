# collega_embed(TARGET NAMESPACE FILE...): puts data files into the library, so that the one binary needs no folder beside it.
# For each FILE `data/skills.tsv` a function `std::string_view NAMESPACE::embedded_skills_tsv()` is defined; the module
# declares those it uses.
function(collega_embed target namespace)
  set(assembly "")
  set(source "#include <string_view>\nextern \"C\" {\n")
  set(functions "")
  set(files "")
  foreach(file ${ARGN})
    get_filename_component(path ${file} ABSOLUTE)
    get_filename_component(name ${file} NAME)
    string(MAKE_C_IDENTIFIER ${name} name)
    set(symbol collega_${target}_${name})
    string(APPEND assembly
      ".section .rodata\n.balign 16\n.global ${symbol}_begin\n.global ${symbol}_end\n"
      "${symbol}_begin:\n.incbin \"${path}\"\n${symbol}_end:\n.byte 0\n")
    string(APPEND source "extern const char ${symbol}_begin[];\nextern const char ${symbol}_end[];\n")
    string(APPEND functions
      "std::string_view embedded_${name}();\n"
      "std::string_view embedded_${name}() { return {${symbol}_begin, ${symbol}_end}; }\n")
    list(APPEND files ${path})
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",%progbits\n")
  string(APPEND source "}\nnamespace ${namespace} {\n${functions}}\n")
  set(base ${CMAKE_CURRENT_BINARY_DIR}/${target}_embedded)
  file(CONFIGURE OUTPUT ${base}.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${base}.cpp CONTENT "${source}" @ONLY)
  set_source_files_properties(${base}.S PROPERTIES OBJECT_DEPENDS "${files}")
  target_sources(${target} PRIVATE ${base}.S ${base}.cpp)
endfunction()
