/** RDF files of any of the formats to quads. */
import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import type { FormatName } from './formats.js';
import { formats } from './formats.js';

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
 * Parses Turtle, TriG, N-Triples or N-Quads.
 *
 * @param name makes blank nodes of different files different
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
    return parser.parse(text) as unknown as Quad[];
  } catch (error) {
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
export async function parseRdf(text: string, format: FormatName, baseIri?: string): Promise<Quad[]> {
  if (format !== 'jsonld') return parseTurtleFamily(text, format, baseIri);
  const { default: jsonld } = await import('jsonld');
  try {
    const options = {
      documentLoader: async (url: string): Promise<never> => {
        throw new Error(
          `it refers to ${url}, and nothing is ever fetched; put the context into the document`,
        );
      },
      ...(baseIri === undefined ? {} : { base: baseIri }),
      safe: true,
    };
    return (await jsonld.toRDF(JSON.parse(text), options)) as unknown as Quad[];
  } catch (error) {
    const { message, details } = error as Error & { details?: { cause?: { message?: string } } };
    throw new RdfSyntaxError(details?.cause?.message ?? message, undefined, { cause: error });
  }
}
