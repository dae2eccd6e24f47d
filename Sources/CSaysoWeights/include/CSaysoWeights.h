// The model that is built into the binary.

#ifndef CSAYSO_WEIGHTS_H
#define CSAYSO_WEIGHTS_H

#include <stddef.h>

/// The bytes of the embedded safetensors file, aligned to 64.
const void *_Nonnull sayso_embedded_model(void);

/// How many bytes there are.
size_t sayso_embedded_model_size(void);

#endif
