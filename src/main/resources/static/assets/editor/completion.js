// Completes what is typed: properties, classes and things by their label or name, variables and keywords.
import {element, language, number, text} from './texts.js';

const WORD = /[?$]?[\p{L}\p{N}_\-:]*$/u;
const TERMS_MOST = 12;
const THINGS_MOST = 8;
const WAIT_MILLIS = 120;

let asked = 0;

const wait = (millis) => new Promise((done) => setTimeout(done, millis));

const things = async (typed) => {
  const own = ++asked;
  if (typed.length < 2) return [];
  await wait(WAIT_MILLIS);
  if (own !== asked) return [];
  try {
    const address = '/api/v1/suggest?' + new URLSearchParams({q: typed, lang: language, size: THINGS_MOST});
    const answer = await fetch(address);
    return answer.ok ? (await answer.json()).suggestions : [];
  } catch {
    return [];
  }
};

const render = (item) => (place) => {
  place.append(element('span', {class: 'hint-label'}, item.label), ' ', element('code', {}, item.shown ?? item.text));
  if (item.note) place.append(' ', element('small', {}, item.note));
};

const hint = (item, vocabulary) => ({
  text: item.text,
  render: render(item),
  hint: (editor, data) => {
    editor.replaceRange(item.text, data.from, data.to);
    const prefix = item.text.startsWith('<') || item.text.startsWith('?') ? null : item.text.split(':')[0];
    if (item.text.includes(':') && prefix in vocabulary.prefixes) editor.addPrefixes({[prefix]: vocabulary.prefixes[prefix]});
  },
});

const variables = (editor, typed) => {
  const all = new Set(editor.getValue().match(/[?$][\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
  return [...all]
    .filter((each) => each.startsWith(typed) && each !== typed)
    .sort()
    .map((each) => ({text: each, label: each, shown: '', note: text('variable')}));
};

const terms = (vocabulary, typed, namespace, kind) =>
  vocabulary.matching(typed, kind, namespace, TERMS_MOST).map((term) => ({
    text: term.name,
    label: term.label,
    note: text(kind) + ' · ' + number(term.count),
  }));

/** What may stand at the word: a property, class or thing; the parser says what comes next. */
const roles = (editor, from) => {
  const before = editor.getTokenAt(from, true);
  if (before.type === 'comment' || before.type === 'string') return null;
  const {possibleNext = [], lastProperty, OK} = before.state;
  if (!OK) return {property: true, class: true, thing: true, words: []};
  const iri = possibleNext.includes('IRI_REF');
  const property = possibleNext.includes('a');
  const isClass = iri && !property && ['a', 'rdf:type'].includes(lastProperty);
  const words = possibleNext.filter((each) => /^[A-Z ]{2,}$/.test(each) && !['ANON', 'NIL'].includes(each));
  return {property, class: isClass, thing: iri && !property && !isClass, words};
};

/** The hints at the cursor, in the form of CodeMirror; null when there are none. */
const hints = async (editor, vocabulary) => {
  const cursor = editor.getCursor();
  const typed = WORD.exec(editor.getLine(cursor.line).slice(0, cursor.ch))[0];
  const from = {line: cursor.line, ch: cursor.ch - typed.length};
  const role = roles(editor, from);
  if (role === null) return null;
  let found = [];
  if (/^[?$]/.test(typed)) {
    found = variables(editor, typed);
  } else {
    const [, prefix, word] = /^(?:([^:]*):)?(.*)$/.exec(typed);
    const namespace = prefix === undefined ? null : vocabulary.prefixes[prefix];
    if (prefix !== undefined && !namespace) return null;
    if (role.class) found.push(...terms(vocabulary, word, namespace, 'class'));
    if (role.property) found.push(...terms(vocabulary, word, namespace, 'property'));
    if (prefix === undefined && word.length > 0) {
      found.push(...role.words
        .filter((each) => each.startsWith(word.toUpperCase()))
        .map((each) => ({text: each, label: each, shown: '', note: text('keyword')})));
    }
    if (role.thing && (!namespace || prefix === 'id')) {
      found.push(...(await things(word)).map((thing) => ({
        text: '<' + thing.iri + '>',
        shown: thing.id,
        label: thing.label,
        note: thing.typeLabel + (thing.name === thing.label ? '' : ' · ' + thing.name),
      })));
    }
  }
  if (found.length === 0 || (found.length === 1 && found[0].text === typed)) return null;
  const data = {list: found.map((each) => hint(each, vocabulary)), from, to: cursor};
  window.Yasqe.on(data, 'shown', () => {
    const list = editor.state.completionActive.widget.hints;
    list.setAttribute('aria-label', text('completions'));
    // A long list scrolls: a keyboard must be able to reach it.
    list.tabIndex = 0;
  });
  return data;
};

/** The editor asks for a list in the frame after a letter. */
const nextFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** Completes at the cursor, and while something is typed; `idle` knows of a list that is on its way. */
export const complete = (editor, vocabulary, idle) => {
  editor.on('changes', () => idle.during(nextFrames()));
  const show = () => editor.showHint({
    hint: () => idle.during(hints(editor, vocabulary)),
    completeSingle: false,
    closeCharacters: /[\s()[\]{};,.>]/,
    container: editor.rootEl,
  });
  editor.on('inputRead', (unused, change) => {
    if (!editor.state.completionActive && /[\p{L}?:]$/u.test(change.text.at(-1)) && change.origin !== 'paste') show();
  });
  // A prefix that the graph knows is declared as soon as it is written.
  editor.on('inputRead', (unused, change) => {
    if (change.text.length !== 1 || change.text[0] !== ':') return;
    const prefix = /(?:^|[^\w?$<"'])(\w+):$/.exec(editor.getLine(change.from.line).slice(0, change.from.ch + 1))?.[1];
    if (!prefix || /^\s*PREFIX\b/i.test(editor.getLine(change.from.line))) return;
    if (['comment', 'string'].includes(editor.getTokenAt(change.from).type)) return;
    if (prefix in vocabulary.prefixes) editor.addPrefixes({[prefix]: vocabulary.prefixes[prefix]});
  });
  return show;
};
