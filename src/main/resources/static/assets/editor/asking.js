// Asks /sparql, and makes one kind of result of the answer: columns and rows of terms.
import {triples} from './triples.js';

const RESULTS = 'application/sparql-results+json';
const TRIPLES = 'application/n-triples';
/** More rows than these are for a file, not for a table on a screen. */
const ROWS = 10000;

/** An error that the service told. */
export class Refused extends Error {
  constructor(problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** A name by which the query can be ended; it need not be a secret for long. */
const named = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const send = async (query, headers, signal, more = {}) => {
  const name = named();
  headers = {...headers, 'Werkgraaf-Query': name};
  signal?.addEventListener('abort', () => {
    // When it has ended already, there is nothing to end.
    fetch('/api/v1/running-queries/' + name, {method: 'DELETE', keepalive: true}).catch(() => {});
  });
  const answer = await fetch('/sparql', {method: 'POST', body: new URLSearchParams({query, ...more}), headers, signal});
  if (answer.ok) return answer;
  const told = (answer.headers.get('Content-Type') ?? '').includes('problem+json');
  throw new Refused(told ? await answer.json() : {code: 'internal', detail: answer.status + ' ' + answer.statusText});
};

/**
 * Runs a query.
 *
 * @returns form (rows, boolean or triples), names and rows, or the boolean; cutBy names the limit that cut it
 */
export const ask = async (query, signal) => {
  const answer = await send(query, {Accept: RESULTS + ', ' + TRIPLES + ';q=0.9'}, signal, {rows: ROWS});
  const cutBy = answer.headers.get('Werkgraaf-Complete') === 'false' ? (answer.headers.get('Werkgraaf-Cut-By') ?? '?') : null;
  if (!(answer.headers.get('Content-Type') ?? '').startsWith(RESULTS)) {
    return {form: 'triples', names: ['subject', 'predicate', 'object'], rows: triples(await answer.text()), cutBy};
  }
  const json = await answer.json();
  if ('boolean' in json) return {form: 'boolean', boolean: json.boolean, names: [], rows: [], cutBy};
  const names = json.head.vars;
  return {form: 'rows', names, rows: json.results.bindings.map((row) => names.map((name) => row[name] ?? null)), cutBy};
};

/** The answer in a format, as text. */
export const askText = async (query, format) => (await send(query, {}, undefined, {format})).blob();
