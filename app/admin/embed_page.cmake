# Writes the files of the admin page into a C++ file: cmake -DOUT=page_files.cpp -DFOLDER=page -P this.
# Bytes become character literals, so that no content can end a string early.
file(GLOB names RELATIVE ${FOLDER} ${FOLDER}/*)
list(SORT names)
set(arrays "")
set(rows "")
set(number 0)
foreach(name ${names})
  file(READ ${FOLDER}/${name} hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR bytes "${digits} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," literals "${hex}")
  string(APPEND arrays "constexpr char kFile${number}[] = {${literals}'\\0'};\n")
  string(APPEND rows "    {\"${name}\", {kFile${number}, ${bytes}}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUT}.tmp "// Made by app/admin/embed_page.cmake of app/admin/page/.
#include \"app/admin/page_files.h\"

namespace khabar {
namespace {

${arrays}
constexpr PageFile kFiles[] = {
${rows}};

}  // namespace

std::span<const PageFile> page_files() { return kFiles; }

}  // namespace khabar
")
file(RENAME ${OUT}.tmp ${OUT})
