// Says in plain words what cannot work in the query, before it runs and after it failed.
import {element, text} from './texts.js';
import {distance} from './words.js';
import {formOf, stumble, tokens, unclosed, usedTerms} from './reading.js';

const KINDS = {
  VAR1: 'variable', VAR2: 'variable', IRI_REF: 'iri', PNAME_LN: 'iri', PNAME_NS: 'iri', STRING_LITERAL1: 'literal',
  STRING_LITERAL2: 'literal', STRING_LITERAL_LONG1: 'literal', STRING_LITERAL_LONG2: 'literal', INTEGER: 'number', DECIMAL: 'number',
  DOUBLE: 'number', INTEGER_POSITIVE: 'number', INTEGER_NEGATIVE: 'number', DECIMAL_POSITIVE: 'number', DECIMAL_NEGATIVE: 'number',
  DOUBLE_POSITIVE: 'number', DOUBLE_NEGATIVE: 'number', $: 'end',
};
const EXPECTED_MOST = 6;
const UPDATES = new Set(['INSERT', 'DELETE', 'LOAD', 'CLEAR', 'CREATE', 'DROP', 'COPY', 'MOVE', 'ADD']);

const worth = (expected) => (expected in KINDS ? 0 : '.;,})]{'.includes(expected) ? 1 : /^[A-Za-z]/.test(expected) ? 2 : 3);

const expectedWords = (expected) => {
  const words = expected
    .filter((each) => each !== 'ANON' && each !== 'NIL' && each !== 'BLANK_NODE_LABEL')
    // What people write goes first, then what ends a pattern, then keywords.
    .sort((a, b) => worth(a) - worth(b))
    .map((each) => (each in KINDS ? text('kind.' + KINDS[each]) : each));
  return [...new Set(words)].slice(0, EXPECTED_MOST).join(', ');
};

const range = (token) => ({
  from: {line: token.line, ch: token.start},
  to: {line: token.line, ch: token.end},
});

export class Notices {
  #marks = [];

  constructor(editor, place, vocabulary) {
    this.editor = editor;
    this.place = place;
    this.vocabulary = vocabulary;
  }

