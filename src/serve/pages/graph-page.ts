/** A picture of what is round a thing, as JSON for the picture, and as a list for whoever does not see it. */
import { pageOf } from '../../rdf/iris.js';
import type { Addresses } from './addresses.js';
import type { Html } from './html.js';
import { html, nothing } from './html.js';
import type { PageParts } from './layout.js';
import { iriOf } from './questions.js';
import type { ThingData } from './thing-data.js';
import { ThingView } from './thing-view.js';
import { prefixOf, termLabel } from './vocabulary-terms.js';

export interface GraphNode {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  /** Page of the thing. */
  readonly href: string | null;
  /** JSON of what is round it. */
  readonly graph: string | null;
}

export interface GraphEdge {
  readonly source: string;
  readonly target: string;
  readonly labels: readonly string[];
}

export interface Neighbourhood {
  readonly centre: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly isCut: boolean;
}

/** More cannot be told apart in a picture. */
const mostNodes = 60;

/** Things round a thing. A part stands for the line between its thing and what it leads to. */
export function neighbourhood(data: ThingData, addresses: Addresses): Neighbourhood {
  const view = new ThingView(data, addresses);
  const lines = new Map<string, { source: string; target: string; labels: Set<string> }>();
  const add = (source: string, target: string, label: string): void => {
    const from = pageOf(source);
    const to = pageOf(target);
    if (from === to || [from, to].some((iri) => iri === data.page || !isThing(iri, addresses))) return;
    const line = lines.get(`${from} ${to}`) ?? { source: from, target: to, labels: new Set<string>() };
    line.labels.add(label);
    lines.set(`${from} ${to}`, line);
  };
  for (const facts of data.facts.values())
    for (const { subject, predicate, object } of facts)
      if (object.termType === 'NamedNode' && predicate !== iriOf('rdf:type'))
        add(pageOf(subject) === data.page ? data.thing : subject, object.value, termLabel(predicate));
  for (const { subject, predicate } of data.incoming) add(subject, data.thing, termLabel(predicate));
  const edges = [...lines.values()].map(({ source, target, labels }) => ({
    source,
    target,
    labels: [...labels],
  }));
  const others = [...new Set(edges.flatMap(({ source, target }) => [source, target]))].filter(
    (iri) => iri !== data.thing,
  );
  const shown = new Set([data.thing, ...others.slice(0, mostNodes)]);
  const nodes = [...shown].map((iri) => nodeOf(iri, view, addresses));
  return {
    centre: data.thing,
    nodes,
    edges: edges.filter(({ source, target }) => shown.has(source) && shown.has(target)),
    isCut: others.length > mostNodes,
  };
}

function isThing(iri: string, addresses: Addresses): boolean {
  return (
    addresses.subjectOfIri(iri) !== null &&
    prefixOf(iri) === '' &&
    iri.startsWith(`${addresses.base}resource/`)
  );
}

function nodeOf(iri: string, view: ThingView, addresses: Addresses): GraphNode {
  const subject = addresses.subjectOfIri(iri);
  return {
    id: iri,
    label: view.nameText(iri),
    kind: view.typesOf(iri).map(termLabel)[0] ?? '',
    href: subject ? addresses.view(subject, '') : null,
    graph: subject ? addresses.view(subject, '/graph') : null,
  };
}

/** @param hasPicture whether what draws it was built in */
export function graphPage(data: ThingData, addresses: Addresses, hasPicture: boolean): PageParts {
  const view = new ThingView(data, addresses);
  const name = view.nameText(data.thing);
  const graph = neighbourhood(data, addresses);
  const picture = html`<div class="picture" data-graph="${addresses.view(data, '/graph.json')}" hidden>
<div class="canvas" role="application" tabindex="0" aria-label="Picture of the graph round ${name}" aria-describedby="=keys"></div>
<div class="controls-row"><button type="button" data-do="in">Closer</button> <button type="button" data-do="out">Further away</button> <button type="button" data-do="fit">All of it</button> <button type="button" data-do="expand" disabled>Show what is round it</button> <a class="open" hidden>Open its page</a></div>
<p class="aside" id="=keys">With the keyboard: arrow keys move the picture, <kbd>+</kbd> and <kbd>−</kbd> bring it closer, <kbd>0</kbd> shows all of it, <kbd>N</kbd> and <kbd>P</kbd> choose the next and the previous thing, <kbd>Enter</kbd> shows what is round it, <kbd>O</kbd> opens its page.</p>
<p class="chosen" role="status"></p></div>`;
  return {
    title: `${name} – picture of the graph`,
    trail: [
      { name: 'Home', href: '/' },
      { name, href: addresses.view(data, '') },
      { name: 'Picture of the graph' },
    ],
    isWide: true,
    ...(hasPicture ? { scripts: ['cytoscape.js', 'graph.js'] } : {}),
    body: html`<h1>Round <bdi>${name}</bdi></h1>
${hasPicture ? picture : nothing}
<h2>The same as a list</h2>
${graph.edges.length === 0 ? html`<p class="aside">Nothing leads from it or to it.</p>` : listHtml(graph)}
${graph.isCut ? html`<p class="aside">The first ${mostNodes} things are shown; its <a href="${addresses.view(data, '')}">page</a> names all.</p>` : nothing}`,
  };
}

function listHtml({ centre, nodes, edges }: Neighbourhood): Html {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const items = nodes
    .filter(({ id }) => id !== centre)
    .map((node) => {
      const lines = edges.filter(({ source, target }) => source === node.id || target === node.id);
      const words = lines.map(({ source, target, labels }) => {
        const other = byId.get(source === node.id ? target : source)?.label ?? '';
        return html`<li>${labels.join(', ')} ${source === node.id ? html`→ <bdi>${other}</bdi>` : html`of <bdi>${other}</bdi>`}</li>`;
      });
      return html`<li><a href="${node.graph ?? node.href ?? '#'}"><bdi>${node.label}</bdi></a> <span class="aside">${node.kind}</span><ul>${words}</ul></li>\n`;
    });
  return html`<ul class="links">${items}</ul>`;
}
