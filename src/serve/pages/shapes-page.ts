/** The shapes as documentation: what is checked of each class of things. */

import { namedNode } from '../../rdf/terms.js';
import { localName } from '../../rdf/vocabulary.js';
import type { Addresses } from './addresses.js';
import type { Html } from './html.js';
import { html, joined, nothing } from './html.js';
import type { PageParts } from './layout.js';
import { iriOf } from './questions.js';
import { kindOf, kindOfFile, shapeDescriptions, Words } from './shape-words.js';
import { termLink } from './vocabulary-pages.js';
import type { Description } from './vocabulary-terms.js';
import { ownShapes } from './vocabulary-terms.js';

/**
 * @param kind whose shapes are shown; null for those of all articles, with links to those of each kind
 * @returns null where there is no such kind
 */
export function shapesPage(addresses: Addresses, kind: string | null): PageParts | null {
  const all = shapeDescriptions();
  const words = new Words(all);
  const files = ownShapes().map((file) => ({ ...file, kind: kindOfFile(file) }));
  const shapes = files
    .filter((file) => file.kind === kind)
    .flatMap(({ subjects }) => [...subjects].filter(([, description]) => isA(description, 'sh:NodeShape')));
  if (shapes.length === 0) return null;
  const kinds = kind === null ? files.flatMap((file) => file.kind ?? []).sort() : [];
  const ofKinds =
    kinds.length === 0
      ? nothing
      : html`<h2>Kinds of articles</h2>
<ul>${kinds.map((name) => html`<li id="${name}"><a href="/shapes/${name}">${name}</a></li> `)}</ul>`;
  const title = kind === null ? 'Shapes' : `Shapes of the kind ${kind}`;
  const trail = [
    { name: 'Home', href: '/' },
    { name: 'Shapes', ...(kind === null ? {} : { href: '/shapes' }) },
  ];
  return {
    title,
    description: 'What a valid graph looks like: the constraints that every article is checked against.',
    place: 'shapes',
    trail: kind === null ? trail : [...trail, { name: kind }],
    body: html`<h1>${title}</h1>
<p class="lead">Every article’s graph is checked against these constraints, in <a class="out" rel="external noreferrer" href="https://www.w3.org/TR/shacl/">SHACL</a>. What does not conform is reported, with its line.</p>
<nav class="contents" aria-label="Shapes"><ul>${shapes.map(([iri]) => html`<li><a href="#${idOf(iri)}">${idOf(iri)}</a></li> `)}</ul></nav>
${ofKinds}
${shapes.map(([iri, description]) => shapeHtml(iri, description, all, words, addresses))}`,
  };
}

function shapeHtml(
  iri: string,
  description: Description,
  all: ReadonlyMap<string, Description>,
  words: Words,
  addresses: Addresses,
): Html {
  const targets = description.get(iriOf('sh:targetClass')) ?? [];
  const own = words.constraints(iri, true);
  const message = description.get(iriOf('sh:message'))?.[0]?.value;
  const kind = kindOf(description);
  const rows = propertiesOf(description, all).map((property) => {
    const about = all.get(property);
    // A kind that is a sort of another has shapes of that one, which have their place there.
    const id = property.startsWith(`${iri}-`) ? html` id="${idOf(property)}"` : nothing;
    return html`<tr${id}><th scope="row">${words.path(property) ?? ''}</th><td>${words.constraints(property).join('; ')}</td><td>${about?.get(iriOf('sh:message'))?.[0]?.value ?? ''}${isA(about, 'sh:severity', 'sh:Warning') ? html` <span class="count">warning</span>` : nothing}</td></tr>\n`;
  });
  const table =
    rows.length === 0
      ? nothing
      : html`<div class="wide" role="group" aria-label="Properties of ${idOf(iri)}" tabindex="0"><table class="shapes"><thead><tr><th scope="col">Property</th><th scope="col">Constraint</th><th scope="col">What is told where it fails</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return html`<section class="term" id="${idOf(iri)}"><h2>${idOf(iri)}</h2>
<p>${
    kind !== undefined
      ? html`What an article of the kind ${kind} is about`
      : targets.length === 0
        ? 'Whatever other shapes send here'
        : html`Every ${joined(
            targets.map((target) => termLink(target, addresses)),
            ', ',
          )}`
  }${own.length === 0 ? nothing : html` ${own.join('; ')}`}.${message === undefined ? nothing : html` <span class="aside">${message}</span>`}</p>
${table}</section>
`;
}

/** The property shapes of a shape, and those inside them. */
function propertiesOf(description: Description, all: ReadonlyMap<string, Description>): string[] {
  const direct = (description.get(iriOf('sh:property')) ?? [])
    .map(({ value }) => value)
    .filter((value) => value.includes('#'));
  return direct.flatMap((iri) => [iri, ...propertiesOf(all.get(iri) ?? new Map(), all)]);
}

function isA(description: Description | undefined, curie: string, value?: string): boolean {
  if (value !== undefined)
    return description?.get(iriOf(curie))?.some((term) => term.value === iriOf(value)) ?? false;
  return description?.get(iriOf('rdf:type'))?.some((term) => term.value === iriOf(curie)) ?? false;
}

const idOf = (iri: string): string => localName(namedNode(iri));
