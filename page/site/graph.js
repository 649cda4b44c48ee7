// The picture of the graph. The list below it says the same; without scripts only that is there.
(() => {
  const picture = document.querySelector('.picture');
  if (!picture || !window.cytoscape) return;
  const canvas = picture.querySelector('.canvas');
  const said = picture.querySelector('.chosen');
  const opener = picture.querySelector('.open');
  const buttons = Object.fromEntries(
    [...picture.querySelectorAll('[data-do]')].map((button) => [button.dataset.do, button]),
  );
  const most = 250;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const night = matchMedia('(prefers-color-scheme: dark)');
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const style = () => [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        'background-color': colour('structure'),
        color: colour('ink'),
        'font-family': colour('sans'),
        'font-size': 12,
        'text-wrap': 'ellipsis',
        'text-max-width': 150,
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-background-color': colour('paper'),
        'text-background-opacity': 0.8,
        width: 16,
        height: 16,
      },
    },
    {
      selector: 'node.centre',
      style: { 'background-color': colour('fact'), width: 26, height: 26, 'font-size': 15 },
    },
    { selector: 'node.around', style: { 'background-color': colour('fact') } },
    {
      selector: 'edge',
      style: {
        width: 1,
        'line-color': colour('quiet'),
        'line-opacity': 0.6,
        'target-arrow-color': colour('quiet'),
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.7,
        'curve-style': 'bezier',
      },
    },
    {
      selector: 'edge.chosen',
      style: {
        label: 'data(label)',
        width: 2,
        'line-opacity': 1,
        'line-color': colour('on-line'),
        'target-arrow-color': colour('on-line'),
        color: colour('ink'),
        'font-family': colour('sans'),
        'font-size': 10,
        'text-rotation': 'autorotate',
        'text-background-color': colour('paper'),
        'text-background-opacity': 0.9,
      },
    },
    { selector: 'node.chosen', style: { 'border-width': 4, 'border-color': colour('on-line') } },
  ];

  picture.hidden = false;
  const cy = window.cytoscape({
    container: canvas,
    style: style(),
    minZoom: 0.1,
    maxZoom: 4,
  });
  night.addEventListener('change', () => cy.style(style()));
  // For whoever looks at the picture from outside, such as tests.
  canvas.cy = cy;

  const say = (words) => {
    said.textContent = words;
  };
  const shown = new Set();
  const kindOf = ({ kind }) => (kind === '' ? '' : ` (${kind})`);

  const isDrawn = (id) => cy.getElementById(id).nonempty();
  const addNode = (node, classes) => {
    if (!isDrawn(node.id) && cy.nodes().length < most) cy.add({ group: 'nodes', data: node, classes });
  };
  const addLine = ({ source, target, labels }) => {
    const id = `${source} ${target}`;
    if (isDrawn(source) && isDrawn(target) && !isDrawn(id))
      cy.add({ group: 'edges', data: { id, source, target, label: labels.join(', ') } });
  };
  // As wide or as high as there is room, so that names have room too.
  const stretched = (_, { x, y }) => {
    const aspect = cy.width() / cy.height();
    return aspect > 1 ? { x: x * aspect, y } : { x, y: y / aspect };
  };
  const round = (centre) => ({
    name: 'concentric',
    concentric: (node) => (node.id() === centre ? 2 : 1),
    levelWidth: () => 1,
    minNodeSpacing: 30,
    transform: stretched,
  });
  const spread = {
    name: 'cose',
    randomize: false,
    nodeRepulsion: () => 60000,
    idealEdgeLength: () => 90,
    numIter: 600,
    animate: !isStill,
    animationDuration: 300,
  };

  // Few things need not fill the picture.
  const fit = () => {
    cy.fit(undefined, 30);
    if (cy.zoom() > 1.5) {
      cy.zoom(1.5);
      cy.center();
    }
  };

  const draw = async (address) => {
    if (shown.has(address)) return say('All of it is shown already.');
    const response = await fetch(address);
    if (!response.ok) return say('It cannot be shown now; try again.');
    const { centre, nodes, edges } = await response.json();
    shown.add(address);
    const before = cy.nodes().length;
    for (const node of nodes) addNode(node, before === 0 && node.id === centre ? 'centre' : '');
    for (const line of edges) addLine(line);
    cy.getElementById(centre).addClass('around');
    cy.layout({ ...(before === 0 ? round(centre) : spread), padding: 30, stop: fit }).run();
    say(`${cy.nodes().length - before} things were added; ${cy.nodes().length} are shown.`);
  };

  let chosen = null;
  const choose = (node) => {
    cy.elements('.chosen').removeClass('chosen');
    chosen = node;
    buttons.expand.disabled = !node?.data('graph');
    opener.hidden = !node?.data('href');
    if (!node) return say('');
    if (node.data('href')) opener.href = node.data('href');
    node.addClass('chosen');
    const lines = node.connectedEdges();
    lines.addClass('chosen');
    const words = lines.map(
      (line) => `${line.source().data('label')} – ${line.data('label')} – ${line.target().data('label')}`,
    );
    say(
      `${node.data('label')}${kindOf(node.data())}: ${words.slice(0, 6).join('; ')}${words.length > 6 ? ` and ${words.length - 6} more` : ''}`,
    );
    const { x, y } = node.renderedPosition();
    if (x < 0 || y < 0 || x > cy.width() || y > cy.height()) cy.center(node);
  };
  const expand = () => chosen?.data('graph') && draw(`${chosen.data('graph')}.json`);
  const zoom = (by) =>
    cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  const step = (by) => {
    const nodes = cy.nodes().toArray();
    const at = chosen ? nodes.findIndex((node) => node.same(chosen)) : by > 0 ? -1 : 0;
    choose(nodes[(at + by + nodes.length) % nodes.length]);
  };

  cy.on('tap', 'node', ({ target }) => (chosen?.same(target) ? expand() : choose(target)));
  cy.on('tap', ({ target }) => target === cy && choose(null));
  buttons.in.addEventListener('click', () => zoom(1.3));
  buttons.out.addEventListener('click', () => zoom(1 / 1.3));
  buttons.fit.addEventListener('click', fit);
  buttons.expand.addEventListener('click', expand);

  const keys = {
    ArrowLeft: () => cy.panBy({ x: 60, y: 0 }),
    ArrowRight: () => cy.panBy({ x: -60, y: 0 }),
    ArrowUp: () => cy.panBy({ x: 0, y: 60 }),
    ArrowDown: () => cy.panBy({ x: 0, y: -60 }),
    '+': () => zoom(1.3),
    '=': () => zoom(1.3),
    '-': () => zoom(1 / 1.3),
    0: fit,
    n: () => step(1),
    p: () => step(-1),
    Enter: expand,
    o: () => chosen?.data('href') && location.assign(chosen.data('href')),
    Escape: () => choose(null),
  };
  canvas.addEventListener('keydown', (event) => {
    const act = keys[event.key] ?? keys[event.key.toLowerCase()];
    if (!act || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  });

  draw(picture.dataset.graph);
})();
