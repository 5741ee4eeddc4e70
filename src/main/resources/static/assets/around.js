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

  // Room for a dot with a name of some lines below it; for a relation, the line to it begins at the trunk.
  const CELL = {width: 126, height: 52};
  const BELOW_NAME = 18;
  const GAP = 14;
  const TRUNK = 22;
  const BRANCH = 40;
  const TITLE = 30;
  const RELATION = 26;
  /** The things that were unfolded, from top to bottom; each stands at the head of its own surroundings. */
  const heads = [];
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
    make('a', words.open, status).href = '/id/' + node.data('thing') + location.search.replace(/^(?!.*asOf=).*$/, '').replace(/.*(asOf=[0-9-]+).*/, '?$1');
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

  /** How wide each of some things is, with its name: a long word is not broken, and touches nothing beside it. */
  const room = things => things.reduce((most, thing) => Math.max(most, Math.ceil(thing.boundingBox().w) + GAP), CELL.width);

  /** How much room things beside each other need, so that the longest of their names does not touch what stands below. */
  const height = things => things.reduce((most, thing) => Math.max(most, thing.boundingBox().h + BELOW_NAME), CELL.height);

  /**
   * Below a thing stand the kinds of things around it, a box each as wide as the page; in it each relation with a line from the trunk.
   * Lines keep to the margin, so that none runs through a name. The frame grows, so that nothing is cut and no names touch.
   */
  const arrange = () => {
    const width = Math.max(cy.container().clientWidth, BRANCH + 2 * CELL.width + 2 * GAP);
    let top = GAP;
    for (const head of heads) {
      const boxes = cy.nodes('.box').not('.hidden').filter(box => box.data('of') === head);
      const tall = Math.max(24, cy.getElementById(head).boundingBox().h);
      cy.getElementById(head).position({x: TRUNK, y: top + tall / 2});
      top += tall + GAP + 2;
      boxes.forEach(box => {
        const begin = top;
        top += TITLE;
        cy.getElementById(box.id() + ' title').position({x: BRANCH + GAP, y: begin + TITLE / 2});
        box.children('.relation').not('.hidden').forEach(relation => {
          relation.position({x: BRANCH + GAP, y: top + RELATION / 2});
          top += RELATION;
          const things = box.children('.thing').not('.hidden').filter(thing => thing.data('under') === relation.id()).toArray();
          const cell = room(things);
          const columns = Math.max(1, Math.floor((width - BRANCH - 3 * GAP) / cell));
          for (let first = 0; first < things.length; first += columns) {
            const row = things.slice(first, first + columns);
            row.forEach((thing, index) => thing.position({x: BRANCH + GAP + (index + .5) * cell, y: top + 12}));
            top += height(row);
          }
        });
        // The corners keep the box as wide as the frame, however few things it has.
        cy.getElementById(box.id() + ' a').position({x: BRANCH + 4, y: begin + 4});
        cy.getElementById(box.id() + ' z').position({x: width - GAP, y: top - 4});
        top += GAP;
      });
      top += GAP;
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

  /** Puts the surroundings of a thing below those that stand there. */
  const expand = async node => {
    const thing = node.data('thing');
    const head = 'head ' + thing;
    if (heads.includes(head)) return choose(cy.getElementById(head));
    const found = await ask(thing);
    heads.push(head);
    cy.add({classes: 'head', data: {id: head, thing, label: node.data('label'), kind: node.data('kind'), colour: node.data('colour')}});
    for (const group of found.groups) {
      for (const near of group.things) {
        const box = [head, near.type].join(' ');
        const relation = [box, group.direction, group.relation].join(' ');
        const colours = {colour: kindColour(near.type)};
        if (cy.getElementById(box).empty()) {
          cy.add({classes: 'box', data: {id: box, of: head, ...colours}});
          cy.add({classes: 'title', data: {id: box + ' title', parent: box, label: near.typeLabel, ...colours}});
          cy.add(['a', 'z'].map(corner => ({classes: 'corner', data: {id: box + ' ' + corner, parent: box}})));
        }
        if (cy.getElementById(relation).empty()) {
          cy.add({classes: 'relation', data: {id: relation, parent: box, relation: group.relation, label: group.label}});
          cy.add({classes: group.direction, data: {id: relation + ' edge', source: head, target: relation}});
        }
        cy.add({classes: 'thing', data: {id: relation + ' ' + near.id, thing: near.id, parent: box, under: relation, label: near.label, kind: near.typeLabel, ...colours}});
      }
    }
    relations();
    choose(cy.getElementById(head));
    tell(cy.getElementById(head), found.complete ? '' : words.cut);
  };

  const filter = document.createElement('select');
  const relations = () => {
    const labels = new Map(cy.nodes('.relation').map(node => [node.data('relation'), node.data('label')]));
    const kept = filter.value;
    filter.replaceChildren(new Option(words.all, ''), ...[...labels].map(([name, label]) => new Option(label, name)));
    filter.value = labels.has(kept) ? kept : '';
    show();
  };
  const show = () => {
    const kept = cy.nodes('.relation').filter(node => !filter.value || node.data('relation') === filter.value);
    const boxes = kept.parent();
    const things = boxes.children('.thing').filter(thing => kept.some(node => node.id() === thing.data('under')));
    cy.elements().addClass('hidden');
    kept.union(kept.connectedEdges()).union(boxes).union(boxes.children('.title, .corner')).union(things).union(cy.nodes('.head')).removeClass('hidden');
    arrange();
    keys();
  };

  const legend = document.createElement('p');
  legend.className = 'around-kinds';
  /** Which colour stands for which kind. */
  const keys = () => {
    const kinds = new Map(cy.nodes('[kind]').not('.hidden').map(node => [node.data('kind'), node.data('colour')]));
    legend.replaceChildren();
    for (const [kind, shade] of kinds) {
      const key = make('span', '', legend);
      const dot = make('span', '', key);
      dot.className = 'around-dot';
      dot.style.background = shade;
      make('span', kind, key);
    }
  };

  const save = (blob, ending) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = words.id.replace('/', '-') + '.' + ending;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  /** A name in lines of some letters. */
  const lines = (name, most) => name.split(' ').reduce((made, word) => {
    const last = made[made.length - 1];
    return last !== undefined && (last + ' ' + word).length <= most ? [...made.slice(0, -1), last + ' ' + word] : [...made, word];
  }, []);

  const svg = () => {
    const shown = cy.elements().not('.hidden');
    const NS = 'http://www.w3.org/2000/svg';
    const root = document.createElementNS(NS, 'svg');
    root.setAttribute('xmlns', NS);
    root.setAttribute('viewBox', [0, 0, cy.width(), cy.height()].join(' '));
    const add = (name, attributes, text) => {
      const element = document.createElementNS(NS, name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      if (text) element.textContent = text;
      root.append(element);
    };
    const write = (text, x, y, size, rest) => add('text', {x, y, 'font-size': size, 'font-family': 'sans-serif', fill: '#1d2529', ...rest}, text);
    shown.edges().forEach(edge => {
      const [head, end] = [edge.source().position(), edge.target().position()];
      add('path', {d: 'M' + head.x + ' ' + head.y + 'V' + end.y + 'H' + (end.x - 2), fill: 'none', stroke: '#888'});
    });
    shown.nodes('.box').forEach(node => {
      const area = node.boundingBox({includeLabels: false});
      add('rect', {x: area.x1, y: area.y1, width: area.w, height: area.h, fill: 'none', stroke: node.data('colour'), rx: 4});
    });
    shown.nodes('.title').forEach(node => write(node.data('label'), node.position('x'), node.position('y') + 4, 13, {'font-weight': 700, fill: node.data('colour')}));
    shown.nodes('.relation').forEach(node => write(node.data('label'), node.position('x') + 4, node.position('y') + 4, 11, {'font-style': 'italic'}));
    shown.nodes('.head').forEach(node => {
      const name = lines(node.data('label'), Math.floor((cy.width() - TRUNK) / 9));
      name.forEach((line, index) => write(line, node.position('x') + 16, node.position('y') + 5 + (index - (name.length - 1) / 2) * 17, 14, {'font-weight': 700}));
    });
    shown.nodes('[kind]').forEach(node => add('circle', {cx: node.position('x'), cy: node.position('y'), r: 8, fill: node.data('colour')}));
    shown.nodes('.thing').forEach(node => lines(node.data('label'), 22).forEach((line, index) => write(line, node.position('x'), node.position('y') + 20 + index * 12, 10, {'text-anchor': 'middle'})));
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
        elements: [],
        userPanningEnabled: false,
        autoungrabify: true,
        userZoomingEnabled: false,
        style: [
          {selector: 'node', style: {label: 'data(label)', width: 16, height: 16, color: colour('--ink'), 'font-size': 12, 'font-family': family, 'text-wrap': 'wrap', 'text-max-width': 112, 'text-valign': 'bottom', 'text-margin-y': 3}},
          {selector: 'node[colour]', style: {'background-color': 'data(colour)'}},
          {selector: '.head', style: {'text-halign': 'right', 'text-valign': 'center', 'text-margin-x': 8, 'text-margin-y': 0, 'text-max-width': () => canvas.clientWidth - TRUNK - 2 * GAP, 'font-size': 15, 'font-weight': 'bold'}},
          {selector: '.box', style: {label: '', shape: 'round-rectangle', padding: 4, 'background-color': colour('--sheet'), 'background-opacity': 1, 'border-width': 1.5, 'border-color': 'data(colour)'}},
          {selector: '.title, .relation', style: {width: 1, height: 1, 'background-opacity': 0, 'text-halign': 'right', 'text-valign': 'center', 'text-margin-y': 0, 'text-max-width': 1000}},
          {selector: '.title', style: {color: 'data(colour)', 'font-weight': 'bold', 'font-size': 14}},
          {selector: '.relation', style: {'font-style': 'italic', 'font-size': 13, 'text-margin-x': 4}},
          {selector: '.corner', style: {label: '', width: 1, height: 1, 'background-opacity': 0, events: 'no'}},
          {selector: '.chosen', style: {'border-width': 4, 'border-color': colour('--accent')}},
          {selector: 'edge', style: {width: 1.5, 'line-color': colour('--soft'), 'curve-style': 'taxi', 'taxi-direction': 'vertical', 'taxi-turn': '100%', 'taxi-turn-min-distance': 0, 'z-compound-depth': 'top', 'target-arrow-shape': 'triangle', 'target-arrow-color': colour('--soft'), 'arrow-scale': .9, 'source-endpoint': '0 8', 'target-endpoint': '-2 0'}},
          {selector: '.in', style: {'target-arrow-shape': 'none'}},
          {selector: '.hidden', style: {display: 'none'}},
        ],
      });
      await expand(cy.add({data: {id: 'first', thing: words.id, label: centre.label, kind: centre.typeLabel, colour: kindColour(centre.type)}}));
      cy.getElementById('first').remove();
      cy.on('tap', 'node[kind]', event => { choose(event.target); expand(event.target).catch(fail); });
      canvas.addEventListener('keydown', event => {
        const nodes = cy.nodes('[kind]').not('.hidden').sort((a, b) => a.position('y') - b.position('y') || a.position('x') - b.position('x'));
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
