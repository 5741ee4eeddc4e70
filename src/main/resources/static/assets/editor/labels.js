// Finds what the IRIs of an answer are called in the reader's language, and of which kind they are.
import {languages} from './texts.js';
import {ask} from './asking.js';

const OWN = 'https://w3id.org/werkgraaf/';
const TERMS = OWN + 'ontology#';
const AT_ONCE = 200;
const SAFE = /^[^<>"{}|\\^`\s]+$/;

const query = (iris) => `PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX wg: <${OWN}ontology#>

SELECT ?iri ?label ?class
WHERE {
  VALUES ?iri { ${iris.map((iri) => '<' + iri + '>').join(' ')} }
  { ?iri skos:prefLabel ?label } UNION { ?iri rdfs:label ?label } UNION { ?iri wg:inSource/skos:prefLabel ?label }
  OPTIONAL { ?iri a ?class }
}`;

export class Labels {
  #known = new Map();

  constructor(vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** What it is called, as far as that was found. */
  of(iri) {
    return this.vocabulary.label(iri) ?? this.#known.get(iri)?.label ?? null;
  }

  /** The local name of its class, as far as that was found. */
  kind(iri) {
    return this.#known.get(iri)?.kind ?? null;
  }

  /** What a class is called. */
  ofClass(kind) {
    return this.vocabulary.label(TERMS + kind) ?? kind;
  }

  /** Looks up those that are not known yet. An answer can be read without its labels, so it does not fail for want of them. */
  async find(terms) {
    try {
      await this.#find(terms);
    } catch (error) {
      console.warn('No labels', error);
    }
  }

  async #find(terms) {
    const open = [...new Set(terms
      .filter((term) => term?.type === 'uri' && term.value.startsWith(OWN) && SAFE.test(term.value))
      .map((term) => term.value))]
      .filter((iri) => !this.#known.has(iri) && this.vocabulary.label(iri) === undefined);
    for (let start = 0; start < open.length; start += AT_ONCE) {
      const some = open.slice(start, start + AT_ONCE);
      const answer = await ask(query(some));
      some.forEach((iri) => this.#known.set(iri, {label: null, rank: Infinity, kind: null}));
      for (const [iri, label, kind] of answer.rows) {
        const known = this.#known.get(iri.value);
        if (kind?.value.startsWith(TERMS)) known.kind = kind.value.slice(TERMS.length);
        const at = languages.indexOf(label['xml:lang']);
        const rank = at < 0 ? languages.length : at;
        if (rank < known.rank) Object.assign(known, {label: label.value, rank});
      }
    }
  }
}
