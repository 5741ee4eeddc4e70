// Shows terms of an answer: things with their label and a link to their page, numbers and dates as readers write them.
import {element, language, number} from './texts.js';

const THINGS = 'https://w3id.org/werkgraaf/id/';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const NUMBERS = new Set(['integer', 'decimal', 'double', 'float', 'int', 'long', 'nonNegativeInteger', 'positiveInteger'].map((name) => XSD + name));

/** The number that a term is; null if it is none. */
export const asNumber = (term) => (term?.type === 'literal' && NUMBERS.has(term.datatype) ? Number(term.value) : null);

/** The page about an IRI, if there is one. */
export const pageOf = (iri) => (iri.startsWith(THINGS) ? '/id/' + iri.slice(THINGS.length) : null);

/** How an IRI is shown to people who write queries: with a prefix if possible. */
export const shortOf = (iri, vocabulary) => vocabulary.short(iri)?.replaceAll('\\', '') ?? iri;

/** What a term is called. */
export const nameOf = (term, labels) => {
  if (!term) return '';
  if (term.type === 'uri') return labels.of(term.value) ?? shortOf(term.value, labels.vocabulary);
  return term.value;
};

/** Whether numbers are all years, which have no separators. */
export const areYears = (numbers) => numbers.length > 0 && numbers.every((value) => Number.isInteger(value) && value >= 1800 && value <= 2200);

/**
 * The content of a cell.
 *
 * @param year whether the column has years
 */
export const show = (term, labels, year = false) => {
  if (!term) return [];
  if (term.type === 'bnode') return [element('span', {class: 'blank'}, '_:' + term.value)];
  if (term.type === 'literal') {
    const value = asNumber(term);
    const lang = term['xml:lang'];
    const shown = value === null || year ? term.value : number(value);
    return [element('span', {lang: lang === language ? null : lang}, shown), ...(lang ? [' ', element('small', {class: 'tongue'}, lang)] : [])];
  }
  const label = labels.of(term.value);
  const short = shortOf(term.value, labels.vocabulary);
  const page = pageOf(term.value);
  const external = !page && /^https?:/.test(term.value) && !term.value.startsWith('https://w3id.org/werkgraaf/');
  const href = page ?? (external ? term.value : null);
  const name = label ?? short;
  const title = label && label !== short ? short : null;
  return [href ? element('a', {href, title, rel: external ? 'external noreferrer' : null}, name) : element('span', {title}, name)];
};