  /** Looks through the query and shows what cannot match or cannot be read. */
  look() {
    const found = [...this.#unknown(), ...this.#unreadable()];
    this.clear();
    found.forEach((each) => this.#show(each));
    return found.length;
  }

  clear() {
    this.#marks.forEach((mark) => mark.clear());
    this.#marks = [];
    this.place.replaceChildren();
  }

  /** Marks where the service stumbled; line and column count from one. */
  mark(line, column) {
    const at = {line: line - 1, ch: Math.max(0, column - 1)};
    const token = [...tokens(this.editor)].find((each) => each.line === at.line && each.end > at.ch);
    if (token) this.#mark(range(token));
    this.editor.setCursor(at);
  }

  /** What may help where the service could not read a query. */
  hint(problem) {
    const detail = problem.detail ?? '';
    if (UPDATES.has(formOf(this.editor))) return text('hint.update');
    const prefix = /Unresolved prefixed name: ([^:\s]*):/.exec(detail);
    if (prefix) return text(prefix[1] in this.vocabulary.prefixes ? 'prefix.known' : 'prefix.unknown', prefix[1]);
    const grouped = /Non-group key variable in SELECT: (\?\w+)/.exec(detail);
    if (grouped) return text('hint.group', grouped[1]);
    const scope = /(?:already in-scope|already defined|already-in-scope)[^?]*(\?\w+)/i.exec(detail) ?? /(\?\w+)[^?]*already/i.exec(detail);
    if (scope) return text('hint.bind', scope[1]);
    const open = detail.includes('<EOF>') ? unclosed(this.editor)[0] : undefined;
    if (open) return text('bracket', open.closing, open.bracket, open.line + 1);
    const [found] = this.#unreadable();
    if (found?.sure) return found.words;
    const here = [...tokens(this.editor)].filter((each) => each.line < problem.line - 1 || (each.line === problem.line - 1 && each.end < problem.column));
    const before = here.at(-1);
    if (problem.line && before && before.line < problem.line - 1 && !/[.;,{}()[\]]$/.test(before.string) && before.type !== 'keyword') {
      return text('hint.dot', before.line + 1);
    }
    return found?.words ?? text('hint.error');
  }

  *#unknown() {
    for (const {kind, iri, token} of usedTerms(this.editor)) {
      const known = this.vocabulary.find(kind, iri);
      if (known && known.count > 0) continue;
      const said = text(kind + (known ? '.empty' : '.unknown'), token.string);
      const near = known ? null : this.vocabulary.nearest(kind, iri);
      if (!near) {
        yield {...range(token), words: known ? said : said + ' ' + text('hint.look')};
        continue;
      }
      const shown = near.label === near.local ? near.name : near.name + ' (' + near.label + ')';
      yield {
        ...range(token),
        words: said + ' ' + text('nearest', shown),
        fix: {name: near.name, written: token.string.startsWith('<') ? '<' + near.iri + '>' : near.name},
      };
    }
  }

  *#unreadable() {
    const found = stumble(this.editor);
    if (!found) {
      const open = unclosed(this.editor)[0];
      if (UPDATES.has(formOf(this.editor))) yield {words: text('hint.update')};
      else if (open) yield {words: text('bracket', open.closing, open.bracket, open.line + 1)};
      return;
    }
    const {token, prefix, expected} = found;
    const place = range(token);
    const slashed = [...this.editor.getLine(token.line).matchAll(/(?<![\w<\/])\w+:[\w-]+\/[\w-]+/g)]
      .find(({0: name, index}) => index <= token.start && index + name.length >= token.end);
    const keyword = expected.find((each) => /^[A-Z]{3,}$/.test(each) && distance(token.string.toUpperCase(), each, 2) <= 2);
    if (prefix !== null) {
      const namespace = this.vocabulary.prefixes[prefix];
      yield {...place, words: text(namespace ? 'prefix.known' : 'prefix.unknown', prefix), prefix: namespace ? {[prefix]: namespace} : null};
    } else if (/^["']/.test(token.string)) {
      yield {...place, words: text('quote', token.string[0]), sure: true};
    } else if (slashed) {
      const name = slashed[0].replace('/', '\\/');
      const from = {line: token.line, ch: slashed.index};
      const to = {line: token.line, ch: slashed.index + slashed[0].length};
      yield {from, to, words: text('slash', name), fix: {name, written: name}, sure: true};
    } else if (keyword && token.string.length > 2) {
      const words = text('unexpected', token.string) + ' ' + text('nearest', keyword);
      yield {...place, words, fix: {name: keyword, written: keyword}, sure: true};
    } else {
      yield {...place, words: text('unexpected', token.string) + ' ' + text('expected', expectedWords(expected))};
    }
  }

  #mark({from, to}) {
    this.#marks.push(this.editor.getDoc().markText(from, to, {className: 'editor-wrong'}));
  }

  #show(notice) {
    const line = element('p', {class: 'editor-notice'});
    if (notice.from) {
      this.#mark(notice);
      const place = element('button', {type: 'button', class: 'as-link'}, text('place', notice.from.line + 1, notice.from.ch + 1));
      place.addEventListener('click', () => {
        this.editor.focus();
        this.editor.setCursor(notice.from);
      });
      line.append(place, ' ');
    }
    line.append(notice.words);
    if (notice.fix) {
      const {name, written} = notice.fix;
      line.append(' ', this.#button(text('replace', name), () => {
        this.editor.replaceRange(written, notice.from, notice.to);
        const prefix = /^(\w+):/.exec(written)?.[1];
        if (prefix in this.vocabulary.prefixes) this.editor.addPrefixes({[prefix]: this.vocabulary.prefixes[prefix]});
      }));
    }
    if (notice.prefix) line.append(' ', this.#button(text('add'), () => this.editor.addPrefixes(notice.prefix)));
    this.place.append(line);
  }

  #button(words, act) {
    const made = element('button', {type: 'button', class: 'quiet small'}, words);
    made.addEventListener('click', () => {
      act();
      this.editor.focus();
    });
    return made;
  }
}
