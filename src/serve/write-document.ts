/** Statements as the bytes of a document, in the formats that are negotiated. */

import type { NamedNode } from '@rdfjs/types';
import type { Format } from '../rdf/formats.js';
import { formats } from '../rdf/formats.js';
import { defaultVocabularyBase, schema } from '../rdf/vocabulary.js';
import { readContext } from '../read/package-files.js';
import { packagePrefixes } from '../read/package-prefixes.js';
import type { Context } from '../serialize/writer.js';
import { serializeStatements } from '../serialize.js';
import type { Statement } from '../statement.js';

/** The formats of documents, the one that is liked best first. */
export const documentFormats: readonly Format[] = ['turtle', 'jsonld', 'ntriples'].map(
  (wanted) => formats.find(({ name }) => name === wanted) as Format,
);

let context: Context | undefined;

/** @param page the document, where it is not the subject of schema:mainEntity */
export function writeDocument(
  statements: readonly Statement[],
  { name }: Format,
  { page, version, own = {} }: { page: NamedNode; version: string; own?: Readonly<Record<string, string>> },
): string {
  context ??= readContext() as Context;
  const stated = statements.find(
    ({ subject, predicate }) => subject.equals(page) && predicate.equals(schema.inLanguage),
  );
  return serializeStatements(statements, name, {
    prefixes: { ...packagePrefixes(), ...own },
    language: stated?.object.value ?? 'en',
    context,
    page,
    provenance: { mode: 'page', version, vocabularyBase: defaultVocabularyBase },
  });
}

/** With the character set where the type is one of text. */
export function contentType(mediaType: string): string {
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
}
