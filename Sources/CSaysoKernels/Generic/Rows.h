// What is done to one row after another: quantisation, layer normalisation, the sum of embeddings.

/// One row to codes. The scale takes the row's largest magnitude to 127.
INLINE void row_to_codes(const float *values, int64_t width, float largest, const sayso_codes *codes,
                         int64_t row) {
    codes->scales[row] = largest / 127.0f;
    uint8_t *to = codes->codes + row * codes->code_stride;
    floats steps = splat(largest > 0 ? 127.0f / largest : 0);
    for (int64_t i = 0; i < width; i += LANES) {
        ints rounded = (ints)(load(values + i) * steps + ROUNDER) + OFFSET;
        bytes narrow = __builtin_convertvector(rounded, bytes);
        memcpy(to + i, &narrow, sizeof narrow);
    }
}

static void quantise(const float *values, int64_t stride, int64_t width, int64_t count,
                     const sayso_codes *codes) {
    for (int64_t r = 0; r < count; r++, values += stride) {
        floats largest = {0};
        for (int64_t i = 0; i < width; i += LANES) largest = larger(largest, magnitude(load(values + i)));
        row_to_codes(values, width, max_of(largest), codes, r);
    }
}

/// Normalises the row in place. `total` is the vector of partial sums of its values.
INLINE void normalise_row(float *values, int64_t width, floats total, const sayso_norm *norm,
                          const sayso_codes *codes, int64_t row) {
    floats mean = splat(sum_of(total) / (float)width);
    floats squares = {0};
    for (int64_t i = 0; i < width; i += LANES) {
        floats centred = load(values + i) - mean;
        squares += centred * centred;
    }
    floats inverse = splat(1.0f / __builtin_elementwise_sqrt(sum_of(squares) / (float)width + 1e-12f));
    floats largest = {0};
    for (int64_t i = 0; i < width; i += LANES) {
        floats x = (load(values + i) - mean) * inverse * load(norm->weight + i) + load(norm->bias + i);
        largest = larger(largest, magnitude(x));
        store(values + i, x);
    }
    if (codes->codes == NULL) return;
    row_to_codes(values, width, max_of(largest), codes, row);
}

static void add_and_normalise(float *values, const float *added, int64_t width, int64_t count,
                              const sayso_norm *norm, const sayso_codes *codes) {
    for (int64_t r = 0; r < count; r++, values += width, added += width) {
        floats total = {0};
        for (int64_t i = 0; i < width; i += LANES) {
            floats x = load(values + i) + load(added + i);
            total += x;
            store(values + i, x);
        }
        normalise_row(values, width, total, norm, codes, r);
    }
}

static void embed(const sayso_embeddings *tables, const int32_t *words, const uint8_t *shapes,
                  const uint8_t *quotations, int64_t width, int64_t count, float *values,
                  const sayso_norm *norm, const sayso_codes *codes) {
    for (int64_t r = 0; r < count; r++, values += width) {
        const float *position = tables->positions + r * width;
        const float *shape = tables->shapes + shapes[r] * width;
        const float *quotation = tables->quotations + quotations[r] * width;
        floats total = {0};
        for (int64_t i = 0; i < width; i += LANES) {
            int64_t at = words[r] * width + i;
            floats word;
            if (tables->word_scales != NULL) {
                bytes narrow;
                memcpy(&narrow, (const int8_t *)tables->words + at, sizeof narrow);
                word = __builtin_convertvector(narrow, floats) * tables->word_scales[words[r]];
            } else {
                memcpy(&word, (const char *)tables->words + at * (int64_t)sizeof(float), sizeof word);
            }
            floats x = word + load(position + i) + load(shape + i) + load(quotation + i);
            total += x;
            store(values + i, x);
        }
        normalise_row(values, width, total, norm, codes, r);
    }
}
