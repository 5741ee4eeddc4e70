// The answer as a network: things are dots, and what stands beside each other in a row is joined.
import {element, number, text} from './texts.js';
import {nameOf, pageOf} from './terms.js';

const NODES_MOST = 80;
const ROUNDS = 300;
const WIDTH = 960;
const HEIGHT_LEAST = 320;
const HEIGHT_PER_NODE = 20;
const ALONE = 2.2;
const SVG = 'http://www.w3.org/2000/svg';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const LABEL_MOST = 30;
const LETTER_SIZE = 14;
const LETTER_HEIGHT = 16;
const DOT = 5;
const DOT_GROWS = 7;
const BELOW_NAME = 5;
const BETWEEN = 3;
const APART_ROUNDS = 200;

const draw = (name, attributes = {}, ...children) => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const shorten = (words) => (words.length > LABEL_MOST ? words.slice(0, LABEL_MOST - 1) + '…' : words);

/** The joined pairs of a result; those of triples have the name of their property. */
const pairs = (result) => {
  if (result.form === 'triples') {
    return result.rows
      .filter(([, property, to]) => to.type === 'uri' && property.value !== RDF_TYPE)
      .map(([from, property, to]) => ({from, to, property}));
  }
  return result.rows.flatMap((row) => {
    const things = row.filter((term) => term?.type === 'uri');
    return things.slice(1).map((to, index) => ({from: things[index], to, property: null}));
  });
};

/** The groups of things that hang together, each as the set of its IRIs, by IRI. */
const groups = (joined) => {
  const group = new Map();
  for (const {from, to} of joined) {
    const [one, other] = [from, to].map((term) => group.get(term.value) ?? new Set([term.value]));
    const both = one === other ? one : new Set([...one, ...other]);
    both.forEach((iri) => group.set(iri, both));
  }
  return group;
};

/** How wide words are when they are drawn. */
const widths = () => {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = `${LETTER_SIZE}px ${getComputedStyle(document.documentElement).getPropertyValue('--sans')}`;
  return (words) => pen.measureText(words).width;
};

/** A thing with more links has a larger dot. */
const radius = (node) => DOT + Math.min(DOT_GROWS, node.links);

/** How far the name of a dot reaches above its middle. */
const nameAbove = (node) => radius(node) + BELOW_NAME + LETTER_HEIGHT;

/** How far the middle of a dot must be below that of another, so that its name does not touch it. */
const room = (upper, lower) => radius(upper) + nameAbove(lower) + BETWEEN;

/**
 * Moves dots up and down until no name touches another.
 *
 * @returns the height of the drawing
 */
const apart = (nodes, height) => {
  const near = (upper, lower) => Math.abs(upper.x - lower.x) < (upper.wide + lower.wide) / 2 + 6 && lower.y - upper.y < room(upper, lower);
  for (let round = 0, moved = true; moved && round < APART_ROUNDS; round++) {
    moved = false;
    for (let i = 0; i < nodes.length; i++) {
      for (let j = 0; j < i; j++) {
        const [upper, lower] = nodes[i].y < nodes[j].y ? [nodes[i], nodes[j]] : [nodes[j], nodes[i]];
        if (!near(upper, lower)) continue;
        const push = (room(upper, lower) + 1 - (lower.y - upper.y)) / 2;
        upper.y -= push;
        lower.y += push;
        moved = true;
      }
    }
  }
  const least = Math.min(...nodes.map((node) => node.y));
  const above = Math.max(...nodes.map(nameAbove));
  nodes.forEach((node) => { node.y += Math.max(0, above - least); });
  return Math.max(height, ...nodes.map((node) => node.y + radius(node) + BETWEEN));
};

/** The pairs that hang together with others; a pair by itself is read better in the table. */
const connected = (result) => {
  const joined = pairs(result);
  const group = groups(joined);
  return joined.filter(({from}) => group.get(from.value).size > 2);
};

/** Whether there is anything to join that makes a network. */
export const canJoin = (result) => connected(result).length > 0;

const network = (result) => {
  const nodes = new Map();
  const edges = new Map();
  const joined = connected(result);
  const loose = pairs(result).length - joined.length;
  let left = 0;
  for (const {from, to, property} of joined) {
    const fresh = [from, to].filter((term, index, both) => !nodes.has(term.value) && both.findIndex((each) => each.value === term.value) === index);
    if (from.value === to.value) continue;
    if (nodes.size + fresh.length > NODES_MOST) {
      left++;
      continue;
    }
    fresh.forEach((term) => nodes.set(term.value, {term, links: 0}));
    const key = from.value + ' ' + to.value;
    if (edges.has(key)) continue;
    edges.set(key, {from: nodes.get(from.value), to: nodes.get(to.value), property});
    nodes.get(from.value).links++;
    nodes.get(to.value).links++;
  }
  return {nodes: [...nodes.values()], edges: [...edges.values()], left, loose};
};

