package org.werkgraaf.web.check;

/** Parts of a real answer, for the description of the API: keystroke logging in the Netherlands, for employees, with 80 persons. */
final class CheckExamples {
    static final String JSON = """
            {
              "on": "2026-11-29",
              "lang": "en",
              "given": {
                "jurisdiction": [
                  "jurisdiction/nl"
                ],
                "persons": [
                  "80"
                ],
                "role": [
                  "role/employer"
                ],
                "status": [
                  "worker-status/employee"
                ],
                "technique": [
                  "technique/keylogging"
                ]
              },
              "assumed": [
                "role"
              ],
              "complete": false,
              "incomplete": [
                "facts",
                "coverage"
              ],
              "territory": {
                "jurisdiction": "jurisdiction/nl",
                "covered": true,
                "text": "Netherlands, its own law:"
              },
              "coverage": [
                {
                  "jurisdiction": "jurisdiction/nl",
                  "topic": "topic/consultation",
                  "label": "Consultation",
                  "level": "covered",
                  "levelLabel": "Covered",
                  "since": "2018-05-25",
                  "checkedOn": "2026-11-29"
                },
                {
                  "jurisdiction": "jurisdiction/nl",
                  "topic": "topic/e-mail-and-internet",
                  "label": "E-mail and internet",
                  "level": "partly-covered",
                  "levelLabel": "Partly covered",
                  "since": "2018-05-25",
                  "checkedOn": "2026-11-29"
                }
              ],
              "outcomes": [
                {
                  "norm": "obligation/establish-works-council",
                  "kind": "Obligation",
                  "state": "applies",
                  "part": "during",
                  "label": "Have a works council",
                  "summary": "Duty to have a works council in an undertaking in which as a rule at least fifty people work, and to set one up where there is none.",
                  "provisions": [
                    "provision/wor-art-2"
                  ],
                  "dutyHolder": [
                    "role/employer"
                  ],
                  "protects": [
                    "worker-status/employee"
                  ],
                  "when": "During use",
                  "phase": "phase/during-use",
                  "reasons": [
                    {
                      "criterion": "persons",
                      "asked": "at least 50 persons (Persons working in the undertaking)",
                      "given": "80",
                      "holds": true,
                      "because": "",
                      "passage": "passage/wor-text-art-2",
                      "verification": "primary"
                    }
                  ],
                  "missing": [],
                  "exceptions": [
                    {
                      "exception": "exception/works-council-exemption",
                      "holds": null,
                      "claimed": false,
                      "provision": "provision/wor-art-5",
                      "missing": [
                        "fact=council-exemption"
                      ]
                    }
                  ],
                  "from": "1971-04-01",
                  "until": null
                }
              ],
              "changes": [
                {
                  "parameter": "persons",
                  "value": "49",
                  "condition": "With 49 persons or fewer",
                  "effects": {
                    "depends": [
                      "obligation/ask-staff-advice",
                      "obligation/establish-staff-representation",
                      "obligation/staff-meeting"
                    ],
                    "does-not-apply": [
                      "obligation/establish-works-council"
                    ]
                  },
                  "link": "/check?jurisdiction=nl&lang=en&on=2026-11-29&persons=49&status=employee&technique=keylogging"
                }
              ],
              "next": {
                "parameter": "worksCouncil",
                "question": "Is there a works council?",
                "values": [
                  "yes",
                  "no"
                ],
                "norms": 6
              },
              "passages": {
                "passage/wor-text-art-2": {
                  "source": "source/wor-text",
                  "section": "Article 2(1)",
                  "verification": "primary"
                }
              },
              "sources": {
                "source/wor-text": {
                  "label": "Works Councils Act (Netherlands), text of 18 February 2023",
                  "webPage": "https://wetten.overheid.nl/BWBR0002747/2023-02-18"
                }
              },
              "labels": {
                "provision/wor-art-2": "Art. 2 WOR",
                "role/employer": "Employer",
                "technique/keylogging": "Keystroke logging"
              },
              "riskClasses": {},
              "otherLaw": [],
              "questions": [],
              "cases": [],
              "gaps": [],
              "links": {},
              "release": "2026-11-29-a6876922"
            }""";

    static final String JSONLD = """
            {
              "@id": "check:obligation.establish-works-council",
              "@type": "wg:NormOutcome",
              "wg:appliesFrom": {
                "@value": "1971-04-01",
                "@type": "xsd:date"
              },
              "wg:checkState": "applies",
              "wg:checkedNorm": {
                "@id": "https://w3id.org/werkgraaf/id/obligation/establish-works-council"
              },
              "wg:laidDownIn": {
                "@id": "https://w3id.org/werkgraaf/id/provision/wor-art-2"
              },
              "@context": {
                "wg": "https://w3id.org/werkgraaf/ontology#",
                "xsd": "http://www.w3.org/2001/XMLSchema#",
                "check": "https://werkgraaf.example/check?jurisdiction=nl&lang=en&on=2026-11-29&persons=80&technique=keylogging#"
              }
            }""";

    static final String TURTLE = """
            PREFIX check: <https://werkgraaf.example/check?jurisdiction=nl&lang=en&on=2026-11-29&persons=80&technique=keylogging#>
            PREFIX id:    <https://w3id.org/werkgraaf/id/>
            PREFIX wg:    <https://w3id.org/werkgraaf/ontology#>
            PREFIX xsd:   <http://www.w3.org/2001/XMLSchema#>

            check:obligation.establish-works-council
                    a               wg:NormOutcome;
                    wg:appliesFrom  "1971-04-01"^^xsd:date;
                    wg:checkReason  check:obligation.establish-works-council.3;
                    wg:checkState   "applies";
                    wg:checkedNorm  <https://w3id.org/werkgraaf/id/obligation/establish-works-council>;
                    wg:laidDownIn   <https://w3id.org/werkgraaf/id/provision/wor-art-2> .

            check:obligation.establish-works-council.3
                    a                  wg:CriterionReason;
                    wg:criterion       "persons";
                    wg:criterionAsked  "at least 50 persons (Persons working in the undertaking)"@en;
                    wg:criterionGiven  "80"@en;
                    wg:criterionHolds  true;
                    wg:passage         <https://w3id.org/werkgraaf/id/passage/wor-text-art-2>;
                    wg:verification    <https://w3id.org/werkgraaf/id/verification/primary> .""";

    private CheckExamples() {}
}
