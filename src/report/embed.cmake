# embed.cmake: turns the file IN into C source OUT that defines "const mtl_str NAME" with its bytes.
#
#     cmake -DIN=page.css -DOUT=page_css.c -DNAME=mtl_page_css -P embed.cmake
#
# Character constants, not numbers: whether char is signed is the machine's affair.
cmake_minimum_required(VERSION 3.25)
file(READ "${IN}" hex HEX)
string(LENGTH "${hex}" digits)
math(EXPR bytes "${digits} / 2")
string(REPEAT "." 36 line)
string(REGEX REPLACE "(${line})" "\\1\n" hex "${hex}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," list "${hex}")
get_filename_component(file "${IN}" NAME)
file(WRITE "${OUT}" "/* Made from ${file} by embed.cmake. */
#include \"report/page.h\"

static const char bytes[] = {
${list}};

const mtl_str ${NAME} = {bytes, ${bytes}};
")