/**
 * Places the dots: those that are near push each other away, edges pull, and all are drawn to the middle. Starts from a spiral, so
 * that the same answer looks the same.
 *
 * @returns the height of the drawing
 */
const settle = ({nodes, edges}, labels) => {
  const height = Math.max(HEIGHT_LEAST, nodes.length * HEIGHT_PER_NODE);
  nodes.forEach((node, index) => {
    const radius = 12 * Math.sqrt(index + 1);
    Object.assign(node, {x: radius * Math.cos(index * 2.4), y: radius * Math.sin(index * 2.4)});
  });
  const reach = Math.sqrt(WIDTH * height / Math.max(1, nodes.length));
  for (let round = 0; round < ROUNDS; round++) {
    const step = reach * 0.4 * (1 - round / ROUNDS) + 0.5;
    nodes.forEach((node) => Object.assign(node, {dx: -node.x * 0.08, dy: -node.y * 0.08}));
    for (let i = 0; i < nodes.length; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = [nodes[i], nodes[j]];
        const [x, y] = [a.x - b.x || 0.01, a.y - b.y || 0.01];
        if (Math.hypot(x, y) > reach * ALONE) continue;
        const push = reach * reach / (x * x + y * y);
        a.dx += x * push; a.dy += y * push; b.dx -= x * push; b.dy -= y * push;
      }
    }
    for (const {from, to} of edges) {
      const [x, y] = [to.x - from.x, to.y - from.y];
      const pull = Math.hypot(x, y) / reach;
      from.dx += x * pull; from.dy += y * pull; to.dx -= x * pull; to.dy -= y * pull;
    }
    for (const node of nodes) {
      const length = Math.hypot(node.dx, node.dy) || 1;
      node.x += node.dx / length * Math.min(length, step);
      node.y += node.dy / length * Math.min(length, step);
    }
  }
  const fit = (axis, size, margin) => {
    const values = nodes.map((node) => node[axis]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    nodes.forEach((node) => { node[axis] = high === low ? size / 2 : margin + (node[axis] - low) / (high - low) * (size - 2 * margin); });
  };
  fit('x', WIDTH, 120);
  fit('y', height, 30);
  const wide = widths();
  nodes.forEach((node) => { node.wide = wide(shorten(nameOf(node.term, labels))); });
  return apart(nodes, height);
};

const dot = (node, labels) => {
  const name = nameOf(node.term, labels);
  const parts = [
    draw('title', {}, name),
    draw('circle', {cx: node.x, cy: node.y, r: radius(node), class: 'mark-' + labels.kind(node.term.value)}),
    draw('text', {x: node.x, y: node.y - radius(node) - BELOW_NAME, 'text-anchor': 'middle'}, shorten(name)),
  ];
  const page = node.term.type === 'uri' ? pageOf(node.term.value) : null;
  return page ? draw('a', {href: page}, ...parts) : draw('g', {}, ...parts);
};

const line = ({from, to, property}, labels) => {
  const made = draw('line', {x1: from.x, y1: from.y, x2: to.x, y2: to.y});
  if (property) made.append(draw('title', {}, nameOf(property, labels)));
  return made;
};

/** Which colour stands for which kinds; nothing when no kind is known. */
const legend = (nodes, labels) => {
  const kinds = [...new Set(nodes.map((node) => labels.kind(node.term.value)).filter(Boolean))].sort();
  return kinds.length === 0 ? [] : [element('ul', {class: 'network-kinds'},
    ...kinds.map((kind) => element('li', {}, element('span', {class: 'network-dot mark-' + kind, 'aria-hidden': 'true'}), labels.ofClass(kind))))];
};

/** Draws the network in a place. */
export const graph = async (place, result, labels) => {
  const found = network(result);
  await labels.find([...found.nodes.map((node) => node.term), ...found.edges.map((edge) => edge.property)]);
  const height = settle(found, labels);
  const words = text('graph.title', number(found.nodes.length), number(found.edges.length));
  const svg = draw('svg', {viewBox: `0 0 ${WIDTH} ${height}`, role: 'group', 'aria-label': words},
    ...found.edges.map((edge) => line(edge, labels)),
    ...found.nodes.map((node) => dot(node, labels)));
  const figure = element('figure', {class: 'network'}, element('figcaption', {}, words),
    element('div', {class: 'network-scroll', tabindex: '0', role: 'group', 'aria-label': text('view.graph')}, svg), ...legend(found.nodes, labels));
  if (found.left > 0) figure.append(element('p', {class: 'chart-note'}, text('graph.cut', number(found.nodes.length), number(found.left))));
  if (found.loose > 0) figure.append(element('p', {class: 'chart-note'}, text('graph.loose', number(found.loose))));
  place.replaceChildren(figure);
};
