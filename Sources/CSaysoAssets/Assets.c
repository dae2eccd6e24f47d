#include "CSaysoAssets.h"

#if !defined(__has_embed)
#error "this compiler has no #embed: Swift 6.1 or later brings one that does"
#endif

// #embed came to C with C23; the compiler has it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char openapi[] = {
#embed "../../Docs/openapi.json"
};
static const unsigned char style[] = {
#embed "Assets/sayso.css"
};
static const unsigned char script[] = {
#embed "Assets/sayso.js"
};
static const unsigned char icon[] = {
#embed "Assets/sayso.svg"
};
static const unsigned char page[] = {
#embed "Templates/page.mustache"
};
static const unsigned char problem[] = {
#embed "Templates/problem.mustache"
};
static const unsigned char search[] = {
#embed "Templates/search.mustache"
};
static const unsigned char article[] = {
#embed "Templates/article.mustache"
};
static const unsigned char statement[] = {
#embed "Templates/statement.mustache"
};
static const unsigned char revisions[] = {
#embed "Templates/revisions.mustache"
};
static const unsigned char cluster[] = {
#embed "Templates/cluster.mustache"
};
static const unsigned char segments[] = {
#embed "Templates/segments.mustache"
};
static const unsigned char words[] = {
#embed "Templates/words.mustache"
};

static const struct sayso_asset assets[] = {
    {"openapi.json", openapi, sizeof openapi},
    {"sayso.css", style, sizeof style},
    {"sayso.js", script, sizeof script},
    {"sayso.svg", icon, sizeof icon},
    {"page.mustache", page, sizeof page},
    {"problem.mustache", problem, sizeof problem},
    {"search.mustache", search, sizeof search},
    {"words.mustache", words, sizeof words},
    {"segments.mustache", segments, sizeof segments},
    {"cluster.mustache", cluster, sizeof cluster},
    {"revisions.mustache", revisions, sizeof revisions},
    {"statement.mustache", statement, sizeof statement},
    {"article.mustache", article, sizeof article},
};

const struct sayso_asset *sayso_asset_at(size_t number) {
    return number < sizeof assets / sizeof assets[0] ? &assets[number] : NULL;
}
