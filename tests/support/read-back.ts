/** Reads what was written with parsers that are not ours, as sorted canonical lines. */
import jsonld from 'jsonld';
import { Parser } from 'n3';
import oxigraph from 'oxigraph';
import type { FormatName } from '../../src/rdf/formats.js';
import { formats } from '../../src/rdf/formats.js';

interface AnyTerm {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
  /** Of a triple term (RDF 1.2). */
  readonly subject?: AnyTerm;
  readonly predicate?: AnyTerm;
  readonly object?: AnyTerm;
}

interface AnyQuad {
  readonly subject: AnyTerm;
  readonly predicate: AnyTerm;
  readonly object: AnyTerm;
  readonly graph: AnyTerm;
}

const mediaType = (format: FormatName): string =>
  formats.find(({ name }) => name === format)?.mediaType as string;

export function readWithN3(text: string, format: FormatName, withGraph = false): string[] {
  return canonical(new Parser({ format: mediaType(format) }).parse(text) as unknown as AnyQuad[], withGraph);
}

export function readWithOxigraph(text: string, format: FormatName, withGraph = false): string[] {
  return canonical(oxigraph.parse(text, { format: mediaType(format) }) as unknown as AnyQuad[], withGraph);
}

/** Refuses to load anything from elsewhere. */
export async function readWithJsonld(text: string, withGraph = false): Promise<string[]> {
  const documentLoader = async (url: string): Promise<never> => {
    throw new Error(`the document refers to ${url}`);
  };
  return canonical(
    (await jsonld.toRDF(JSON.parse(text), { documentLoader, safe: true } as object)) as unknown as AnyQuad[],
    withGraph,
  );
}

/** Triples of quads, one line each. Language tags are compared without regard to case, as RDF does. */
export function canonical(quads: readonly AnyQuad[], withGraph = false): string[] {
  const term = (any: AnyTerm): string => {
    const { termType, value, language, datatype, subject, predicate, object } = any;
    if (termType === 'Literal')
      return `${JSON.stringify(value)}${language ? `@${language.toLowerCase()}` : `^^${datatype?.value}`}`;
    return subject && predicate && object
      ? `<<${[subject, predicate, object].map(term).join(' ')}>>`
      : `<${value}>`;
  };
  const all = quads.map(({ subject, predicate, object, graph }) =>
    [subject, predicate, object, ...(withGraph ? [graph] : [])].map(term).join(' '),
  );
  return [...new Set(all)].sort();
}
