#include "CSaysoKernels.h"

#include <string.h>

// The widest panel of any instruction set.
enum { WIDEST_PANEL = 32, TALLEST_TILE = 12 };

static int64_t rounded_up(int64_t value, int64_t multiple) {
    return (value + multiple - 1) / multiple * multiple;
}

int64_t sayso_attention_scratch(int64_t count) {
    return (SAYSO_HEAD_WIDTH + TALLEST_TILE) * rounded_up(count, WIDEST_PANEL);
}

int64_t sayso_pointer_scratch(int64_t count, int64_t width) {
    return (width + TALLEST_TILE) * rounded_up(count, WIDEST_PANEL);
}

void sayso_pack_codes(const void *weights, int64_t outputs, int64_t inputs, int32_t panel, int32_t offset,
                      int8_t *panels, int32_t *corrections) {
    const int8_t *rows = weights;
    int64_t groups = rounded_up(inputs, 4) / 4;
    int64_t columns = rounded_up(outputs, panel);
    for (int64_t column = 0; column < columns; column++) {
        int8_t *to = panels + column / panel * panel * groups * 4 + column % panel * 4;
        int32_t sum = 0;
        for (int64_t group = 0; group < groups; group++, to += 4 * panel) {
            for (int64_t i = 0; i < 4; i++) {
                int64_t input = 4 * group + i;
                int8_t weight = column < outputs && input < inputs ? rows[column * inputs + input] : 0;
                to[i] = weight;
                sum += weight;
            }
        }
        corrections[column] = sum * offset;
    }
}

void sayso_pack_floats(const void *weights, int64_t outputs, int64_t inputs, int32_t panel, float *panels) {
    const char *bytes = weights;
    int64_t columns = rounded_up(outputs, panel);
    for (int64_t column = 0; column < columns; column++) {
        float *to = panels + column / panel * panel * inputs + column % panel;
        for (int64_t input = 0; input < inputs; input++, to += panel) {
            *to = 0;
            if (column < outputs) {
                memcpy(to, bytes + (column * inputs + input) * (int64_t)sizeof(float), sizeof(float));
            }
        }
    }
}
