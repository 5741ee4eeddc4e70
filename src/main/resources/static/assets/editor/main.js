// The SPARQL editor. Without this script the page is a form that asks /sparql.
import {documentation, element, number, text, hasText} from './texts.js';
import {Vocabulary} from './vocabulary.js';
import {openEditor} from './editor.js';
import {complete} from './completion.js';
import {Notices} from './notices.js';
import {Labels} from './labels.js';
import {Results} from './results.js';
import {ask, Refused} from './asking.js';
import {snippets} from './snippets.js';
import {Idle} from './idle.js';
import {keepAddress} from './address.js';
import {findExamples} from './examples.js';

const LOOK_MILLIS = 500;
const TICK_MILLIS = 1000;
const HINTS = {
  'query-timeout': 'hint.limit', 'query-memory': 'hint.limit', 'result-too-large': 'hint.smaller',
  'query-text-too-long': 'hint.smaller', 'too-many-queries': 'hint.wait',
};

const byId = (id) => document.getElementById(id);

const begin = async () => {
  const [form, field, run, stop, status, problem] = ['editor', 'query', 'run', 'stop', 'status', 'problem'].map(byId);
  let showHints = () => {};
  let running = null;

  const leave = () => run.focus();
  const submit = () => form.requestSubmit();
  const editor = openEditor(field, document.querySelector('label[for=query]').textContent, {run: submit, complete: () => showHints(), leave});
  if (!editor) return;
  findExamples(byId('example-words'));
  snippets(byId('same'), editor);
  keepAddress(editor, byId('share'));

  const ready = Vocabulary.load().then((vocabulary) => {
    showHints = complete(editor, vocabulary, new Idle(form));
    const notices = new Notices(editor, byId('notices'), vocabulary);
    let timer;
    const look = () => {
      if (editor.state.completionActive) timer = setTimeout(look, LOOK_MILLIS);
      else notices.look();
    };
    editor.on('changes', () => {
      clearTimeout(timer);
      timer = setTimeout(look, LOOK_MILLIS);
    });
    notices.look();
    form.dataset.ready = '';
    const places = {status, views: byId('views'), view: byId('view'), downloads: byId('downloads')};
    return {notices, results: new Results(places, new Labels(vocabulary))};
  });

  const fail = (error, notices) => {
    status.textContent = '';
    if (!(error instanceof Refused)) {
      problem.replaceChildren(element('p', {}, text('failed')));
      return;
    }
    const told = error.problem;
    const title = hasText('error.' + told.code) ? text('error.' + told.code) : text('failed');
    const at = told.line ? text('spot', number(told.line), number(told.column)) : null;
    problem.replaceChildren(element('p', {class: 'editor-problem'}, element('strong', {}, at ? title + ': ' + at : title)));
    const hint = told.code === 'query-syntax' ? notices.hint(told) : HINTS[told.code] ? text(HINTS[told.code]) : null;
    if (hint) problem.append(element('p', {}, hint));
    problem.append(element('details', {open: !hint}, element('summary', {}, text('message')), element('p', {lang: documentation}, told.detail ?? '')));
    if (told.line) notices.mark(told.line, told.column);
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const query = editor.getValue();
    running?.abort();
    const own = running = new AbortController();
    const start = performance.now();
    const tick = setInterval(() => {
      if (running === own) status.textContent = text('running', number(Math.round((performance.now() - start) / 1000)));
    }, TICK_MILLIS);
    status.textContent = text('running', 0);
    problem.replaceChildren();
    stop.hidden = false;
    const {notices, results} = await ready;
    results.clear();
    notices.look();
    try {
      const result = await ask(query, own.signal);
      clearInterval(tick);
      if (running === own) await results.show(query, result, performance.now() - start);
    } catch (error) {
      if (running !== own) return;
      if (error.name === 'AbortError') status.textContent = text('stopped');
      else fail(error, notices);
    } finally {
      clearInterval(tick);
      if (running === own) {
        const stopped = document.activeElement === stop;
        stop.hidden = true;
        running = null;
        if (stopped) run.focus();
      }
    }
  });
  stop.addEventListener('click', () => running?.abort());
};

begin();
