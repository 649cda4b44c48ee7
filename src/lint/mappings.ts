import type { Kind, Mappings } from '../map/compile-mappings.js';
import { emittedTerms } from '../map/emits.js';
import { labelKey } from '../map/label-key.js';
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
  const claimed = new Map<string, string>();
  for (const [id, spec] of Object.entries(kind.file.fields)) {
    for (const label of spec.labels) {
      const other = claimed.get(labelKey(label));
      if (other !== undefined && other !== id) {
        const message = `The label "${label}" stands in ${other} and in ${id}; only one of them can have it.`;
        yield finding('double-label', message, file, `${id}:`);
      }
      claimed.set(labelKey(label), id);
    }
    yield* wrongDomains(kind, id, spec.labels[0] ?? '', mappings, terms, file);
  }
  const headings = kind.file.sections.flatMap(({ names }) => names.map(labelKey));
  for (const [index, heading] of headings.entries()) {
    if (headings.indexOf(heading) !== index && !isSameSection(kind, heading)) {
      yield finding('double-label', `The section "${heading}" stands under two parts.`, file, heading);
    }
  }
}

function* wrongDomains(
  kind: Kind,
  id: string,
  label: string,
  { prefixes }: Mappings,
  terms: Terms,
  file: TextFile | string,
): Generator<Problem> {
  const field = kind.fields.get(labelKey(label));
  for (const property of field ? [field.property, ...subjectTerms(field.options)] : []) {
    if (terms.suits(property.value, kind.class.value)) continue;
    const [short, classShort] = [property, kind.class].map(({ value }) => shorten(value, prefixes));
    const message = `${short} does not belong to ${classShort}, says its vocabulary.`;
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
