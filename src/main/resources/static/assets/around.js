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

  // Room for a dot with a name of two lines below it, and for the heading of a group.
  const CELL = {width: 126, height: 74};
  const BELOW_NAME = 18;
  const HEAD_LETTER = 7;
  const HEAD = 34;
  const GAP = 14;
  const expanded = [];
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

  /** The colour that the mark of a kind has everywhere. */
  const kindColour = type => {
    const probe = make('span', '', place);
    probe.className = 'mark mark-' + type;
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  };

  /** How much room things beside each other need, so that the longest of their names does not touch what stands below. */
  const height = things => things.reduce((most, thing) => Math.max(most, thing.boundingBox().h + BELOW_NAME), CELL.height);

  /**
   * Each relation is a box with its name on it; the boxes of a thing stand in rows below it, as wide as the page. The frame grows,
   * so that nothing is cut and no names touch.
   */
  const arrange = () => {
    const width = Math.max(cy.container().clientWidth, 2 * CELL.width + 2 * GAP);
    const most = Math.max(1, Math.floor((width - 2 * GAP) / CELL.width));
    let top = GAP;
    for (const id of expanded) {
      const boxes = cy.nodes('.box').not('.hidden').filter(box => box.data('of') === id);
      if (boxes.empty()) continue;
      if (id === words.id) {
        cy.getElementById(id).position({x: width / 2, y: top + 16});
        top += height([cy.getElementById(id)]) + BELOW_NAME;
      }
      let left = GAP;
      let tallest = 0;
      boxes.forEach(box => {
        const things = box.children().not('.hidden');
        const columns = Math.min(most, things.length);
        const wide = Math.max(columns * CELL.width, box.data('label').length * HEAD_LETTER);
        if (left > GAP && left + wide + GAP > width) {
          top += tallest + GAP;
          left = GAP;
          tallest = 0;
        }
        let down = HEAD;
        for (let first = 0; first < things.length; first += columns) {
          const row = things.toArray().slice(first, first + columns);
          row.forEach((thing, index) => thing.position({x: left + (wide - columns * CELL.width) / 2 + (index + .5) * CELL.width, y: top + down + 12}));
          down += height(row);
        }
        left += wide + GAP;
        tallest = Math.max(tallest, down);
      });
      top += tallest + 2 * GAP;
    }
    cy.container().style.height = Math.max(top, 160) + 'px';
    cy.resize();
    cy.zoom(1);
    cy.pan({x: 0, y: 0});
  };

  const choose = node => {
    cy.nodes().removeClass('chosen');
    node.addClass('chosen');
    at = node;
    tell(node, '');
  };

  const expand = async node => {
    const found = await ask(node.id());
    if (!expanded.includes(node.id())) expanded.push(node.id());
    for (const group of found.groups) {
      const box = ['box', node.id(), group.direction, group.relation].join(' ');
      for (const near of group.things) {
        const fresh = cy.getElementById(near.id).empty();
        if (fresh && cy.getElementById(box).empty()) {
          cy.add({classes: 'box', data: {id: box, of: node.id(), relation: group.relation, label: group.label}});
          const ends = group.direction === 'out' ? {source: node.id(), target: box} : {source: box, target: node.id()};
          cy.add({data: {id: box + ' edge', relation: group.relation, heading: group.label, ...ends}});
        }
        if (fresh) {
          cy.add({data: {id: near.id, parent: box, label: near.label, kind: near.typeLabel, colour: kindColour(near.type)}});
        } else if (cy.getElementById(near.id).data('parent') !== box) {
          const ends = group.direction === 'out' ? [node.id(), near.id] : [near.id, node.id()];
          const id = ends.join(' ') + ' ' + group.relation;
          if (cy.getElementById(id).empty() && ends[0] !== ends[1]) {
            cy.add({classes: 'between', data: {id, source: ends[0], target: ends[1], relation: group.relation, heading: group.label, label: group.label}});
          }
        }
      }
    }
    node.addClass('expanded');
    relations();
    tell(node, found.complete ? '' : words.cut);
  };

  const filter = document.createElement('select');
  const relations = () => {
    const labels = new Map(cy.edges().map(edge => [edge.data('relation'), edge.data('heading')]));
    const kept = filter.value;
    filter.replaceChildren(new Option(words.all, ''), ...[...labels].map(([name, label]) => new Option(label, name)));
    filter.value = labels.has(kept) ? kept : '';
    show();
  };
  const show = () => {
    const edges = filter.value ? cy.edges().filter(edge => edge.data('relation') === filter.value) : cy.edges();
    const ends = edges.connectedNodes();
    cy.elements().addClass('hidden');
    edges.union(ends).union(ends.children()).union(ends.parent()).union(cy.getElementById(words.id)).removeClass('hidden');
    arrange();
    keys();
  };

  const legend = document.createElement('p');
  legend.className = 'around-kinds';
  /** Which colour stands for which kind. */
  const keys = () => {
    const kinds = new Map(cy.nodes().not('.box').not('.hidden').map(node => [node.data('kind'), node.data('colour')]));
    legend.replaceChildren();
    for (const [kind, shade] of kinds) {
      const dot = make('span', '', legend);
      dot.className = 'around-dot';
      dot.style.background = shade;
      make('span', kind, legend);
    }
  };

  const save = (blob, ending) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = words.id.replace('/', '-') + '.' + ending;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  /** A name in lines that fit its cell. */
  const lines = name => name.split(' ').reduce((made, word) => {
    const last = made[made.length - 1];
    return last !== undefined && (last + ' ' + word).length <= 22 ? [...made.slice(0, -1), last + ' ' + word] : [...made, word];
  }, []);

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
    shown.nodes('.box').forEach(node => {
      const area = node.boundingBox({includeLabels: false});
      add('rect', {x: area.x1, y: area.y1 - 4, width: area.w, height: area.h + 4, fill: 'none', stroke: '#bbb', rx: 4});
      add('text', {x: area.x1 + 6, y: area.y1 + 10, 'font-size': 11, 'font-family': 'sans-serif', 'font-weight': 600, fill: '#333'}, node.data('label'));
    });
    shown.edges('.between').forEach(edge => {
      const from = edge.source().position(), to = edge.target().position();
      add('line', {x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: '#888'});
      add('text', {x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, 'font-size': 7, 'font-family': 'sans-serif', 'text-anchor': 'middle', fill: '#555'}, edge.data('label'));
    });
    shown.nodes().not('.box').forEach(node => {
      const {x, y} = node.position();
      add('circle', {cx: x, cy: y, r: 8, fill: node.data('colour')});
      lines(node.data('label')).forEach((line, index) => add('text', {x, y: y + 20 + index * 12, 'font-size': 10, 'font-family': 'sans-serif', 'text-anchor': 'middle', fill: '#1d2529'}, line));
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
      place.append(legend);
      make('p', words.help, place).className = 'count';
      const centre = await ask(words.id);
      const family = getComputedStyle(document.body).fontFamily;
      cy = window.cytoscape({
        container: canvas,
        elements: [{data: {id: words.id, label: centre.label, kind: centre.typeLabel, colour: kindColour(centre.type)}}],
        userPanningEnabled: false,
        autoungrabify: true,
        userZoomingEnabled: false,
        style: [
          {selector: 'node', style: {label: 'data(label)', width: 16, height: 16, 'background-color': 'data(colour)', color: colour('--ink'), 'font-size': 12, 'font-family': family, 'text-wrap': 'wrap', 'text-max-width': 112, 'text-valign': 'bottom', 'text-margin-y': 3, 'text-background-color': colour('--paper'), 'text-background-opacity': .85}},
          {selector: '.box', style: {shape: 'round-rectangle', padding: 6, 'background-color': colour('--sheet'), 'background-opacity': 1, 'border-width': 1, 'border-color': colour('--line'), 'font-weight': 'bold', 'text-valign': 'top', 'text-max-width': 240, 'text-margin-y': -2, 'compound-sizing-wrt-labels': 'include'}},
          {selector: '.expanded', style: {'border-width': 3, 'border-color': colour('--accent')}},
          {selector: '.chosen', style: {'border-width': 4, 'border-color': colour('--danger')}},
          {selector: 'edge', style: {width: 1, 'line-color': colour('--soft'), 'curve-style': 'straight', 'z-compound-depth': 'bottom', 'target-arrow-shape': 'triangle', 'target-arrow-color': colour('--soft')}},
          {selector: '.between', style: {label: 'data(label)', 'z-compound-depth': 'top', 'line-style': 'dashed', 'font-size': 10, color: colour('--ink'), 'text-background-color': colour('--sheet'), 'text-background-opacity': .9, 'text-rotation': 'autorotate'}},
          {selector: '.hidden', style: {display: 'none'}},
        ],
      });
      const centreNode = cy.getElementById(words.id);
      await expand(centreNode);
      choose(centreNode);
      cy.on('tap', 'node[kind]', event => { choose(event.target); expand(event.target).catch(fail); });
      canvas.addEventListener('keydown', event => {
        const nodes = cy.nodes().not('.box').not('.hidden').sort((a, b) => a.position('y') - b.position('y') || a.position('x') - b.position('x'));
        const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
        if (step) {
          event.preventDefault();
          choose(nodes[(nodes.toArray().findIndex(node => node.same(at)) + step + nodes.length) % nodes.length]);
        } else if (event.key === 'Enter') {
          event.preventDefault();
          expand(at).catch(fail);
        }
      });
      window.addEventListener('resize', arrange);
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
