// How fast this machine can multiply int8 at all.

#ifndef CPEAK_H
#define CPEAK_H

#include <stdint.h>

/// Runs `rounds` rounds of independent dot products that touch nothing but registers, with the best
/// instruction for them that the machine has, and returns how many multiplications with addition that was; 0
/// where it has none.
int64_t peak_multiplications(int64_t rounds);

#endif
