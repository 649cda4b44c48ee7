import { createHash } from 'node:crypto';
import type { NamedNode } from '@rdfjs/types';
import { termKey } from '../rdf/graph.js';
import { readingIri, spanIri } from '../rdf/iris.js';
import type { Statement } from '../statement.js';
import type { WriterOptions } from './writer.js';

/** A statement as it was read at one place: what an annotation of RDF 1.2 says of it. */
export interface Reading {
  readonly reifier: NamedNode;
  readonly rule: string;
  /** Absent where an option says it. */
  readonly span?: NamedNode;
  readonly evidence?: readonly NamedNode[];
}

/** How often each statement was read, and where: by what `keyOf` gives. */
export function readingsOf(
  statements: readonly Statement[],
  { page, provenance }: WriterOptions,
): ReadonlyMap<string, readonly Reading[]> {
  const readings = new Map<string, Map<string, Reading>>();
  for (const statement of statements) {
    const { span, rule, evidence } = statement;
    const key = keyOf(statement);
    const place = span && provenance.source ? spanIri(page, span.begin, span.end) : undefined;
    const reading = `${key} ${rule} ${place?.value ?? ''}`;
    const known = readings.get(key) ?? new Map<string, Reading>();
    readings.set(key, known);
    if (known.has(reading)) continue;
    known.set(reading, {
      reifier: readingIri(page, shortHash(reading)),
      rule,
      ...(place ? { span: place } : {}),
      ...(evidence ? { evidence } : {}),
    });
  }
  return new Map([...readings].map(([key, ofStatement]) => [key, [...ofStatement.values()]]));
}

export function keyOf({
  subject,
  predicate,
  object,
}: Pick<Statement, 'subject' | 'predicate' | 'object'>): string {
  return `${subject.value} ${predicate.value} ${termKey(object)}`;
}

/** 64 bits: enough to tell the statements of one article apart. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
