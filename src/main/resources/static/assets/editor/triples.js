// Reads N-Triples, one statement a line, into the terms of SPARQL results in JSON.
const LINE = /^(<[^>]*>|_:\S+)\s+(<[^>]*>)\s+(<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?)\s*\.$/;
const LITERAL = /^"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?$/;
const ESCAPES = {t: '\t', b: '\b', n: '\n', r: '\r', f: '\f'};

const unescape = (text) => text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g,
  (whole, short, long, sign) => (sign ? ESCAPES[sign] ?? sign : String.fromCodePoint(parseInt(short ?? long, 16))));

const term = (text) => {
  if (text.startsWith('<')) return {type: 'uri', value: unescape(text.slice(1, -1))};
  if (text.startsWith('_:')) return {type: 'bnode', value: text.slice(2)};
  const [, value, lang, datatype] = LITERAL.exec(text);
  return {type: 'literal', value: unescape(value), ...(lang && {'xml:lang': lang}), ...(datatype && {datatype})};
};

/** Rows of subject, predicate and object. */
export const triples = (text) => text.split('\n')
  .map((line) => LINE.exec(line.trim()))
  .filter((parts) => parts !== null)
  .map((parts) => parts.slice(1, 4).map(term));
