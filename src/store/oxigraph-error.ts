import type { QueryPosition } from './sparql-service.js';

/** What Oxigraph says of what it cannot read, taken apart. */
export interface RdfError {
  readonly line: number;
  readonly message: string;
}

/** Of RDF; null where it is no matter of syntax. */
export function rdfSyntaxError(error: unknown): RdfError | null {
  const found = /^Parser error at line (\d+)[^:]*: (.*)$/s.exec((error as Error).message);
  return found ? { line: Number(found[1]), message: `${found[2]}.` } : null;
}

/** Of a SPARQL query: where it is wrong, and what the parser wants there; null where it is no matter of syntax. */
export function querySyntaxError(error: unknown): { position: QueryPosition; expected: string } | null {
  const found = /^error at (\d+):(\d+): expected (.*)$/s.exec((error as Error).message);
  if (!found) return null;
  return { position: { line: Number(found[1]), column: Number(found[2]) }, expected: found[3] as string };
}
