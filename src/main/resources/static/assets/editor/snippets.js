// The same request in other languages, to copy.
import {element, text} from './texts.js';
import {formOf} from './reading.js';

const COPIED_MILLIS = 2000;

const pythonText = (query) => (/'''|'$|\\$/.test(query) ? JSON.stringify(query) : "r'''" + query + "'''");
const templateText = (query) => '`' + query.replace(/[\\`]|\$\{/g, '\\$&') + '`';
const shellText = (query) => "'" + query.replaceAll("'", "'\\''") + "'";

const WAYS = {
  curl: (query, address, graph) => `curl '${address}' \\
  -H 'Accept: ${graph ? 'text/turtle' : 'text/csv'}' \\
  --data-urlencode query=${shellText(query)}
`,
  Python: (query, address, graph) => `import csv, io, urllib.parse, urllib.request

query = ${pythonText(query)}

body = urllib.parse.urlencode({"query": query}).encode()
request = urllib.request.Request("${address}", body, {"Accept": "${graph ? 'text/turtle' : 'text/csv'}"})
with urllib.request.urlopen(request, timeout=60) as answer:
    print("complete:", answer.headers["Werkgraaf-Complete"])
    text = answer.read().decode("utf-8")
${graph ? 'print(text)' : `rows = list(csv.DictReader(io.StringIO(text)))
print(len(rows), "rows", rows[:3])
# As a table: import pandas; pandas.read_csv(io.StringIO(text))`}
`,
  R: (query, address, graph) => `library(httr2)

query <- r"---(${query})---"

answer <- request("${address}") |>
  req_headers(Accept = "${graph ? 'text/turtle' : 'text/csv'}") |>
  req_body_form(query = query) |>
  req_perform()
resp_header(answer, "Werkgraaf-Complete")
${graph ? 'cat(resp_body_string(answer))' : 'rows <- read.csv(text = resp_body_string(answer))\nhead(rows)'}
`,
  JavaScript: (query, address, graph) => `const query = ${templateText(query)};

const answer = await fetch('${address}', {
  method: 'POST',
  headers: {Accept: '${graph ? 'text/turtle' : 'application/sparql-results+json'}'},
  body: new URLSearchParams({query}),
});
if (!answer.ok) throw new Error((await answer.json()).detail);
console.log('complete:', answer.headers.get('Werkgraaf-Complete'));
${graph ? 'console.log(await answer.text());' : 'console.table((await answer.json()).results.bindings);'}
`,
};

/** Shows the ways below a summary, always for the query that is in the editor. */
export const snippets = (place, editor) => {
  const code = element('code');
  const shown = element('pre', {tabindex: '0', class: 'snippet'}, code);
  const copy = element('button', {type: 'button', class: 'quiet small'}, text('copy'));
  const said = element('span', {role: 'status'});
  let chosen = Object.keys(WAYS)[0];

  const update = () => {
    if (!place.open) return;
    const graph = ['CONSTRUCT', 'DESCRIBE'].includes(formOf(editor));
    code.textContent = WAYS[chosen](editor.getValue(), location.origin + '/sparql', graph);
  };
  const buttons = Object.keys(WAYS).map((way) => {
    const made = element('button', {type: 'button', class: 'quiet', 'aria-pressed': String(way === chosen)}, way);
    made.addEventListener('click', () => {
      chosen = way;
      buttons.forEach((each) => each.setAttribute('aria-pressed', String(each === made)));
      update();
    });
    return made;
  });
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      // Without permission: select it, so that the reader's own copy works.
      getSelection().selectAllChildren(code);
      if (!document.execCommand('copy')) return;
    }
    said.textContent = text('copied');
    setTimeout(() => { said.textContent = ''; }, COPIED_MILLIS);
  });
  place.append(element('p', {class: 'editor-ways'}, ...buttons), shown, element('p', {}, copy, ' ', said));
  place.hidden = false;
  place.addEventListener('toggle', update);
  editor.on('changes', update);
};
