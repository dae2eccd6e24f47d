// The inner loops of the encoder, written once in C and compiled for several instruction sets.
//
// Every kernel does the same arithmetic. Products of int8 weights and int8 activations are summed in exact
// 32-bit integers, so they agree to the bit; the float parts agree to rounding.

#ifndef CSAYSO_KERNELS_H
#define CSAYSO_KERNELS_H

#include <stdbool.h>
#include <stdint.h>

#if __has_feature(nullability)
#pragma clang assume_nonnull begin
#endif

/// The instruction sets that have kernels, from the plainest up.
enum {
    SAYSO_PORTABLE = 0,
    SAYSO_AVX2 = 1,
    SAYSO_AVX_VNNI = 2,
    SAYSO_AVX512_VNNI = 3,
    SAYSO_AMX = 4,
    SAYSO_NEON_DOT = 5,
};

/// The width of an attention head. The kernels know no other.
enum { SAYSO_HEAD_WIDTH = 32 };

/// A linear layer whose weights lie as one instruction set wants them; see `sayso_pack_codes`.
typedef struct {
    int64_t inputs;
    int64_t outputs;
    /// Packed weights: int8, or float where `scales` is null.
    const void *panels;
    /// What one step of a weight is worth, per output, padded to whole panels; null for float weights.
    const float *_Nullable scales;
    /// Padded to whole panels.
    const float *bias;
    /// What the activations' offset adds to each output's sum; null for float weights.
    const int32_t *_Nullable corrections;
} sayso_linear;

/// Rows of activations, as floats, as int8 codes with a scale per row, or both.
typedef struct {
    const float *_Nullable values;
    int64_t value_stride;
    const uint8_t *_Nullable codes;
    int64_t code_stride;
    const float *_Nullable scales;
} sayso_rows;

/// Where a product goes: output `c` of row `r` is at `r * row_stride + c / 32 * block_stride + c % 32`.
///
/// With a block stride of 32 that is a plain matrix. Rows must have room for whole panels.
typedef struct {
    float *values;
    int64_t row_stride;
    int64_t block_stride;
    /// Whether GELU follows.
    bool gelu;
} sayso_target;

/// The scale and shift of a layer normalisation.
typedef struct {
    const float *weight;
    const float *bias;
} sayso_norm;

/// Where rows go as codes; `codes` is null where nobody wants them.
typedef struct {
    uint8_t *_Nullable codes;
    int64_t code_stride;
    float *_Nullable scales;
} sayso_codes;

/// The tables that a wordpiece's first vector is summed from.
typedef struct {
    /// A row per wordpiece: int8, or float where `word_scales` is null. Need not be aligned.
    const void *words;
    const float *_Nullable word_scales;
    const float *positions;
    const float *shapes;
    const float *quotations;
} sayso_embeddings;

/// The functions of one instruction set.
///
/// Widths are multiples of 32, and pointers need no alignment beyond their type's.
typedef struct {
    /// Outputs in one panel of packed weights.
    int32_t panel;
    /// What is added to an activation's code before it is stored.
    int32_t offset;

    /// target = rows × weights + bias
    void (*multiply)(const sayso_linear *linear, const sayso_rows *rows, int64_t count,
                     const sayso_target *target);

    /// Codes of plain rows: `round(x / scale)`, where the scale takes the row's largest value to 127.
    void (*quantise)(const float *values, int64_t stride, int64_t width, int64_t count,
                     const sayso_codes *codes);

    /// values = norm(values + added), and their codes.
    void (*add_and_normalise)(float *values, const float *added, int64_t width, int64_t count,
                              const sayso_norm *norm, const sayso_codes *codes);

    /// values = norm(word + position + shape + quotation), and their codes. Indices must be in range.
    void (*embed)(const sayso_embeddings *tables, const int32_t *words, const uint8_t *shapes,
                  const uint8_t *quotations, int64_t width, int64_t count, float *values,
                  const sayso_norm *norm, const sayso_codes *codes);

    /// Attention of `count` rows to each other, head by head. `blocks` holds `3 * heads` blocks (queries,
    /// keys, values) of rows of 32, `block_stride` apart; `context` gets the heads side by side. `scratch`
    /// has room for `sayso_attention_scratch(count)` floats.
    void (*attend)(const float *blocks, int64_t block_stride, int64_t heads, int64_t count, float *context,
                   int64_t context_stride, float *scratch);

    /// scores[i * count + j] = dot(queries[i], keys[j]) / √width. `scratch` has room for
    /// `sayso_pointer_scratch(count, width)` floats.
    void (*point)(const float *queries, const float *keys, int64_t stride, int64_t width, int64_t count,
                  float *scores, float *scratch);
} sayso_kernels;

/// The functions for an instruction set, or null where this machine can't run it.
const sayso_kernels *_Nullable sayso_kernels_for(int32_t instruction_set);

/// The floats of scratch that attention over `count` rows needs.
int64_t sayso_attention_scratch(int64_t count);

/// The floats of scratch that pointers over `count` rows need.
int64_t sayso_pointer_scratch(int64_t count, int64_t width);

/// Packs a row-major `outputs` × `inputs` matrix of int8 weights into panels: for each panel, for each four
/// inputs, for each output of the panel, the four weights. What is missing at the edges is zero.
///
/// `panels` has room for `outputs` rounded up to `panel`, times `inputs` rounded up to 4; `corrections` for
/// `outputs` rounded up to `panel`.
void sayso_pack_codes(const void *weights, int64_t outputs, int64_t inputs, int32_t panel, int32_t offset,
                      int8_t *panels, int32_t *corrections);

/// Packs a row-major `outputs` × `inputs` matrix of floats, which need not be aligned, into panels: for each
/// panel, for each input, the weights of the panel's outputs.
void sayso_pack_floats(const void *weights, int64_t outputs, int64_t inputs, int32_t panel, float *panels);

#if __has_feature(nullability)
#pragma clang assume_nonnull end
#endif

#endif
