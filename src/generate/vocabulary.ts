/** The vocabulary of each namespace that mappings declare: its terms in the order in which the mappings use them. */
import type { Kind, Mappings } from '../map/compile-mappings.js';
import type { FieldSpec } from '../map/layers.js';
import type { LibraryFile } from '../map/mapping-schema.js';
import type { Alternative } from './alternatives.js';
import type { PropertyUse, PropertyUses } from './properties.js';
import { fieldsOf, usesOf } from './properties.js';
import { description, english, turtleFile } from './turtle.js';
import { capitalised, withArticle, wordsOfTerm } from './words.js';

type Words = LibraryFile['terms'][string];

interface Term {
  readonly isClass: boolean;
  /** What has it; of a class, what it is a sort of. */
  readonly of: Set<string>;
  readonly ranges: Map<string, Alternative>;
  /** "a schooner", what the first says that uses it. */
  readonly what: string;
}

/** Collects the terms that mappings use and what is said of each. */
export class Vocabularies {
  private readonly terms = new Map<string, Term>();
  private readonly said = new Map<string, Words>();

  /** @param families the library; what it says of a property is said first */
  constructor(
    families: readonly LibraryFile[],
    private readonly mappings: Mappings,
  ) {
    for (const { terms } of [...families, ...mappings.kinds.map(({ file }) => file)])
      for (const [curie, words] of Object.entries(terms)) this.say(curie, words);
    for (const family of families) this.addFamily(family);
    for (const kind of mappings.kinds) this.addKind(kind);
  }

  /** The terms of a prefix, as Turtle; null where there is none. */
  write(
    prefix: string,
    { label, comment }: { readonly label: string; readonly comment: string },
  ): string | null {
    const own = [...this.terms].filter(([curie]) => curie.startsWith(`${prefix}:`));
    if (own.length === 0) return null;
    const namespace = this.mappings.prefixes[prefix] ?? '';
    const ontology = description(`<${namespace.replace(/[#/]$/, '')}>`, 'owl:Ontology', [
      `rdfs:label ${english(label)}`,
      `rdfs:comment ${english(comment)}`,
    ]);
    const head = 'Terms that mappings use. Made of mappings/ by `npm run generate`.';
    const body = own.map(([curie, term]) =>
      (term.isClass ? classText : propertyText)(curie, term, this.said.get(curie) ?? {}),
    );
    return turtleFile(head, [ontology, ...body], this.mappings.prefixes);
  }

  /** What is said first of a term holds. */
  private say(curie: string, words: Words): void {
    this.said.set(curie, { ...words, ...withoutAbsent(this.said.get(curie) ?? {}) });
  }

  private addFamily({ prefix, entries, domain, fields }: LibraryFile): void {
    const what = withArticle(domain === undefined ? fields : wordsOfTerm(domain));
    for (const entry of Object.values(entries)) {
      const { label, comment, super: above, wikidata, dbpedia } = entry;
      if (!entry.property.startsWith(`${prefix}:`)) continue;
      this.say(entry.property, withoutAbsent({ label, comment, super: above, wikidata, dbpedia }));
      const owner = entry.domain ?? domain;
      if (owner !== undefined) this.say(entry.property, { domain: owner });
      this.add(entry.property, false, what);
    }
  }

  private addKind(kind: Kind): void {
    const { file, name } = kind;
    const what = withArticle(name.replaceAll('-', ' '));
    const parent = this.mappings.kindNamed.get(file.line[1] ?? '')?.file.class;
    this.addClass(file.class, parent ?? 'schema:Thing', what);
    for (const type of Object.values(file.classBy?.classes ?? {})) this.addClass(type, file.class, what);
    for (const field of fieldsOf(file)) this.sayOfField(field, what);
    for (const { property, class: type, label, comment } of Object.values(file.groups)) {
      this.addClass(type, 'schema:Role', what);
      this.say(property, withoutAbsent({ label, comment }));
    }
    for (const { property, class: type, label, comment } of Object.values(file.lists)) {
      if (property === undefined || type === undefined) continue;
      this.addClass(type, 'schema:Role', what);
      this.say(property, withoutAbsent({ label, comment }));
    }
    this.addUses(usesOf(kind, this.mappings), file.class, what);
  }

