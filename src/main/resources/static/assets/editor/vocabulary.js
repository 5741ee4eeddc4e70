// The classes and properties of the graph, as /api/v1/vocabulary gives them.
import {nearest} from './texts.js';
import {distance, fold} from './words.js';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** What is after the last # or / of an IRI. */
export const localName = (iri) => iri.slice(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);

export class Vocabulary {
  constructor(answer) {
    this.prefixes = answer.prefixes;
    this.terms = [
      ...answer.classes.map((term) => this.#term(term, 'class')),
      ...answer.properties.map((term) => this.#term(term, 'property')),
    ];
    this.byIri = new Map(this.terms.map((term) => [term.kind + ' ' + term.iri, term]));
  }

  static async load() {
    const answer = await fetch('/api/v1/vocabulary');
    if (!answer.ok) throw new Error('No vocabulary: ' + answer.status);
    return new Vocabulary(await answer.json());
  }

  #term(term, kind) {
    const local = localName(term.iri);
    const labels = Object.values(term.labels);
    return {
      ...term,
      kind,
      local,
      label: nearest(term.labels) ?? local,
      meaning: fold(nearest(term.definitions) ?? ''),
      own: fold(nearest(term.labels) ?? local),
      names: [...new Set([local, ...labels].map(fold))],
    };
  }

  /** The term of that kind, class or property, if the graph knows it. */
  find(kind, iri) {
    return this.byIri.get(kind + ' ' + iri);
  }

  /** What a term is called; undefined for what is no term, or has no label. */
  label(iri) {
    const term = this.find('class', iri) ?? this.find('property', iri);
    return term && Object.keys(term.labels).length > 0 ? term.label : undefined;
  }

  /** An IRI with a prefix, if it can be written so. */
  short(iri) {
    for (const [prefix, namespace] of Object.entries(this.prefixes)) {
      if (!iri.startsWith(namespace)) continue;
      const local = iri.slice(namespace.length);
      if (/^[\p{L}_][\p{L}\p{N}_/-]*$/u.test(local)) return prefix + ':' + local.replaceAll('/', '\\/');
    }
    return null;
  }

  /**
   * Terms that fit what was typed, best first: by their label, in the reader's language before others, by their
   * name, or by a word of their definition. */
  matching(typed, kind, namespace, most) {
    const word = fold(typed);
    const rank = (term) => {
      if (word === '') return 0;
      if (term.own.startsWith(word)) return 0;
      if (term.names.some((name) => name.startsWith(word))) return 1;
      if (word.length < 3) return -1;
      if (term.names.some((name) => name.includes(word))) return 2;
      return term.meaning.includes(word) ? 4 : -1;
    };
    return this.terms
      .filter((term) => term.kind === kind && (!namespace || term.iri.startsWith(namespace)) && term.name)
      .map((term) => ({term, rank: rank(term)}))
      .filter((each) => each.rank >= 0)
      .sort((a, b) => a.rank - b.rank || b.term.count - a.term.count)
      .slice(0, most)
      .map((each) => each.term);
  }

  /** The term of that kind whose name or label is nearest to a name that the graph does not know; null if none is near. */
  nearest(kind, iri) {
    const word = fold(localName(iri));
    const limit = Math.max(1, Math.floor(word.length / 3));
    let best = null;
    let least = Infinity;
    for (const term of this.terms) {
      if (term.kind !== kind || !term.name) continue;
      // A term that is used, and one of the same namespace, goes before others that are as near.
      const loss = (term.count > 0 ? 0 : 0.4) + (iri.startsWith(term.iri.slice(0, -term.local.length)) ? 0 : 0.3);
      for (const name of term.names) {
        const away = distance(word, name, limit) + loss;
        if (away < least) {
          least = away;
          best = term;
        }
      }
    }
    return best ?? this.matching(localName(iri), kind, null, 1)[0] ?? null;
  }
}

/** Whether an IRI says of what class things are. */
export const saysClass = (iri) => iri === RDF_TYPE;
