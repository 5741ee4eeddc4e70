// Says in plain words what cannot work in the query, before it runs and after it failed.
import {element, text} from './texts.js';
import {stumble, tokens, unclosed, usedTerms} from './reading.js';

const KINDS = {
  VAR1: 'variable', VAR2: 'variable', IRI_REF: 'iri', PNAME_LN: 'iri', PNAME_NS: 'iri', STRING_LITERAL1: 'literal',
  STRING_LITERAL2: 'literal', STRING_LITERAL_LONG1: 'literal', STRING_LITERAL_LONG2: 'literal', INTEGER: 'number', DECIMAL: 'number',
  DOUBLE: 'number', INTEGER_POSITIVE: 'number', INTEGER_NEGATIVE: 'number', DECIMAL_POSITIVE: 'number', DECIMAL_NEGATIVE: 'number',
  DOUBLE_POSITIVE: 'number', DOUBLE_NEGATIVE: 'number', $: 'end',
};
const EXPECTED_MOST = 6;

const expectedWords = (expected) => {
  const words = expected
    .filter((each) => each !== 'ANON' && each !== 'NIL' && each !== 'BLANK_NODE_LABEL')
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
    const prefix = /Unresolved prefixed name: ([^:\s]*):/.exec(detail);
    if (prefix) return text('prefix.unknown', prefix[1]);
    const grouped = /Non-group key variable in SELECT: (\?\w+)/.exec(detail);
    if (grouped) return text('hint.group', grouped[1]);
    const scope = /(?:already in-scope|already defined|already-in-scope)[^?]*(\?\w+)/i.exec(detail) ?? /(\?\w+)[^?]*already/i.exec(detail);
    if (scope) return text('hint.bind', scope[1]);
    const open = detail.includes('<EOF>') ? unclosed(this.editor)[0] : undefined;
    if (open) return text('bracket', open.closing, open.bracket, open.line + 1);
    if (!problem.line) return text('hint.error');
    const here = [...tokens(this.editor)].filter((each) => each.line < problem.line - 1 || (each.line === problem.line - 1 && each.end < problem.column));
    const before = here.at(-1);
    if (before && before.line < problem.line - 1 && !/[.;,{}()[\]]$/.test(before.string) && before.type !== 'keyword') {
      return text('hint.dot', before.line + 1);
    }
    return text('hint.error');
  }

  *#unknown() {
    for (const {kind, iri, token} of usedTerms(this.editor)) {
      const known = this.vocabulary.find(kind, iri);
      if (known && known.count > 0) continue;
      const near = known ? null : this.vocabulary.nearest(kind, iri);
      yield {
        ...range(token),
        words: text(kind + (known ? '.empty' : '.unknown'), token.string),
        nearest: near,
        written: token.string.startsWith('<') ? '<' + near?.iri + '>' : near?.name,
      };
    }
  }

  *#unreadable() {
    const found = stumble(this.editor);
    if (!found) {
      const open = unclosed(this.editor)[0];
      if (open) yield {words: text('bracket', open.closing, open.bracket, open.line + 1)};
    } else if (found.prefix !== null) {
      const namespace = this.vocabulary.prefixes[found.prefix];
      yield {
        ...range(found.token),
        words: text(namespace ? 'prefix.known' : 'prefix.unknown', found.prefix),
        prefix: namespace ? {[found.prefix]: namespace} : null,
      };
    } else {
      yield {
        ...range(found.token),
        words: text('unexpected', found.token.string) + ' ' + text('expected', expectedWords(found.expected)),
      };
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
    if (notice.nearest) {
      const {label, name, local} = notice.nearest;
      const put = this.#button(text('replace', name ?? local), () => this.editor.replaceRange(notice.written, notice.from, notice.to));
      line.append(' ', text('nearest', label === local ? name : name + ' (' + label + ')'), ' ', put);
      this.#needs(put, notice);
    }
    if (notice.prefix) line.append(' ', this.#button(text('add'), () => this.editor.addPrefixes(notice.prefix)));
    this.place.append(line);
  }

  /** A name of another namespace needs its prefix too. */
  #needs(button, {nearest, written}) {
    const prefix = written?.startsWith('<') ? null : nearest.name?.split(':')[0];
    if (prefix) button.addEventListener('click', () => this.editor.addPrefixes({[prefix]: this.vocabulary.prefixes[prefix]}));
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
