// The answer as bars: lying for names, standing in order for years and dates.
import {element, number, text} from './texts.js';
import {asNumber, nameOf} from './terms.js';

const BARS_MOST = 40;
const LINE = 44;
const HEIGHT = 260;
const SVG = 'http://www.w3.org/2000/svg';

const draw = (name, attributes = {}, words = '') => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = words;
  return made;
};

/** The columns of numbers, and those that can name a bar. */
export const columns = (result) => {
  const all = result.names.map((name, index) => ({name, index}));
  const some = (index, fits) => result.rows.some((row) => row[index]) && result.rows.every((row) => !row[index] || fits(row[index]));
  const values = all.filter(({index}) => some(index, (term) => asNumber(term) !== null));
  const isYear = ({index}) => some(index, (term) => /^\d{4}$/.test(term.value));
  return {values: values.filter((each) => !isYear(each) || values.length === 1), labels: all};
};

/** Whether there is anything to draw. */
export const canDraw = (result) => {
  const {values, labels} = columns(result);
  return result.form === 'rows' && result.rows.length > 0 && values.length > 0 && labels.length > 1;
};

const lying = (svg, bars, most) => {
  svg.setAttribute('height', bars.length * LINE + 8);
  bars.forEach((bar, index) => {
    const y = index * LINE + 20;
    const width = most > 0 ? Math.max(0, bar.value) / most * 78 : 0;
    svg.append(
      draw('text', {x: 0, y: y - 6}, bar.name),
      draw('rect', {class: 'bar', x: 0, y, width: width + '%', height: 16, rx: 2}),
      draw('text', {class: 'bar-value', x: width + '%', y: y + 13, dx: 6}, number(bar.value)));
  });
};

const standing = (svg, bars, most) => {
  svg.classList.add('standing');
  svg.setAttribute('height', HEIGHT);
  const floor = HEIGHT - 28;
  svg.append(draw('line', {class: 'axis', x1: 0, x2: '100%', y1: floor, y2: floor}));
  bars.forEach((bar, index) => {
    const step = 100 / bars.length;
    const height = most > 0 ? Math.max(0, bar.value) / most * (floor - 30) : 0;
    const middle = (index + 0.5) * step + '%';
    svg.append(
      draw('rect', {class: 'bar', x: (index + 0.15) * step + '%', y: floor - height, width: step * 0.7 + '%', height}),
      draw('text', {class: 'bar-value', x: middle, y: floor - height - 6, 'text-anchor': 'middle'}, number(bar.value)),
      draw('text', {x: middle, y: HEIGHT - 8, 'text-anchor': 'middle'}, bar.name));
  });
};

const picture = (result, labels, name, value) => {
  const all = result.rows.filter((row) => row[value.index]).map((row) => ({name: nameOf(row[name.index], labels) || '–', value: asNumber(row[value.index])}));
  const inTime = all.every((bar) => /^\d{4}(-\d\d)*/.test(bar.name));
  const bars = (inTime ? all.sort((a, b) => a.name.localeCompare(b.name)) : all).slice(0, BARS_MOST);
  const most = Math.max(...bars.map((bar) => bar.value));
  const svg = draw('svg', {width: '100%', role: 'img', 'aria-label': text('chart.title', value.name, name.name)});
  (inTime ? standing : lying)(svg, bars, most);
  const figure = element('figure', {class: 'chart'}, element('figcaption', {}, text('chart.title', value.name, name.name)),
    inTime ? element('div', {class: 'chart-scroll', tabindex: '0', role: 'group', 'aria-label': value.name}, svg) : svg);
  if (all.length > bars.length) figure.append(element('p', {class: 'chart-note'}, text('chart.cut', number(bars.length), number(all.length))));
  return figure;
};

const chooser = (words, options, chosen, act) => {
  const select = element('select', {}, ...options.map((each) => element('option', {value: each.index, selected: each === chosen}, each.name)));
  select.addEventListener('change', () => act(options.find((each) => String(each.index) === select.value)));
  return element('label', {}, words + ' ', select);
};

/** Draws the chart in a place, with a choice of columns. */
export const chart = async (place, result, labels) => {
  const found = columns(result);
  let value = found.values[0];
  let name = found.labels.find((each) => each !== value && !found.values.includes(each)) ?? found.labels.find((each) => each !== value);
  const held = element('div');
  const redraw = async () => {
    await labels.find(result.rows.slice(0, BARS_MOST).map((row) => row[name.index]));
    held.replaceChildren(picture(result, labels, name, value));
  };
  place.replaceChildren(
    element('p', {class: 'chart-columns'},
      chooser(text('chart.label'), found.labels, name, (each) => { name = each; redraw(); }), ' ',
      chooser(text('chart.value'), found.values, value, (each) => { value = each; redraw(); })),
    held);
  await redraw();
};
