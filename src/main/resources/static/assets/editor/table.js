// The answer as a table, a few hundred rows at a time.
import {element, number, text} from './texts.js';
import {areYears, asNumber, show} from './terms.js';

const AT_ONCE = 200;

/** Shows the table in a place. */
export const table = async (place, result, labels) => {
  const made = element('table', {class: 'answer'});
  const isNumber = result.names.map((unused, column) => {
    const values = result.rows.map((row) => row[column]).filter((term) => term !== null);
    return values.length > 0 && values.every((term) => asNumber(term) !== null);
  });
  const isYear = result.names.map((unused, column) => isNumber[column]
    && areYears(result.rows.map((row) => asNumber(row[column])).filter((value) => value !== null)));
  const head = made.createTHead().insertRow();
  head.append(...result.names.map((name, column) => element('th', {scope: 'col', class: isNumber[column] ? 'number' : null}, name)));
  const body = made.createTBody();
  const more = element('button', {type: 'button', class: 'quiet'}, '');
  let shown = 0;

  const next = async () => {
    const rows = result.rows.slice(shown, shown + AT_ONCE);
    shown += rows.length;
    await labels.find(rows.flat());
    for (const row of rows) {
      body.insertRow().append(...row.map((term, column) => element('td', {class: isNumber[column] ? 'number' : null}, ...show(term, labels, isYear[column]))));
    }
    more.hidden = shown >= result.rows.length;
    more.textContent = text('more', number(Math.min(AT_ONCE, result.rows.length - shown)), number(shown), number(result.rows.length));
  };

  more.addEventListener('click', next);
  await next();
  const scroll = element('div', {class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': text('view.table')}, made);
  place.replaceChildren(scroll, element('p', {}, more));
};
