/* number.h: what the marks inside a number say: which is the decimal mark and which one groups, and how the same number is written in
 * another locale. Knows nothing of what stands around it. */
#ifndef MTL_NUMBER_H
#define MTL_NUMBER_H

#include "lang/locale.h"

typedef enum mtl_number_shape {
    MTL_NUMBER_PLAIN,   /* no marks, or such as no quantity has: 2024, 10:30, 24.12.2024, 3.11.7, 192.168.100.200 */
    MTL_NUMBER_DECIMAL, /* 3.5, 0,125, 1500.50 */
    MTL_NUMBER_OPEN,    /* 1.500: either mark could be meant; read here as one that groups */
    MTL_NUMBER_GROUPED, /* 1.234.567 */
    MTL_NUMBER_FULL     /* 1.234,56 */
} mtl_number_shape;

typedef struct mtl_number {
    mtl_number_shape shape;
    uint32_t length;  /* bytes of the number at the head of what was read: 3 of "3.5km" */
    uint32_t whole;   /* digits before the decimal mark */
    char decimal;     /* '.' or ','; 0 where the shape is plain. Where only a mark of groups stands there: the other one */
    bool round, fine; /* its last three digits are zeros; its last one is none */
} mtl_number;

/* Reads the digits, full stops and commas at the head of FORM. */
mtl_number mtl_number_read(mtl_str form);
/* NUMBER, the head of FORM, with the marks of FIGURES. */
mtl_str mtl_number_write(mtl_str form, const mtl_number *number, const mtl_figures *figures, mtl_arena *arena);

#endif