  private sayOfField(
    { property, label, comment, domain, super: above, wikidata, dbpedia, ...field }: FieldSpec,
    what: string,
  ): void {
    // An inner property is no sort of what the field's is.
    if (label !== undefined || comment !== undefined)
      this.say(property, withoutAbsent({ label, comment, domain, super: above, wikidata, dbpedia }));
    if (field.node !== undefined) this.addClass(field.node, 'schema:Role', what);
    if (field.class !== undefined) this.addClass(field.class, 'schema:Thing', what);
  }

  private addUses(uses: PropertyUses, owner: string, what: string): void {
    for (const use of uses.values()) {
      const term = this.add(use.property, false, what);
      if (use.alternatives.length > 0) term.of.add(owner);
      for (const one of use.alternatives) term.ranges.set(one.range, one);
      const inner = classOfValues(use);
      if (inner !== null) this.addUses(use.nested, inner, withArticle(use.label));
    }
  }

  private addClass(curie: string, above: string, what: string): void {
    if (curie !== above) this.add(curie, true, what).of.add(above);
  }

  private add(curie: string, isClass: boolean, what: string): Term {
    const known = this.terms.get(curie);
    if (known) return known;
    const term: Term = { isClass, of: new Set(), ranges: new Map(), what };
    this.terms.set(curie, term);
    return term;
  }
}

function classOfValues({ nested, alternatives }: PropertyUse): string | null {
  if (nested.size === 0) return null;
  return alternatives.find(({ isLiteral, range }) => !isLiteral && range !== 'rdfs:Resource')?.range ?? null;
}

function withoutAbsent(words: Words): Words {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
}

function classText(curie: string, { of, what }: Term, words: Words): string {
  const label = words.label ?? wordsOfTerm(curie);
  return description(curie, 'rdfs:Class, owl:Class', [
    `rdfs:label ${english(label)}`,
    `rdfs:comment ${english(words.comment ?? `${capitalised(withArticle(label))}, as the article about ${what} says it.`)}`,
    `rdfs:subClassOf ${words.super ?? [...of][0] ?? 'schema:Thing'}`,
  ]);
}

function propertyText(curie: string, { of, ranges, what }: Term, words: Words): string {
  const label = words.label ?? wordsOfTerm(curie);
  const domains = words.domain === undefined ? [...of].sort() : [words.domain];
  const alternatives = [...ranges.values()];
  const sameAs = [
    ...(words.wikidata === undefined ? [] : [`wdt:${words.wikidata}`]),
    ...(words.dbpedia === undefined ? [] : [`dbo:${words.dbpedia}`]),
  ];
  return description(curie, typesOf(alternatives), [
    `rdfs:label ${english(label)}`,
    `rdfs:comment ${english(words.comment ?? `The ${label} of ${what}.`)}`,
    `rdfs:domain ${domains.length === 1 ? domains[0] : 'schema:Thing'}`,
    domains.length > 1 ? `schema:domainIncludes ${domains.join(', ')}` : null,
    ...rangeLines(alternatives),
    words.super === undefined ? null : `rdfs:subPropertyOf ${words.super}`,
    sameAs.length === 0 ? null : `owl:equivalentProperty ${sameAs.join(', ')}`,
  ]);
}

function typesOf(alternatives: readonly Alternative[]): string {
  if (alternatives.length > 0 && alternatives.every(({ isLiteral }) => isLiteral))
    return 'rdf:Property, owl:DatatypeProperty';
  return alternatives.some(({ isLiteral }) => isLiteral)
    ? 'rdf:Property'
    : 'rdf:Property, owl:ObjectProperty';
}

/** A range is of all values; where they are of several sorts it is what holds for all, and each is named beside. */
function rangeLines(alternatives: readonly Alternative[]): string[] {
  const ranges = [...new Set(alternatives.map(({ range }) => range))].filter(
    (range) => range !== 'schema:Country',
  );
  const one = ranges.length === 0 ? countryOrNothing(alternatives) : ranges;
  if (one.length === 1) return [`rdfs:range ${one[0]}`];
  if (one.includes('schema:Thing')) return ['rdfs:range schema:Thing'];
  const areLiterals = alternatives.every(({ isLiteral }) => isLiteral);
  const areThings = alternatives.every(({ isLiteral }) => !isLiteral);
  const all = areLiterals ? 'rdfs:Literal' : areThings ? 'schema:Thing' : 'rdfs:Resource';
  return [`rdfs:range ${all}`, `schema:rangeIncludes ${one.join(', ')}`];
}

/** A country is a place. */
function countryOrNothing(alternatives: readonly Alternative[]): readonly string[] {
  return alternatives.length > 0 ? ['schema:Country'] : ['rdfs:Resource'];
}
