// Reads the query in the editor with the parser of YASQE: which terms it uses where, and where it stops being SPARQL.
import {saysClass} from './vocabulary.js';

const AS_IRI = /^<(.*)>$/s;

/** All tokens that are not white space, each with its line, where it stands, and the parser's state before and after. */
export function* tokens(editor) {
  for (let line = 0; line < editor.lineCount(); line++) {
    for (const token of editor.getLineTokens(line)) {
      if (token.type !== 'ws' && token.type !== 'comment' && token.string.trim() !== '') yield {...token, line};
    }
  }
}

/** The IRI that a token stands for, with the prefixes that are declared before it; null for none. */
export const iriOf = (token) => {
  const whole = AS_IRI.exec(token.string);
  if (whole) return whole[1];
  if (token.type !== 'string-2' || token.string.startsWith('_:')) return null;
  const colon = token.string.indexOf(':');
  const namespace = token.state.prefixes[token.string.slice(0, colon)];
  return namespace === undefined ? null : namespace + token.string.slice(colon + 1).replaceAll('\\', '');
};

/** The properties and classes that a query names where only a property or class can stand. */
export const usedTerms = (editor) => {
  const used = [];
  let classNext = false;
  for (const token of tokens(editor)) {
    if (!token.state.OK) break;
    const asVerb = token.state.possibleCurrent.includes('a');
    const iri = iriOf(token);
    if (token.state.inPrefixDecl) continue;
    if (asVerb && (iri !== null || token.string === 'a')) {
      classNext = token.string === 'a' || saysClass(iri);
      if (iri !== null) used.push({kind: 'property', iri, token});
    } else if (asVerb && token.type === 'atom') {
      classNext = false;
    } else if (['.', ';', '{', '}'].includes(token.string)) {
      classNext = false;
    } else if (classNext && iri !== null) {
      used.push({kind: 'class', iri, token});
    }
  }
  return used;
};

/** SELECT, ASK, CONSTRUCT or DESCRIBE; undefined as long as the query does not say. */
export const formOf = (editor) => {
  const line = editor.lastLine();
  return editor.getTokenAt({line, ch: editor.getLine(line).length}, true).state.queryType;
};

/** The first place that is not SPARQL, with what could stand there; null if there is none. */
export const stumble = (editor) => {
  for (const token of tokens(editor)) {
    if (!token.state.OK) {
      const prefix = /^Prefix '(.*)' is not defined$/.exec(token.state.errorMsg ?? '');
      return {
        token,
        prefix: prefix ? prefix[1] : null,
        expected: token.state.possibleCurrent ?? [],
      };
    }
  }
  return null;
};

/** Brackets that are opened and not closed, the innermost first. */
export const unclosed = (editor) => {
  const pairs = {'{': '}', '(': ')', '[': ']'};
  const open = [];
  for (const token of tokens(editor)) {
    if (token.type === 'string') continue;
    if (token.string in pairs) open.unshift({bracket: token.string, closing: pairs[token.string], line: token.line});
    else if (open.length > 0 && token.string === open[0].closing) open.shift();
  }
  return open;
};
