/** Our vocabularies and shapes as the pages tell of them, from the files of the package. */
import type { Quad } from '@rdfjs/types';
import { entry, grouped } from '../../entry.js';
import { parseTurtleFamily } from '../../rdf/parse-rdf.js';
import { namedNode } from '../../rdf/terms.js';
import { localName, localWords } from '../../rdf/vocabulary.js';
import { readShapeFiles, readVocabularyFiles } from '../../read/package-files.js';
import { packagePrefixes } from '../../read/package-prefixes.js';
import type { TextFile } from '../../source.js';
import { iriOf } from './questions.js';

/** What is said of a subject: objects by predicate. */
export type Description = ReadonlyMap<string, readonly Quad['object'][]>;

export interface VocabularyFile {
  /** `film` for vocab/film.ttl. */
  readonly name: string;
  /** In the order of the file. */
  readonly subjects: ReadonlyMap<string, Description>;
}

let vocabularies: readonly VocabularyFile[] | null = null;
let shapes: readonly VocabularyFile[] | null = null;
let schemaOrg: readonly VocabularyFile[] | null = null;

/** Our own; read once. */
export function ownVocabularies(): readonly VocabularyFile[] {
  vocabularies ??= describe(readVocabularyFiles().filter(({ name }) => !/external/.test(name)));
  return vocabularies;
}

function schemaTerms(): readonly VocabularyFile[] {
  schemaOrg ??= describe(readVocabularyFiles().filter(({ name }) => /schema-org/.test(name)));
  return schemaOrg;
}

export function ownShapes(): readonly VocabularyFile[] {
  shapes ??= describe(readShapeFiles());
  return shapes;
}

/** What a term is called: by its vocabulary, else by the words that its IRI is made of. */
export function termLabel(iri: string): string {
  const name = prefixOf(iri);
  const own = ownVocabularies().find((file) => file.name === name);
  const label = own?.subjects.get(iri)?.get(iriOf('rdfs:label'))?.[0]?.value;
  if (label !== undefined) return label;
  if (iri === iriOf('rdf:type')) return 'is a';
  if (name === 'raw') return decodeLocal(localName(namedNode(iri))).replaceAll('_', ' ');
  return localWords(namedNode(iri)).trim() || iri;
}

/** The words that a term's IRI is made of, with hyphens between. */
export function localWordsOf(iri: string): string {
  return localWords(namedNode(iri)).trim().replaceAll(' ', '-');
}

/** The prefix of the namespace that an IRI is in; empty where there is none. */
export function prefixOf(iri: string): string {
  return Object.entries(packagePrefixes()).find(([, namespace]) => iri.startsWith(namespace))?.[0] ?? '';
}

function decodeLocal(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Files of one name are one: what is written by hand, and beside it what is made of mappings. */
function describe(files: readonly TextFile[]): VocabularyFile[] {
  const byName = grouped(files, ({ name }) => name.replace(/^.*[/\\]|\.ttl$/g, ''));
  return [...byName].map(([name, texts]) => {
    const subjects = new Map<string, Map<string, Quad['object'][]>>();
    for (const { text } of texts) {
      for (const { subject, predicate, object } of parseTurtleFamily(text, 'turtle')) {
        const description = entry(subjects, subject.value, () => new Map<string, Quad['object'][]>());
        entry(description, predicate.value, (): Quad['object'][] => []).push(object);
      }
    }
    return { name, subjects };
  });
}

/** Whether a class is another or, by our vocabularies, a sort of it. */
export function isClassOf(iri: string, curie: string): boolean {
  const wanted = iriOf(curie);
  const seen = new Set<string>();
  const pending = [iri];
  for (let type = pending.pop(); type !== undefined; type = pending.pop()) {
    if (type === wanted) return true;
    if (seen.has(type)) continue;
    seen.add(type);
    pending.push(...superclassesOf(type));
  }
  return false;
}

function superclassesOf(iri: string): string[] {
  const name = prefixOf(iri);
  const files = name === 'schema' ? schemaTerms() : ownVocabularies().filter((file) => file.name === name);
  const found = files.flatMap(({ subjects }) => subjects.get(iri)?.get(iriOf('rdfs:subClassOf')) ?? []);
  return found.map(({ value }) => value);
}
