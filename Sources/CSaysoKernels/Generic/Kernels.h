// All of one instruction set's functions, as a table called TABLE.

#include "Attention.h"
#include "Rows.h"

#ifndef MULTIPLY
#define MULTIPLY multiply
#endif

const sayso_kernels TABLE = {
    .panel = PANEL,
    .offset = OFFSET,
    .multiply = MULTIPLY,
    .quantise = quantise,
    .add_and_normalise = add_and_normalise,
    .embed = embed,
    .attend = attend,
    .point = point,
};
