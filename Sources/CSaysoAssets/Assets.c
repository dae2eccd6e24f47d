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
static const unsigned char speakers[] = {
#embed "Templates/speakers.mustache"
};
static const unsigned char person[] = {
#embed "Templates/person.mustache"
};
static const unsigned char said_page[] = {
#embed "Templates/said.mustache"
};
static const unsigned char timeline[] = {
#embed "Templates/timeline.mustache"
};
static const unsigned char settle[] = {
#embed "Templates/settle.mustache"
};
static const unsigned char settle_done[] = {
#embed "Templates/settle-done.mustache"
};
static const unsigned char settle_side[] = {
#embed "Templates/settle-side.mustache"
};
static const unsigned char settle_speaker[] = {
#embed "Templates/settle-speaker.mustache"
};
static const unsigned char outlet_boxes[] = {
#embed "Templates/outlet-boxes.mustache"
};
static const unsigned char audit[] = {
#embed "Templates/audit.mustache"
};
static const unsigned char stories[] = {
#embed "Templates/stories.mustache"
};
static const unsigned char add_page[] = {
#embed "Templates/add.mustache"
};
static const unsigned char adding[] = {
#embed "Templates/adding.mustache"
};
static const unsigned char people_style[] = {
#embed "Assets/people.css"
};
static const unsigned char people_script[] = {
#embed "Assets/people.js"
};
static const unsigned char add_script[] = {
#embed "Assets/add.js"
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
    {"speakers.mustache", speakers, sizeof speakers},
    {"person.mustache", person, sizeof person},
    {"said.mustache", said_page, sizeof said_page},
    {"timeline.mustache", timeline, sizeof timeline},
    {"settle.mustache", settle, sizeof settle},
    {"settle-done.mustache", settle_done, sizeof settle_done},
    {"settle-side.mustache", settle_side, sizeof settle_side},
    {"settle-speaker.mustache", settle_speaker, sizeof settle_speaker},
    {"outlet-boxes.mustache", outlet_boxes, sizeof outlet_boxes},
    {"audit.mustache", audit, sizeof audit},
    {"stories.mustache", stories, sizeof stories},
    {"add.mustache", add_page, sizeof add_page},
    {"adding.mustache", adding, sizeof adding},
    {"people.css", people_style, sizeof people_style},
    {"people.js", people_script, sizeof people_script},
    {"add.js", add_script, sizeof add_script},
};

const struct sayso_asset *sayso_asset_at(size_t number) {
    return number < sizeof assets / sizeof assets[0] ? &assets[number] : NULL;
}
