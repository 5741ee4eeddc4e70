// Draws what a thing is linked to, when asked for. Without this script the table says the same.
'use strict';

(() => {
  const place = document.querySelector('.around-drawing');
  if (!place) return;
  const words = place.dataset;
  const lang = document.documentElement.lang;
  const make = (name, text, parent) => {
    const element = document.createElement(name);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  place.hidden = false;
  const draw = make('button', words.draw, place);
  draw.type = 'button';
  const status = make('p', '', place);
  status.setAttribute('role', 'status');

  const ZOOM_MIN = .85;
  let cy;
  let at;

  const library = () => new Promise((done, failed) => {
    if (window.cytoscape) return done();
    // The library writes a style of its own unless an element of this name stands there; the rule is in the style sheet.
    make('meta', '', document.head).id = '__________cytoscape_stylesheet';
    const script = document.createElement('script');
    script.src = words.library;
    script.addEventListener('load', done);
    script.addEventListener('error', failed);
    document.head.append(script);
  });

  const ask = async id => {
    const answer = await fetch('/api/v1/entities/' + id + '/neighbours?size=12&lang=' + lang);
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };

  const tell = (node, note) => {
    status.replaceChildren();
    make('strong', node.data('label'), status);
    status.append(' ', node.data('kind'), ' ');
    make('a', words.open, status).href = '/id/' + node.id() + location.search.replace(/^(?!.*asOf=).*$/, '').replace(/.*(asOf=[0-9-]+).*/, '?$1');
    if (note) status.append(' ' + note);
  };

  /** Names stay large enough to read; what does not fit then is found by dragging, or by the keys. */
  const readable = node => {
    if (cy.zoom() < ZOOM_MIN) {
      cy.zoom(ZOOM_MIN);
      cy.center(node);
    }
  };

  const choose = node => {
    cy.nodes().removeClass('chosen');
    node.addClass('chosen');
    at = node;
    const {x, y} = node.renderedPosition();
    if (x < 0 || y < 0 || x > cy.width() || y > cy.height()) cy.center(node);
    tell(node, '');
  };

  const expand = async node => {
    const found = await ask(node.id());
    const fresh = [];
    for (const group of found.groups) {
      for (const near of group.things) {
        if (cy.getElementById(near.id).empty()) fresh.push({data: {id: near.id, label: near.label, kind: near.typeLabel}});
        const ends = group.direction === 'out' ? [node.id(), near.id] : [near.id, node.id()];
        const id = ends.join(' ') + ' ' + group.relation;
        if (cy.getElementById(id).empty()) fresh.push({data: {id, source: ends[0], target: ends[1], relation: group.relation, label: group.label}});
      }
    }
    cy.add(fresh.filter(each => !each.data.source));
    cy.add(fresh.filter(each => each.data.source));
    node.addClass('expanded');
    cy.layout({name: 'cose', animate: false, fit: true, padding: 8, nodeDimensionsIncludeLabels: true, nodeOverlap: 24, nodeRepulsion: () => 12000, idealEdgeLength: () => 48}).run();
    readable(node);
    relations();
    tell(node, found.complete ? '' : words.cut);
  };

  const filter = document.createElement('select');
  const relations = () => {
    const labels = new Map(cy.edges().map(edge => [edge.data('relation'), edge.data('label')]));
    const kept = filter.value;
    filter.replaceChildren(new Option(words.all, ''), ...[...labels].map(([name, label]) => new Option(label, name)));
    filter.value = labels.has(kept) ? kept : '';
    show();
  };
  const show = () => {
    const edges = filter.value ? cy.edges().filter(edge => edge.data('relation') === filter.value) : cy.edges();
    cy.elements().addClass('hidden');
    edges.union(edges.connectedNodes()).union(cy.getElementById(words.id)).removeClass('hidden');
  };

  const save = (blob, ending) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = words.id.replace('/', '-') + '.' + ending;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const svg = () => {
    const shown = cy.elements().not('.hidden');
    const box = shown.boundingBox();
    const NS = 'http://www.w3.org/2000/svg';
    const root = document.createElementNS(NS, 'svg');
    root.setAttribute('xmlns', NS);
    root.setAttribute('viewBox', [box.x1 - 20, box.y1 - 20, box.w + 40, box.h + 40].join(' '));
    const add = (name, attributes, text) => {
      const element = document.createElementNS(NS, name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      if (text) element.textContent = text;
      root.append(element);
    };
    shown.edges().forEach(edge => {
      const from = edge.source().position(), to = edge.target().position();
      add('line', {x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: '#888'});
      add('text', {x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, 'font-size': 7, 'font-family': 'sans-serif', 'text-anchor': 'middle', fill: '#555'}, edge.data('label'));
    });
    shown.nodes().forEach(node => {
      const {x, y} = node.position();
      add('circle', {cx: x, cy: y, r: 8, fill: '#0f5560'});
      add('text', {x, y: y + 20, 'font-size': 10, 'font-family': 'sans-serif', 'text-anchor': 'middle', fill: '#1d2529'}, node.data('label'));
    });
    return new Blob([new XMLSerializer().serializeToString(root)], {type: 'image/svg+xml'});
  };

  const start = async () => {
    draw.disabled = true;
    try {
      await library();
      const tools = make('p', '', place);
      tools.className = 'around-tools';
      const label = make('label', words.filter + ' ', tools);
      label.append(filter);
      filter.addEventListener('change', show);
      for (const [name, blob] of [['PNG', () => cy.png({output: 'blob', full: true, scale: 2, bg: colour('--sheet')})], ['SVG', svg]]) {
        const button = make('button', name, tools);
        button.type = 'button';
        button.addEventListener('click', () => save(blob(), name.toLowerCase()));
      }
      const canvas = make('div', '', place);
      canvas.className = 'around-canvas';
      canvas.tabIndex = 0;
      canvas.setAttribute('role', 'application');
      canvas.setAttribute('aria-label', words.label + '. ' + words.help);
      make('p', words.help, place).className = 'count';
      const centre = await ask(words.id);
      const family = getComputedStyle(document.body).fontFamily;
      cy = window.cytoscape({
        container: canvas,
        elements: [{data: {id: words.id, label: centre.label, kind: centre.typeLabel}}],
        userZoomingEnabled: false,
        style: [
          {selector: 'node', style: {label: 'data(label)', width: 16, height: 16, 'background-color': colour('--soft'), color: colour('--ink'), 'font-size': 13, 'font-family': family, 'text-wrap': 'wrap', 'text-max-width': 110, 'text-valign': 'bottom', 'text-margin-y': 3, 'text-background-color': colour('--sheet'), 'text-background-opacity': .85}},
          {selector: '.expanded', style: {'background-color': colour('--accent')}},
          {selector: '.chosen', style: {'border-width': 4, 'border-color': colour('--danger')}},
          {selector: 'edge', style: {width: 1, 'line-color': colour('--soft'), 'curve-style': 'bezier', 'target-arrow-shape': 'triangle', 'target-arrow-color': colour('--soft')}},
          {selector: '.hidden', style: {display: 'none'}},
        ],
      });
      const centreNode = cy.getElementById(words.id);
      await expand(centreNode);
      choose(centreNode);
      cy.on('tap', 'node', event => { choose(event.target); expand(event.target).catch(fail); });
      canvas.addEventListener('keydown', event => {
        const nodes = cy.nodes().not('.hidden').sort((a, b) => a.position('y') - b.position('y') || a.position('x') - b.position('x'));
        const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
        if (step) {
          event.preventDefault();
          choose(nodes[(nodes.toArray().findIndex(node => node.same(at)) + step + nodes.length) % nodes.length]);
        } else if (event.key === 'Enter') {
          event.preventDefault();
          expand(at).catch(fail);
        }
      });
      draw.remove();
      canvas.focus();
    } catch {
      fail();
    }
  };
  const fail = () => {
    draw.disabled = false;
    status.textContent = words.failed;
  };
  draw.addEventListener('click', start);
})();
