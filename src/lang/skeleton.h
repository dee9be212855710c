/* skeleton.h: what stays of a name from Cyrillic or the like, however a language spells its sounds: Sergey, Sergej and Sergei; Lavrov and
 * Lawrow; Yermak and Jermak; Zelensky and Selenskyj have one skeleton each. */
#ifndef MTL_SKELETON_H
#define MTL_SKELETON_H

#include "base/arena.h"
#include "base/str.h"

/* The skeleton of a FOLDED name: letters a to z, and what it has of other bytes. It is no spelling, only for comparing. */
mtl_str mtl_skeleton(mtl_str folded, mtl_arena *arena);

#endif
