/** RDF files of any format as lines of canonical N-Quads, some at a time. */
import { pipeline } from 'node:stream';
import factory from '@rdfjs/data-model';
import type { Quad } from '@rdfjs/types';
import { StreamParser } from 'n3';
import type { Problem } from '../problem.js';
import { writeLine } from '../rdf/canonical-line.js';
import type { Format } from '../rdf/formats.js';
import { formats } from '../rdf/formats.js';
import { canonicalLine } from '../rdf/parse-line.js';
import { parseRdf, RdfSyntaxError } from '../rdf/parse-rdf.js';
import type { RdfFile } from './rdf-files.js';
import { rdfProblem } from './rdf-problem.js';
import { lineBatches, TextError, textChunks } from './text-chunks.js';

/** Lines of canonical N-Quads, in the order of the file; a statement may come twice. */
export type StatementBatch = { readonly lines: readonly string[] } | { readonly problem: Problem };

/** A document of JSON-LD is held as a whole. */
const longestDocument = 64 * 1024 * 1024;

/** The parser of Turtle and TriG holds a statement as a whole, and looks at it again with each piece. */
const longestStatement = 16 * 1024 * 1024;

const batchLength = 1000;

/**
 * Reads a file. What is wrong with it comes as a problem, and then nothing more of it.
 *
 * @param scope put before the labels of its blank nodes
 * @param input what is read instead of the file of that path, such as standard input
 */
export async function* readStatements(
  file: RdfFile,
  scope: string,
  input?: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<StatementBatch> {
  const { path, format } = file;
  if (!format) {
    const names = formats.map(({ extension }) => `.${extension}`).join(', ');
    const message = `Its name does not say its format: it must end with ${names}, followed by .gz if it is compressed.`;
    yield { problem: { code: 'unknown-format', severity: 'error', message, place: { source: path } } };
    return;
  }
  try {
    const chunks = textChunks(input ?? path, file.isCompressed);
    for await (const lines of batches(chunks, file, format, scope)) yield { lines };
  } catch (error) {
    yield { problem: rdfProblem(path, format, error) };
  }
}

function batches(
  chunks: AsyncIterable<string>,
  file: RdfFile,
  format: Format,
  scope: string,
): AsyncGenerator<string[]> {
  if (format.name === 'nquads' || format.name === 'ntriples') return lineStatements(chunks, scope);
  if (format.name === 'jsonld') return jsonldStatements(chunks, file.isLines, scope);
  return turtleStatements(chunks, format, scope);
}

async function* lineStatements(chunks: AsyncIterable<string>, scope: string): AsyncGenerator<string[]> {
  let number = 0;
  for await (const lines of lineBatches(chunks)) {
    const read: string[] = [];
    for (const line of lines) {
      number++;
      try {
        const canonical = canonicalLine(line, scope);
        if (canonical !== null) read.push(canonical);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw new RdfSyntaxError(error.message, number, { cause: error });
      }
    }
    yield read;
  }
}

async function* turtleStatements(
  chunks: AsyncIterable<string>,
  { mediaType }: Format,
  scope: string,
): AsyncGenerator<string[]> {
  // The parser's own factory would write language tags in lower case.
  const parser = new StreamParser({ format: mediaType, factory: factory as never });
  let unfinished = 0;
  const limited = async function* (): AsyncGenerator<string> {
    for await (const chunk of chunks) {
      yield chunk;
      unfinished += chunk.length;
      if (unfinished > longestStatement)
        throw new TextError(
          'too-long',
          `A statement of it has more than ${longestStatement} characters; give N-Quads.`,
        );
    }
  };
  const quads = pipeline(limited(), parser, () => {}) as AsyncIterable<unknown> as AsyncIterable<Quad>;
  let lines: string[] = [];
  try {
    for await (const quad of quads) {
      unfinished = 0;
      lines.push(writeLine(quad, scope));
      if (lines.length < batchLength) continue;
      yield lines;
      lines = [];
    }
  } catch (error) {
    const { context, message } = error as Error & { context?: { line?: number } };
    if (context === undefined) throw error;
    throw new RdfSyntaxError(message, context.line, { cause: error });
  }
  yield lines;
}

async function* jsonldStatements(
  chunks: AsyncIterable<string>,
  isLines: boolean,
  scope: string,
): AsyncGenerator<string[]> {
  let number = 0;
  for await (const texts of isLines ? lineBatches(chunks) : whole(chunks)) {
    for (const text of texts) {
      if (text.trim() === '') continue;
      number++;
      const quads = await parseRdf(text, 'jsonld');
      // Each document has blank nodes of its own.
      yield quads.map((quad) => writeLine(quad, isLines ? `${scope}${number}_` : scope));
    }
  }
}

async function* whole(chunks: AsyncIterable<string>): AsyncGenerator<string[]> {
  const parts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length > longestDocument) {
      const message = `It has more than ${longestDocument} characters, and JSON-LD is read as a whole; give N-Quads.`;
      throw new TextError('too-long', message);
    }
  }
  yield [parts.join('')];
}
