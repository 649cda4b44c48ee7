import type { NamedNode } from '@rdfjs/types';
import type { FieldMapping, Kind, Mappings } from '../map/compile-mappings.js';
import { emittedTerms } from '../map/emits.js';
import { labelKey } from '../map/label-key.js';
import { keysOfLabel } from '../map/label-pattern.js';
import { subjectTerms } from '../map/value-options.js';
import type { Problem } from '../problem.js';
import { prefixes, shorten, vocabularies } from '../rdf/vocabulary.js';
import type { TextFile } from '../source.js';
import { finding } from './finding.js';
import type { Terms } from './terms.js';

/** Every term that is emitted is declared and suits its subject, and no label is claimed twice. */
export function lintMappings(mappings: Mappings, terms: Terms, files: readonly TextFile[]): Problem[] {
  const problems = [...undeclaredInCode(terms)];
  const { classes, properties } = emittedTerms(mappings);
  const report = (iri: string, what: string): void => {
    const short = shorten(iri, mappings.prefixes);
    const file = files.find(({ text }) => text.includes(short));
    problems.push(
      finding('undeclared-term', `${short} is no ${what} of schema.org or vocab/.`, file ?? 'src/map', short),
    );
  };
  for (const iri of properties) if (!isForeign(iri) && !terms.hasProperty(iri)) report(iri, 'property');
  for (const iri of classes) if (!terms.hasClass(iri)) report(iri, 'class');
  for (const kind of mappings.kinds) problems.push(...lintKind(kind, mappings, terms, files));
  problems.push(...doubleColumns(mappings.performances.columns, 'performances'));
  problems.push(...doubleColumns(mappings.recognitions.columns, 'recognitions'));
  return problems;
}

/** Terms of RDF, PROV and the like are not ours to check. */
function isForeign(iri: string): boolean {
  return [prefixes.rdf, prefixes.rdfs, prefixes.prov, prefixes.nif].some((namespace) =>
    iri.startsWith(namespace as string),
  );
}

function* undeclaredInCode(terms: Terms): Generator<Problem> {
  for (const prefix of ['schema', 'award', 'article'] as const) {
    for (const [name, { value }] of Object.entries(vocabularies[prefix])) {
      const isKnown =
        terms.hasClass(value) || terms.hasProperty(value) || ['Won', 'Nominated'].includes(name);
      if (!isKnown)
        yield finding('undeclared-term', `${prefix}:${name} is declared nowhere.`, 'src/rdf/vocabulary.ts');
    }
  }
}

function* lintKind(
  kind: Kind,
  mappings: Mappings,
  terms: Terms,
  files: readonly TextFile[],
): Generator<Problem> {
  const file = files.find(({ name }) => name === kind.fileName) ?? kind.fileName;
  yield* doubleLabels(kind, file);
  const { prefixes } = mappings;
  // The words of a field may make a narrower class of the subject, which has properties of its own.
  const types = [kind.class, ...(kind.classBy?.classes.values() ?? [])];
  for (const field of kind.claims.ofSubject) yield* wrongDomains(field, types, prefixes, terms, file);
  for (const group of kind.claims.groups) {
    const { property } = group;
    yield* wrongDomains({ id: group.id, property, options: {} }, types, prefixes, terms, file);
    for (const field of kind.claims.membersOf(group))
      yield* wrongDomains(field, [group.class], prefixes, terms, file);
  }
  for (const { id, part, fields } of kind.lists) {
    if (part) yield* wrongDomains({ id, property: part.property, options: {} }, types, prefixes, terms, file);
    for (const field of fields.values())
      yield* wrongDomains(field, part ? [part.class] : types, prefixes, terms, file);
  }
  // What a kind says otherwise than the kind that it is a sort of is no contradiction.
  if (kind.file.line.length > 1) return;
  const headings = kind.file.sections.flatMap(({ names }) => names.map(labelKey));
  for (const [index, heading] of headings.entries()) {
    if (headings.indexOf(heading) !== index && !isSameSection(kind, heading)) {
      yield finding('double-label', `The section "${heading}" stands under two parts.`, file, heading);
    }
  }
}

/** A label means one thing. */
function* doubleLabels({ file: kind }: Kind, file: TextFile | string): Generator<Problem> {
  const claims: (readonly [string, readonly string[]])[] = [
    ...Object.entries(kind.fields).map(([id, { labels }]) => [id, labels] as const),
    ...Object.values(kind.groups).flatMap(({ fields }) =>
      Object.entries(fields).map(([id, { labels }]) => [id, labels] as const),
    ),
    ...kind.pairs.map(({ label, value }) => [label, [label, value]] as const),
  ];
  const claimed = new Map<string, number>();
  for (const [index, [id, labels]] of claims.entries()) {
    for (const label of labels) {
      for (const key of keysOfLabel(label)) {
        const other = claimed.get(key) ?? index;
        if (other !== index) {
          const message = `The label "${label}" stands in ${claims[other]?.[0]} and in ${id}; only one of them can have it.`;
          yield finding('double-label', message, file, `${id}:`);
        }
        claimed.set(key, index);
      }
    }
  }
}

function* wrongDomains(
  { id, property, options }: Pick<FieldMapping, 'id' | 'property' | 'options'>,
  types: readonly NamedNode[],
  prefixes: Mappings['prefixes'],
  terms: Terms,
  file: TextFile | string,
): Generator<Problem> {
  for (const term of [property, ...subjectTerms(options)]) {
    if (types.some((type) => terms.suits(term.value, type.value))) continue;
    const [short, typeShort] = [term, ...types].map(({ value }) => shorten(value, prefixes));
    const message = `${short} does not belong to ${typeShort}, says its vocabulary.`;
    yield finding('wrong-domain', message, file, `${id}:`);
  }
}

/** Singular and plural of a heading have one key; that is no contradiction where both belong to the same part. */
function isSameSection(kind: Kind, key: string): boolean {
  return kind.file.sections.filter(({ names }) => names.some((name) => labelKey(name) === key)).length === 1;
}

function* doubleColumns(
  columns: Readonly<Record<string, readonly string[]>>,
  part: string,
): Generator<Problem> {
  const claimed = new Map<string, string>();
  for (const [role, labels] of Object.entries(columns)) {
    for (const label of labels) {
      const other = claimed.get(labelKey(label));
      if (other !== undefined && other !== role) {
        yield finding(
          'double-label',
          `The column "${label}" stands in ${other} and in ${role}.`,
          `mappings/parts/${part}.yaml`,
        );
      }
      claimed.set(labelKey(label), role);
    }
  }
}
