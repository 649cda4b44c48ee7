/** What Oxigraph says of what it cannot read, taken apart. */
export interface SyntaxError {
  readonly line: number;
  readonly column?: number;
  readonly message: string;
}

/** Of RDF; null where it is no matter of syntax. */
export function rdfSyntaxError(error: unknown): SyntaxError | null {
  const found = /^Parser error at line (\d+)[^:]*: (.*)$/s.exec((error as Error).message);
  return found ? { line: Number(found[1]), message: `${found[2]}.` } : null;
}

/** Of a SPARQL query; null where it is no matter of syntax. */
export function querySyntaxError(error: unknown): Required<SyntaxError> | null {
  const found = /^error at (\d+):(\d+): expected (.*)$/s.exec((error as Error).message);
  if (!found) return null;
  return { line: Number(found[1]), column: Number(found[2]), message: `Expected ${found[3]}.` };
}
