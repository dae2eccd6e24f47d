// Attention within one window, and the pointers' scores: products of activations with activations, in float.

/// Lays rows out as panels: for each panel, for each of the row's values, that value of the panel's rows.
INLINE void pack_rows(const float *rows, int64_t stride, int64_t width, int64_t count, float *panels) {
    for (int64_t first = 0; first < count; first += PANEL, panels += PANEL * width) {
        int64_t here = count - first < PANEL ? count - first : PANEL;
        for (int64_t r = 0; r < here; r++) {
            const float *row = rows + (first + r) * stride;
            for (int64_t i = 0; i < width; i++) panels[i * PANEL + r] = row[i];
        }
        for (int64_t r = here; r < PANEL; r++) {
            for (int64_t i = 0; i < width; i++) panels[i * PANEL + r] = 0;
        }
    }
}

/// The scores of `height` queries against the first `vectors` vectors of a panel of keys.
INLINE void score_panel(const int height, const int vectors, const float *queries, int64_t stride,
                        int64_t width, const float *panel, int64_t columns, float *scores) {
    floats sums[FLOAT_ROWS][VECTORS];
    float_sums(height, vectors, queries, stride, panel, PANEL, width, sums);
    UNROLL for (int r = 0; r < height; r++) {
        UNROLL for (int v = 0; v < vectors; v++) store(scores + r * columns + v * LANES, sums[r][v]);
    }
}

/// scores = queries × panels, for `height` queries; a row of scores takes `columns`, a whole number of
/// vectors.
INLINE void score_tile(const int height, const float *queries, int64_t stride, int64_t width,
                       const float *panels, int64_t columns, float *scores) {
    int64_t column = 0;
    for (; column + PANEL <= columns; column += PANEL) {
        score_panel(height, VECTORS, queries, stride, width, panels + column * width, columns,
                    scores + column);
    }
    for (const float *panel = panels + column * width; column < columns; column += LANES, panel += LANES) {
        score_panel(height, 1, queries, stride, width, panel, columns, scores + column);
    }
}

/// Turns a row of scores into weights that are not yet divided by their sum, which is returned.
///
/// The row has `columns` places, of which `count` are real; the others become zero.
INLINE float soften(float *scores, int64_t count, int64_t columns) {
    for (int64_t i = count; i < columns; i++) scores[i] = -__builtin_inff();
    floats highest = load(scores);
    for (int64_t i = LANES; i < columns; i += LANES) highest = larger(highest, load(scores + i));
    // 1 / √32 for the width of a head, and the base changes to two
    floats factor = splat(0.17677669529663687f * 1.4426950408889634f);
    floats top = splat(max_of(highest)) * factor;
    floats total = {0};
    for (int64_t i = 0; i < columns; i += LANES) {
        floats weight = power_of_two(load(scores + i) * factor - top);
        total += weight;
        store(scores + i, weight);
    }
    return sum_of(total);
}

/// One head's context for `height` queries.
INLINE void attend_tile(const int height, const float *queries, const float *panels, const float *values,
                        int64_t count, int64_t columns, float *scores, float *context, int64_t stride) {
    score_tile(height, queries, SAYSO_HEAD_WIDTH, SAYSO_HEAD_WIDTH, panels, columns, scores);
    float totals[FLOAT_ROWS];
    for (int r = 0; r < height; r++) totals[r] = 1.0f / soften(scores + r * columns, count, columns);
    for (int64_t column = 0; column < SAYSO_HEAD_WIDTH; column += PANEL) {
        floats sums[FLOAT_ROWS][VECTORS];
        float_sums(height, VECTORS, scores, columns, values + column, SAYSO_HEAD_WIDTH, count, sums);
        UNROLL for (int r = 0; r < height; r++) {
            UNROLL for (int v = 0; v < VECTORS; v++) {
                store(context + r * stride + column + v * LANES, sums[r][v] * totals[r]);
            }
        }
    }
}

static __attribute__((noinline)) void attend_tile_of(int64_t rows_in_tile, const float *queries,
                                                     const float *panels, const float *values, int64_t count,
                                                     int64_t columns, float *scores, float *context,
                                                     int64_t stride) {
    BY_HEIGHT(FLOAT_ROWS, rows_in_tile,
              attend_tile(height, queries, panels, values, count, columns, scores, context, stride))
}

static void attend(const float *blocks, int64_t block_stride, int64_t heads, int64_t count, float *context,
                   int64_t context_stride, float *scratch) {
    int64_t columns = (count + LANES - 1) / LANES * LANES;
    float *scores = scratch, *panels = scratch + FLOAT_ROWS * columns;
    int64_t tiles = (count + FLOAT_ROWS - 1) / FLOAT_ROWS;
    for (int64_t head = 0; head < heads; head++) {
        const float *queries = blocks + head * block_stride;
        const float *keys = blocks + (heads + head) * block_stride;
        const float *values = blocks + (2 * heads + head) * block_stride;
        pack_rows(keys, SAYSO_HEAD_WIDTH, SAYSO_HEAD_WIDTH, count, panels);
        int64_t first = 0;
        for (int64_t tile = 0; tile < tiles; tile++) {
            int64_t height = count / tiles + (tile < count % tiles);
            attend_tile_of(height, queries + first * SAYSO_HEAD_WIDTH, panels, values, count, columns, scores,
                           context + first * context_stride + head * SAYSO_HEAD_WIDTH, context_stride);
            first += height;
        }
    }
}

static __attribute__((noinline)) void score_tile_of(int64_t rows_in_tile, const float *queries,
                                                    int64_t stride, int64_t width, const float *panels, int64_t columns,
                                                    float *scores) {
    BY_HEIGHT(FLOAT_ROWS, rows_in_tile, score_tile(height, queries, stride, width, panels, columns, scores))
}

static void point(const float *queries, const float *keys, int64_t stride, int64_t width, int64_t count,
                  float *scores, float *scratch) {
    float scale = 1.0f / __builtin_elementwise_sqrt((float)width);
    int64_t columns = (count + LANES - 1) / LANES * LANES;
    float *tile = scratch, *panels = scratch + FLOAT_ROWS * columns;
    pack_rows(keys, stride, width, count, panels);
    for (int64_t first = 0; first < count; first += FLOAT_ROWS) {
        int64_t height = count - first < FLOAT_ROWS ? count - first : FLOAT_ROWS;
        score_tile_of(height, queries + first * stride, stride, width, panels, columns, tile);
        for (int64_t r = 0; r < height; r++) {
            float *row = scores + (first + r) * count;
            for (int64_t j = 0; j < count; j++) row[j] = tile[r * columns + j] * scale;
        }
    }
}
