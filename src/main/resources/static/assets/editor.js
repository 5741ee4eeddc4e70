// Runs the query of the editor on /sparql and shows the answer. Without this script the form asks /sparql itself.
'use strict';

(() => {
  const THINGS = 'https://w3id.org/werkgraaf/id/';
  const form = document.getElementById('editor');
  const query = document.getElementById('query');
  const stop = document.getElementById('stop');
  const share = document.getElementById('share');
  const status = document.getElementById('status');
  const result = document.getElementById('result');
  let running = null;

  const link = () => '/sparql-editor?' + new URLSearchParams({query: query.value});
  const element = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };

  const cell = (term) => {
    const made = document.createElement('td');
    if (!term) return made;
    if (term.type === 'uri' && term.value.startsWith(THINGS)) {
      const to = element('a', term.value.slice(THINGS.length));
      to.href = '/id/' + term.value.slice(THINGS.length);
      made.append(to);
    } else {
      made.textContent = term.value;
      if (term['xml:lang']) made.lang = term['xml:lang'];
    }
    return made;
  };

  const show = (answer) => {
    if ('boolean' in answer) {
      result.append(element('p', String(answer.boolean)));
    } else if (answer.results.bindings.length === 0) {
      status.textContent = form.dataset.nothing;
      return;
    } else {
      const table = document.createElement('table');
      table.className = 'answer';
      const head = table.createTHead().insertRow();
      for (const name of answer.head.vars) {
        const column = element('th', name);
        column.scope = 'col';
        head.append(column);
      }
      const body = table.createTBody();
      for (const row of answer.results.bindings) {
        body.insertRow().append(...answer.head.vars.map((name) => cell(row[name])));
      }
      result.append(table);
    }
    result.hidden = false;
  };

  const run = async () => {
    running?.abort();
    const own = running = new AbortController();
    stop.disabled = false;
    status.textContent = '';
    result.replaceChildren();
    result.hidden = true;
    try {
      const response = await fetch('/sparql', {
        method: 'POST',
        body: new URLSearchParams({query: query.value}),
        headers: {Accept: 'application/sparql-results+json, text/turtle;q=0.9, application/problem+json;q=0.1'},
        signal: own.signal,
      });
      const type = response.headers.get('Content-Type') ?? '';
      if (!response.ok) {
        status.textContent = type.includes('problem+json') ? (await response.json()).detail : form.dataset.failed;
      } else if (type.includes('json')) {
        show(await response.json());
      } else {
        result.append(element('pre', await response.text()));
        result.hidden = false;
      }
      if (response.headers.get('Werkgraaf-Complete') === 'false') status.textContent = form.dataset.cut;
    } catch (problem) {
      if (running === own) status.textContent = problem.name === 'AbortError' ? form.dataset.stopped : form.dataset.failed;
    } finally {
      if (running === own) stop.disabled = true;
    }
  };

  const point = () => { share.href = link(); };
  query.addEventListener('input', point);
  query.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  stop.addEventListener('click', () => running?.abort());
  form.addEventListener('submit', (event) => { event.preventDefault(); run(); });
  point();
})();
