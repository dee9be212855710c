# embed.cmake: turns the file IN into C source OUT that defines "const mtl_str NAME" with its bytes, and "NAME_sha256" with their hash in
# base64, as a content security policy names it.
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

# Three bytes are four digits; of a hash the last two bytes are three and a "=".
file(SHA256 "${IN}" hash)
set(digits_64 "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
set(base64)
foreach(at RANGE 0 60 6)
    string(SUBSTRING "${hash}00" ${at} 6 three)
    foreach(shift IN ITEMS 18 12 6 0)
        math(EXPR digit "0x${three} >> ${shift} & 63")
        string(SUBSTRING "${digits_64}" ${digit} 1 digit)
        string(APPEND base64 "${digit}")
    endforeach()
endforeach()
string(REGEX REPLACE ".$" "=" base64 "${base64}")

get_filename_component(file "${IN}" NAME)
file(WRITE "${OUT}" "/* Made from ${file} by embed.cmake. */
#include \"report/page.h\"

static const char bytes[] = {
${list}};

const mtl_str ${NAME} = {bytes, ${bytes}}, ${NAME}_sha256 = {\"${base64}\", 44};
")
