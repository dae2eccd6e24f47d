// x86-64 with AVX-512 and its neural network instructions: Intel since Ice Lake's servers, AMD since Zen 4.

#if defined(__x86_64__)

#include "InstructionSets.h"

#define TABLE sayso_avx512_vnni
#define LANES 16
#define VECTORS 2
#define CODE_ROWS 12
#define FLOAT_ROWS 12
// the dot product takes unsigned codes; the sums are corrected for it
#define OFFSET 128

#define FEATURES "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma"
#pragma clang attribute push(__attribute__((target(FEATURES))), apply_to = function)

#include "Generic/Vector.h"

#include "Generic/Sums512.h"

#include "Generic/Products.h"
#include "Generic/Kernels.h"

#pragma clang attribute pop

#else

typedef int sayso_no_avx512_here;

#endif
