/** The vocabularies as documentation: what each term means, and what a valid graph does with it. */
import type { Quad } from '@rdfjs/types';
import { namedNode } from '../../rdf/terms.js';
import { localName, shorten } from '../../rdf/vocabulary.js';
import { packagePrefixes } from '../../read/package-prefixes.js';
import type { Addresses } from './addresses.js';
import type { Content, Html } from './html.js';
import { html, joined, nothing } from './html.js';
import type { PageParts } from './layout.js';
import { iriOf } from './questions.js';
import { shapePath, shapesAbout } from './shape-words.js';
import type { Description, VocabularyFile } from './vocabulary-terms.js';
import { ownVocabularies, termLabel } from './vocabulary-terms.js';

/** What is told of a term, in this order. */
const relations = [
  ['rdfs:domain', 'said of'],
  ['rdfs:range', 'its values'],
  ['rdfs:subClassOf', 'is a kind of'],
  ['rdfs:subPropertyOf', 'is narrower than'],
  ['owl:equivalentProperty', 'the same as'],
  ['owl:equivalentClass', 'the same as'],
] as const;

export function vocabularyIndex(): PageParts {
  return {
    title: 'Vocabularies',
    description: 'The terms of this data that schema.org has no term for.',
    place: 'vocab',
    trail: [{ name: 'Home', href: '/' }, { name: 'Vocabularies' }],
    body: html`<h1>Vocabularies</h1>
<p class="lead">The data is told in terms of <a class="out" rel="external noreferrer" href="https://schema.org/">schema.org</a> first. What that has no term for is declared here; <a href="/shapes">shapes</a> say what a valid graph looks like.</p>
<ul class="cards">${ownVocabularies().map((file) => {
      const ontology = ontologyOf(file);
      return html`<li><h2><a href="/vocab/${file.name}">${text(ontology, 'rdfs:label') || file.name}</a></h2><p>${text(ontology, 'rdfs:comment')}</p><p class="aside">${termsOf(file).length} terms, ${file.name}:</p></li>\n`;
    })}</ul>
<h2>Fields kept as they stand</h2>
<p>A field of an infobox that no mapping claims keeps its name under the prefix <code>raw:</code>, and its words as they are.</p>`,
  };
}

/** Null where there is no vocabulary of that name. */
export function vocabularyPage(name: string, addresses: Addresses): PageParts | null {
  const file = ownVocabularies().find((one) => one.name === name);
  if (!file) return null;
  const ontology = ontologyOf(file);
  const title = text(ontology, 'rdfs:label') || name;
  const terms = termsOf(file);
  const isClass = ([, description]: [string, Description]): boolean =>
    description.get(iriOf('rdf:type'))?.some(({ value }) => /#Class$/.test(value)) ?? false;
  const isProperty = ([, description]: [string, Description]): boolean =>
    description.get(iriOf('rdf:type'))?.some(({ value }) => /Property$/.test(value)) ?? false;
  const kinds = [
    ['classes', 'Classes', terms.filter(isClass)],
    ['properties', 'Properties', terms.filter(isProperty)],
    ['individuals', 'Individuals', terms.filter((term) => !isClass(term) && !isProperty(term))],
  ] as const;
  return {
    title,
    description: text(ontology, 'rdfs:comment'),
    place: 'vocab',
    trail: [{ name: 'Home', href: '/' }, { name: 'Vocabularies', href: '/vocab' }, { name: title }],
    body: html`<h1>${title}</h1><p class="lead">${text(ontology, 'rdfs:comment')}</p>
<p class="aside">Namespace <code>${namespaceOf(terms)}</code>${text(ontology, 'owl:versionInfo') === '' ? nothing : html`, version ${text(ontology, 'owl:versionInfo')}`}</p>
<nav class="contents" aria-label="Terms"><ul>${terms.map(([iri]) => html`<li><a href="#${idOf(iri)}">${termLabel(iri)}</a></li> `)}</ul></nav>
${kinds.map(([id, heading, own]) =>
  own.length === 0
    ? nothing
    : html`<section aria-labelledby="=${id}"><h2 id="=${id}">${heading} <span class="count">${own.length}</span></h2>${own.map((term) => termHtml(term, addresses))}</section>`,
)}`,
  };
}

function termHtml([iri, description]: [string, Description], addresses: Addresses): Html {
  const rows = relations.flatMap(([curie, label]) => {
    const values = description.get(iriOf(curie)) ?? [];
    return values.length === 0
      ? []
      : [
          {
            label,
            content: joined(
              values.map((value) => termLink(value, addresses)),
              ', ',
            ),
          },
        ];
  });
  const shapes = shapesAbout(iri);
  const constrained =
    shapes.length === 0
      ? []
      : [
          {
            label: 'checked by',
            content: joined(
              shapes.map((shape) => html`<a href="${shapePath(shape)}#${idOf(shape)}">${idOf(shape)}</a>`),
              ', ',
            ),
          },
        ];
  return html`<section class="term" id="${idOf(iri)}"><h3>${termLabel(iri)} <code>${shorten(iri)}</code></h3>
<p>${text(description, 'rdfs:comment')}</p>
<dl class="facts small">${[...rows, ...constrained].map(({ label, content }) => html`<div><dt>${label}</dt><dd>${content}</dd></div>`)}</dl>
<p class="aside"><a href="/search?${usageQuery(iri, description)}">Where it is used</a></p></section>
`;
}

function usageQuery(iri: string, description: Description): string {
  const isClass = description.get(iriOf('rdf:type'))?.some(({ value }) => /#Class$/.test(value));
  return `${isClass ? 'class' : 'property'}=${encodeURIComponent(iri)}`;
}

/** Those of vocabularies that ours are aligned with are known to readers, and to no code. */
const shownPrefixes = {
  ...packagePrefixes(),
  wdt: 'http://www.wikidata.org/prop/direct/',
  dbo: 'http://dbpedia.org/ontology/',
};

/** A term with its prefix, leading to where it is explained. */
export function termLink({ value }: Pick<Quad['object'], 'value'>, addresses: Addresses): Content {
  const href = addresses.href(value);
  const name = shorten(value, shownPrefixes);
  const words = html`<bdi>${name}</bdi>`;
  if (href === null) return words;
  return href.startsWith('/')
    ? html`<a href="${href}">${words}</a>`
    : html`<a class="out" rel="external noreferrer" href="${href}">${words}</a>`;
}

function ontologyOf({ subjects }: VocabularyFile): Description {
  const found = [...subjects.values()].find((description) =>
    description.get(iriOf('rdf:type'))?.some(({ value }) => /#Ontology$/.test(value)),
  );
  return found ?? new Map();
}

/** All that the vocabulary declares, without the vocabulary itself. */
function termsOf({ subjects }: VocabularyFile): [string, Description][] {
  return [...subjects].filter(([iri]) => iri.includes('#'));
}

function namespaceOf(terms: readonly [string, Description][]): string {
  return terms[0]?.[0].replace(/#.*$/, '#') ?? '';
}

function text(description: Description, curie: string): string {
  return description.get(iriOf(curie))?.[0]?.value ?? '';
}

const idOf = (iri: string): string => localName(namedNode(iri));
