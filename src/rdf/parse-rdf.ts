/** RDF files of any of the formats to quads. */
import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import type { FormatName } from './formats.js';
import { formats } from './formats.js';
import { isIri } from './iris.js';

/** An RDF file that could not be read, with its line where the parser tells. */
export class RdfSyntaxError extends Error {
  constructor(
    message: string,
    readonly line: number | undefined,
    options: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'RdfSyntaxError';
  }
}

/**
 * Parses Turtle, TriG, N-Triples or N-Quads. Nothing is known of where a text belongs: its IRIs are absolute, or it says
 * itself against what they are resolved.
 *
 * @param baseIri where something is known of it, as of shapes that name each other
 * @throws RdfSyntaxError
 */
export function parseTurtleFamily(
  text: string,
  format: Exclude<FormatName, 'jsonld'>,
  baseIri?: string,
): Quad[] {
  const mediaType = formats.find(({ name }) => name === format)?.mediaType as string;
  try {
    const parser = new Parser({ format: mediaType, ...(baseIri === undefined ? {} : { baseIRI: baseIri }) });
    return absolute(parser.parse(text) as unknown as Quad[]);
  } catch (error) {
    if (error instanceof RdfSyntaxError) throw error;
    const line = (error as { context?: { line?: number } }).context?.line;
    throw new RdfSyntaxError((error as Error).message, line, { cause: error });
  }
}

/**
 * Parses any of the formats. JSON-LD is read without ever fetching: a document that refers to a context on the web is
 * an error.
 *
 * @throws RdfSyntaxError
 */
export async function parseRdf(text: string, format: FormatName): Promise<Quad[]> {
  if (format !== 'jsonld') return parseTurtleFamily(text, format);
  const { default: jsonld } = await import('jsonld');
  try {
    const options = {
      documentLoader: async (url: string): Promise<never> => {
        throw new Error(
          `it refers to ${url}, and nothing is ever fetched; put the context into the document`,
        );
      },
      safe: true,
    };
    return absolute((await jsonld.toRDF(JSON.parse(text), options)) as unknown as Quad[]);
  } catch (error) {
    if (error instanceof RdfSyntaxError) throw error;
    const { message, details } = error as JsonLdError;
    const reason = details?.cause?.message ?? details?.event?.message ?? message;
    throw new RdfSyntaxError(reason, undefined, { cause: error });
  }
}

interface JsonLdError extends Error {
  readonly details?: {
    readonly cause?: { readonly message?: string };
    readonly event?: { readonly message?: string };
  };
}

/** @throws RdfSyntaxError where an IRI is relative, or none: parsers take what they are given */
function absolute(quads: Quad[]): Quad[] {
  const known = new Set<string>();
  for (const { subject, predicate, object, graph } of quads)
    for (const term of [subject, predicate, object, graph]) {
      const iri = term.termType === 'Literal' ? term.datatype.value : term.value;
      if ((term.termType !== 'NamedNode' && term.termType !== 'Literal') || known.has(iri)) continue;
      if (!isIri(iri))
        throw new RdfSyntaxError(
          `<${iri}> is no absolute IRI, and nothing says against what it is relative; write it in full, or give a base (@base).`,
          undefined,
          {},
        );
      known.add(iri);
    }
  return quads;
}
