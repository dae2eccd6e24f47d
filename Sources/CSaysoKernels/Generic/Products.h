// Matrix products: tiles of a few rows by one panel of outputs, kept in registers.
//
// The including file defines VECTORS (vectors in a panel), CODE_ROWS and FLOAT_ROWS (the tallest tiles whose
// sums fit in its registers), OFFSET, and `code_sums`, the loop over int8 codes.

#define PANEL (VECTORS * LANES)

/// sums = values × panel, for `height` rows of values, `stride` apart, and `depth` rows of the panel, `step`
/// apart, of which the first `vectors` vectors count.
INLINE void float_sums(const int height, const int vectors, const float *values, int64_t stride,
                       const float *panel, int64_t step, int64_t depth, floats sums[][VECTORS]) {
    UNROLL for (int r = 0; r < height; r++) {
        UNROLL for (int v = 0; v < vectors; v++) sums[r][v] = (floats){0};
    }
    for (int64_t k = 0; k < depth; k++, panel += step) {
        floats weights[VECTORS];
        UNROLL for (int v = 0; v < vectors; v++) weights[v] = load(panel + v * LANES);
        UNROLL for (int r = 0; r < height; r++) {
            floats x = splat(values[r * stride + k]);
            UNROLL for (int v = 0; v < vectors; v++) sums[r][v] += x * weights[v];
        }
    }
}

INLINE void code_tile(const int height, const sayso_linear *linear, const sayso_rows *rows, int64_t first,
                      int64_t panel, float *to, int64_t stride) {
    int64_t groups = (linear->inputs + 3) / 4;
    ints sums[CODE_ROWS][VECTORS];
    code_sums(height, rows->codes + first * rows->code_stride, rows->code_stride,
              (const int8_t *)linear->panels + panel * PANEL * groups * 4, groups, sums);

    floats scales[VECTORS], bias[VECTORS];
    UNROLL for (int v = 0; v < VECTORS; v++) {
        scales[v] = load(linear->scales + panel * PANEL + v * LANES);
        bias[v] = load(linear->bias + panel * PANEL + v * LANES);
    }
    UNROLL for (int r = 0; r < height; r++) {
        floats scale = splat(rows->scales[first + r]);
        UNROLL for (int v = 0; v < VECTORS; v++) {
            ints sum = sums[r][v];
            if (OFFSET) sum -= load_ints(linear->corrections + panel * PANEL + v * LANES);
            store(to + r * stride + v * LANES,
                  __builtin_convertvector(sum, floats) * (scale * scales[v]) + bias[v]);
        }
    }
}

INLINE void float_tile(const int height, const sayso_linear *linear, const sayso_rows *rows, int64_t first,
                       int64_t panel, float *to, int64_t stride) {
    floats sums[FLOAT_ROWS][VECTORS];
    float_sums(height, VECTORS, rows->values + first * rows->value_stride, rows->value_stride,
               (const float *)linear->panels + panel * PANEL * linear->inputs, PANEL, linear->inputs, sums);
    UNROLL for (int v = 0; v < VECTORS; v++) {
        floats bias = load(linear->bias + panel * PANEL + v * LANES);
        UNROLL for (int r = 0; r < height; r++) store(to + r * stride + v * LANES, sums[r][v] + bias);
    }
}

// A call with a constant height for each height that a tile can have.
#define CASE(LIMIT, HEIGHT, CALL)                                                                            \
    case HEIGHT: {                                                                                           \
        enum { height = HEIGHT <= LIMIT ? HEIGHT : LIMIT };                                                  \
        CALL;                                                                                                \
        break;                                                                                               \
    }
#define BY_HEIGHT(LIMIT, HEIGHT, CALL)                                                                       \
    switch (HEIGHT) {                                                                                        \
        CASE(LIMIT, 1, CALL)                                                                                 \
        CASE(LIMIT, 2, CALL)                                                                                 \
        CASE(LIMIT, 3, CALL)                                                                                 \
        CASE(LIMIT, 4, CALL)                                                                                 \
        CASE(LIMIT, 5, CALL)                                                                                 \
        CASE(LIMIT, 6, CALL)                                                                                 \
        CASE(LIMIT, 7, CALL)                                                                                 \
        CASE(LIMIT, 8, CALL)                                                                                 \
        CASE(LIMIT, 9, CALL)                                                                                 \
        CASE(LIMIT, 10, CALL)                                                                                \
        CASE(LIMIT, 11, CALL)                                                                                \
        CASE(LIMIT, 12, CALL)                                                                                \
    }

static __attribute__((noinline)) void code_tile_of(int64_t rows_in_tile, const sayso_linear *linear,
                                                   const sayso_rows *rows, int64_t first, int64_t panel,
                                                   float *to, int64_t stride) {
    BY_HEIGHT(CODE_ROWS, rows_in_tile, code_tile(height, linear, rows, first, panel, to, stride))
}

static __attribute__((noinline)) void float_tile_of(int64_t rows_in_tile, const sayso_linear *linear,
                                                    const sayso_rows *rows, int64_t first, int64_t panel,
                                                    float *to, int64_t stride) {
    BY_HEIGHT(FLOAT_ROWS, rows_in_tile, float_tile(height, linear, rows, first, panel, to, stride))
}

static __attribute__((noinline)) void gelu_tile(float *values, int64_t stride, int64_t height) {
    for (int64_t r = 0; r < height; r++) {
        UNROLL for (int v = 0; v < VECTORS; v++) {
            float *at = values + r * stride + v * LANES;
            store(at, gelu(load(at)));
        }
    }
}

/// Rows are shared out over tiles of nearly equal height, so that none is too low to fill the pipeline.
///
/// Panels are the outer loop: a panel stays in the first cache while the rows, in the second, pass by.
static void multiply(const sayso_linear *linear, const sayso_rows *rows, int64_t count,
                     const sayso_target *target) {
    bool coded = linear->scales != NULL;
    int64_t tallest = coded ? CODE_ROWS : FLOAT_ROWS;
    int64_t tiles = (count + tallest - 1) / tallest;
    if (tiles == 0) return;
    int64_t height = count / tiles, taller = count % tiles;

    int64_t panels = (linear->outputs + PANEL - 1) / PANEL;
    for (int64_t panel = 0; panel < panels; panel++) {
        int64_t column = panel * PANEL;
        float *to = target->values + column / 32 * target->block_stride + column % 32;
        int64_t first = 0;
        for (int64_t tile = 0; tile < tiles; tile++) {
            int64_t here = height + (tile < taller);
            float *start = to + first * target->row_stride;
            if (coded) {
                code_tile_of(here, linear, rows, first, panel, start, target->row_stride);
            } else {
                float_tile_of(here, linear, rows, first, panel, start, target->row_stride);
            }
            if (target->gelu) gelu_tile(start, target->row_stride, here);
            first += here;
        }
    }
}
