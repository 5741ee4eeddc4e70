// Shows an answer: what came, the ways to look at it, and the files to take away.
import {element, number, text} from './texts.js';
import {askText} from './asking.js';
import {table} from './table.js';

const FILES = {
  rows: {CSV: 'csv', JSON: 'json', TSV: 'tsv'},
  boolean: {JSON: 'json'},
  triples: {Turtle: 'ttl', 'JSON-LD': 'jsonld', 'N-Triples': 'nt'},
};

/** A file is called after what it holds: the columns of rows. */
const fileName = (result) => ['werkgraaf', ...(result.form === 'rows' ? result.names : [result.form])]
  .map((name) => name.replace(/[^A-Za-z0-9]+/g, '-')).join('-').slice(0, 60);

export class Results {
  constructor({status, views, view, downloads}, labels) {
    Object.assign(this, {status, views, view, downloads, labels});
    this.title = downloads.firstElementChild;
  }

  clear() {
    this.views.replaceChildren();
    this.view.replaceChildren();
    this.downloads.hidden = true;
  }

  async show(query, result, millis) {
    this.clear();
    this.status.replaceChildren(this.#summary(result, millis));
    if (result.form === 'boolean') {
      this.view.append(element('p', {class: 'editor-boolean'}, text('boolean.' + result.boolean)));
    }
    this.#files(query, result);
    if (result.rows.length === 0) return;
    const ways = [['table', table]];
    const [drawing, joining] = await Promise.all([import('./chart.js'), import('./graph.js')]);
    if (drawing.canDraw(result)) ways.push(['chart', drawing.chart]);
    if (joining.canJoin(result)) ways.push(['graph', joining.graph]);
    if (result.form === 'triples') ways.push(['text', this.#text(query)]);
    const buttons = ways.map(([name, draw]) => {
      const made = element('button', {type: 'button', class: 'quiet', 'aria-pressed': 'false'}, text('view.' + name));
      made.addEventListener('click', () => {
        buttons.forEach((each) => each.setAttribute('aria-pressed', String(each === made)));
        return draw(this.view, result, this.labels);
      });
      return made;
    });
    if (buttons.length > 1) this.views.append(...buttons);
    buttons[0].setAttribute('aria-pressed', 'true');
    await ways[0][1](this.view, result, this.labels);
  }

  #summary(result, millis) {
    const took = text('seconds', number(Math.max(1, Math.round(millis / 100)) / 10));
    if (result.form === 'boolean') return took;
    const said = result.rows.length === 0 ? text('nothing') : text(result.form, number(result.rows.length));
    const line = element('span', {}, said + ' · ' + took);
    if (result.cutBy) line.append(' ', element('strong', {class: 'editor-cut'}, text('cut', result.cutBy)));
    return line;
  }

  #text(query) {
    return async (place) => {
      const words = await (await askText(query, 'ttl')).text();
      place.replaceChildren(element('pre', {tabindex: '0', class: 'snippet'}, element('code', {}, words)));
    };
  }

  /** The files hold what was run, also when the query was changed since. */
  #files(query, result) {
    const buttons = Object.entries(FILES[result.form]).map(([name, format]) => {
      const made = element('button', {type: 'button', class: 'quiet small'}, name);
      made.addEventListener('click', async () => {
        const address = URL.createObjectURL(await askText(query, format));
        element('a', {href: address, download: fileName(result) + '.' + format}).click();
        setTimeout(() => URL.revokeObjectURL(address), 10_000);
      });
      return made;
    });
    this.downloads.replaceChildren(this.title, ...buttons);
    this.downloads.hidden = false;
  }
}
