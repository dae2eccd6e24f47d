#include "CSaysoWeights.h"

#if !defined(__has_embed)
#error "this compiler has no #embed: Swift 6.1 or later brings one that does"
#elif __has_embed("model.safetensors") != __STDC_EMBED_FOUND__
#error "Sources/CSaysoWeights/model.safetensors is missing or empty: see Training/README.md"
#endif

// #embed came to C with C23; the compiler has it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

// The kernels read weights in place, a cache line at a time.
_Alignas(64) static const unsigned char model[] = {
#embed "model.safetensors"
};

const void *sayso_embedded_model(void) { return model; }

size_t sayso_embedded_model_size(void) { return sizeof model; }
