// Calls the service through the types that are made from its description.
import createClient from "openapi-fetch";
import type { paths } from "./api.js";

declare const process: { argv: string[] };

// Several operations also give CSV, Markdown or JSON-LD to who asks for those.
const client = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: process.argv[2] });

function the<T>(called: string, answer: { data?: T; error?: unknown }): T {
  if (answer.data === undefined) {
    throw new Error(`${called}: ${JSON.stringify(answer.error)}`);
  }
  return answer.data;
}

function expect(called: string, holds: boolean, seen: unknown): void {
  if (!holds) {
    throw new Error(`${called}: ${JSON.stringify(seen)}`);
  }
  console.log(`${called}: ${JSON.stringify(seen)}`);
}

const found = the(
  "search",
  await client.GET("/api/v1/search", { params: { query: { q: "keylogging", size: 3, facets: "type", lang: "en" } } }),
);
const ids: string[] = found.hits.map((hit) => hit.id);
expect("search", ids.includes("technique/keylogging") && (found.facets.type ?? []).length > 0, ids);

const thing = the(
  "entity",
  await client.GET("/api/v1/entities/{type}/{slug}", {
    params: { path: { type: "technique", slug: "keylogging" }, query: { lang: "en" } },
  }),
);
expect("entity", thing.id === "technique/keylogging" && thing.label === "Keystroke logging", thing.label);

const risks = the(
  "question",
  await client.GET("/api/v1/questions/risks-of-technique", {
    params: { query: { technique: "technique/keylogging", size: 5, lang: "en" } },
  }),
);
const first: string | undefined = risks.rows[0]?.risk?.id;
expect("question", risks.rows.length === 5 && first !== undefined && first.startsWith("risk/"), first);

const check = the(
  "check",
  await client.GET("/api/v1/assess", {
    params: { query: { technique: ["technique/keylogging"], jurisdiction: "nl", persons: 60, lang: "en" } },
  }),
);
const states = new Set(check.outcomes.map((outcome) => outcome.state));
expect("check", check.outcomes.length > 5 && states.size > 1, [...states]);

const refused = await client.GET("/api/v1/search", { params: { query: { size: 0 } } });
expect("refusal", refused.error?.status === 400, refused.error);
