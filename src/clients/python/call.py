"""Calls the service through the client that is made from its description."""

import sys

service, made = sys.argv[1:]
sys.path.insert(0, made)

import werkgraaf_client as werkgraaf  # noqa: E402


def expect(called, holds, seen):
    if not holds:
        sys.exit(f"{called}: {seen}")
    print(f"{called}: {seen}")


with werkgraaf.ApiClient(werkgraaf.Configuration(host=service)) as client:
    found = werkgraaf.SearchApi(client).search(q="keylogging", size=3, facets="type", lang="en")
    ids = [hit.id for hit in found.hits]
    expect("search", "technique/keylogging" in ids and found.facets["type"], ids)

    thing = werkgraaf.EntitiesApi(client).entity("technique", "keylogging", lang="en")
    expect("entity", thing.id == "technique/keylogging" and thing.label == "Keystroke logging", thing.label)

    risks = werkgraaf.QuestionsApi(client).question_risks_of_technique(
        technique="technique/keylogging", size=5, lang="en"
    )
    first = risks.rows[0].risk.id
    expect("question", len(risks.rows) == 5 and first.startswith("risk/"), first)

    check = werkgraaf.CheckApi(client).assess(
        technique=["technique/keylogging"], jurisdiction="nl", persons=60, lang="en"
    )
    states = sorted({outcome.state for outcome in check.outcomes})
    expect("check", len(check.outcomes) > 5 and len(states) > 1, states)

    try:
        werkgraaf.EntitiesApi(client).entity("technique", "no-such-technique")
        sys.exit("refusal: a thing that is not there was found")
    except werkgraaf.ApiException as refused:
        expect("refusal", refused.status == 404 and refused.data.status == 404, refused.data.title)
