/** What statements can be made: the classes and properties that mappings name, and those that mappers add. */
import type { NamedNode } from '@rdfjs/types';
import { expandCurie, rdf, schema } from '../rdf/vocabulary.js';
import { emits as categories } from './categories.js';
import { emits as categoryPage } from './category-page.js';
import { emits as citations, citationTerms } from './citations.js';
import type { Kind, Mappings } from './compile-mappings.js';
import { emits as coordinates } from './coordinates.js';
import { emits as disambiguation } from './disambiguation.js';
import { emits as document } from './document.js';
import { emits as externalLinks } from './external-links.js';
import { emits as identifiers } from './identifiers.js';
import { emits as infobox } from './infobox.js';
import { emits as knownElsewhere } from './known-elsewhere.js';
import { emits as lead } from './lead.js';
import { emits as mentions } from './mentions.js';
import { emits as pairs } from './paired-fields.js';
import { emits as performances } from './performances.js';
import { emits as pictures } from './pictures.js';
import { emits as plot } from './plot.js';
import { grammarTerms } from './prose/emits.js';
import { emits as recognitions } from './recognitions.js';
import { emits as redirect } from './redirect.js';
import { emits as subject } from './subject.js';
import { emits as translations } from './translations.js';
import { optionTerms } from './value-options.js';
import { valueTerms, valueTypes } from './values.js';

export interface Emits {
  readonly classes: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
}

/** IRIs of all classes and properties that these mappings can put into a graph, `raw:` properties apart. */
export function emittedTerms(mappings: Mappings): Emits {
  const { classes, properties } = termsOfKinds(mappings);
  const cited = [citations, citationTerms(mappings.citations), disambiguation];
  const iris = (terms: readonly NamedNode[]): string[] => terms.map(({ value }) => value);
  return {
    classes: new Set([...classes, ...cited.flatMap((part) => iris(part.classes))]),
    properties: new Set([...properties, ...cited.flatMap((part) => iris(part.properties))]),
  };
}

/** The same without what is only stated where it is asked for: of citations and of pages that tell others apart. */
export function termsOfKinds(mappings: Mappings): Emits {
  const classes = new Set<string>();
  const properties = new Set<string>([rdf.type.value]);
  const add = (part: { classes: readonly NamedNode[]; properties: readonly NamedNode[] }): void => {
    for (const { value } of part.classes) classes.add(value);
    for (const { value } of part.properties) properties.add(value);
  };
  const page = [
    document,
    categories,
    categoryPage,
    mentions,
    pictures,
    coordinates,
    translations,
    knownElsewhere,
    identifiers,
  ];
  for (const part of [subject, lead, infobox, pairs, redirect, externalLinks, ...page]) add(part);
  for (const kind of mappings.kinds) {
    classes.add(kind.class.value);
    for (const { value } of kind.classBy?.classes.values() ?? []) classes.add(value);
    for (const { property } of kind.within.values()) properties.add(property.value);
    for (const property of kindProperties(kind)) properties.add(property.value);
    for (const field of kind.claims.fields) {
      add(valueTerms(field.value));
      add(optionTerms(field.options));
    }
    for (const group of kind.claims.groups) {
      classes.add(group.class.value);
      properties.add(group.property.value).add(schema.name.value);
    }
    for (const terms of listTerms(kind)) add(terms);
    const parts = new Set([...kind.sections.values()].map(({ part }) => part));
    if (parts.has('performances')) {
      add(performances);
      add(plot);
      properties.add(expandCurie(mappings.performances.property, mappings.prefixes)?.value ?? '');
    }
    if (kind.grammar) add(grammarTerms(kind.grammar));
    // Awards tables are read wherever they stand.
    add(recognitions);
  }
  return { classes, properties };
}

function* listTerms({
  lists,
}: Kind): Generator<{ classes: readonly NamedNode[]; properties: readonly NamedNode[] }> {
  for (const { part, fields } of lists) {
    for (const { value, options } of fields.values()) yield* [valueTerms(value), optionTerms(options)];
    if (!part) continue;
    const { link, position } = part;
    yield {
      classes: [part.class, ...(link ? [link.class] : [])],
      properties: [
        part.property,
        schema.name,
        ...(link ? [link.property] : []),
        ...(position ? [position] : []),
      ],
    };
  }
}

/** The same with what types of values could state in a kind of a user's own. */
export function statableTerms(mappings: Mappings): Emits {
  const { classes, properties } = emittedTerms(mappings);
  const terms = valueTypes.map(({ name }) => valueTerms(name));
  return {
    classes: new Set([...classes, ...terms.flatMap((of) => of.classes.map(({ value }) => value))]),
    properties: new Set([...properties, ...terms.flatMap((of) => of.properties.map(({ value }) => value))]),
  };
}

/** The properties that a kind's mapping itself gives its subject. */
export function kindProperties(kind: Kind): NamedNode[] {
  const ofFields = kind.claims.fields.flatMap((field) => [
    field.property,
    ...optionTerms(field.options).properties,
  ]);
  const ofRows = kind.lists.flatMap(({ fields }) =>
    [...fields.values()].flatMap(({ property, options }) => [property, ...optionTerms(options).properties]),
  );
  const { genre, country, occupation, year, life } = kind.lead;
  return [...ofFields, ...ofRows, genre, country, occupation, year, ...Object.values(life ?? {})].filter(
    (term) => term !== undefined,
  );
}
