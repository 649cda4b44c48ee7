/** Exports of many articles to the quads of one article after the other. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import type { Quad } from '@rdfjs/types';
import { StreamParser } from 'n3';
import type { Problem } from '../problem.js';
import type { FormatName } from '../rdf/formats.js';
import { formats } from '../rdf/formats.js';
import { pageOf } from '../rdf/iris.js';
import { parseRdf, parseTurtleFamily, RdfSyntaxError } from '../rdf/parse-rdf.js';
import type { RdfFile } from './rdf-files.js';
import { allRdfFiles } from './rdf-files.js';
import { rdfProblem } from './rdf-problem.js';
import { heldText, lineBatches, TextError, textChunks, upToForeign } from './text-chunks.js';
import { unreadable } from './unreadable.js';

export interface ExportedArticle {
  readonly file: string;
  readonly quads: readonly Quad[];
  /** Where each of the quads stands; of formats with a statement a line alone. */
  readonly lines?: readonly number[];
  /** Lines that are no statements; where they are not skipped, one of them ends the file. */
  readonly badLines?: readonly BadLine[];
  /** Bytes of the file, as it is stored, that were read so far. */
  readonly readBytes?: number;
}

export interface BadLine {
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

export interface ExportOptions {
  /** Whether a line that is no statement leaves the others of N-Quads and N-Triples to be read. */
  readonly skipsBadLines?: boolean;
  /** Whether formats without graphs are read too, and statements that are in none. */
  readonly triples: boolean;
}

/**
 * Reads files and folders of parts, compressed or not. Quads whose graphs are of one page, and that follow each other, are
 * an article; no more than one is held at a time. A file in a format without graphs is one article.
 */
export async function* readExports(
  paths: readonly string[],
  options: ExportOptions = { triples: false },
): AsyncGenerator<ExportedArticle | { readonly problem: Problem }> {
  for (const path of paths) {
    try {
      for (const file of await allRdfFiles(path)) yield* readExport(file, options);
    } catch (error) {
      yield { problem: unreadable(path, error) };
    }
  }
}

/** The quads of an article, and their lines. */
type Read = Pick<ExportedArticle, 'quads' | 'lines' | 'badLines'>;

interface Reading {
  readonly isLines: boolean;
  readonly skipsBadLines: boolean;
}

export async function* readExport(
  file: RdfFile,
  { triples, skipsBadLines = false }: ExportOptions,
): AsyncGenerator<ExportedArticle | { readonly problem: Problem }> {
  const { path, format } = file;
  const place = { source: path };
  if (!format || !(triples || format.spans.includes('span'))) {
    const message = triples
      ? `Its name does not end with that of a format; rename it to end with ${formats.map(({ extension }) => `.${extension}`).join(', ')}, or .gz after that.`
      : 'This format holds no graphs of spans; give N-Quads, TriG or JSON-LD, made with --provenance span.';
    yield { problem: { code: 'unknown-format', severity: 'error', message, place } };
    return;
  }
  const stored = createReadStream(path);
  try {
    let foreign: TextError | null = null;
    const chunks = upToForeign(textChunks(stored, file.isCompressed), (error) => {
      foreign = error;
    });
    const reading = { isLines: file.isLines, skipsBadLines };
    for await (const { quads, lines, badLines = [] } of readers[format.name](chunks, reading)) {
      const kept = triples ? quads : quads.filter(({ graph }) => graph.termType !== 'DefaultGraph');
      if (kept.length + badLines.length === 0) continue;
      const readBytes = stored.bytesRead;
      yield {
        file: path,
        quads: kept,
        readBytes,
        ...(lines && kept.length === lines.length ? { lines } : {}),
        ...(badLines.length > 0 ? { badLines } : {}),
      };
    }
    if (foreign) yield { problem: rdfProblem(path, format, foreign) };
  } catch (error) {
    yield { problem: rdfProblem(path, format, error) };
  } finally {
    stored.destroy();
  }
}

const readers: Readonly<
  Record<FormatName, (chunks: AsyncIterable<string>, reading: Reading) => AsyncIterable<Read>>
> = {
  nquads: nquadsArticles,
  trig: trigArticles,
  jsonld: jsonldArticles,
  ntriples: ntriplesArticle,
  turtle: turtleArticle,
};

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const lines of lineBatches(chunks)) yield* lines;
}

async function* nquadsArticles(
  chunks: AsyncIterable<string>,
  { skipsBadLines }: Reading,
): AsyncGenerator<Read> {
  let page: string | null = null;
  let block = new LineBlock('nquads');
  let number = 0;
  for await (const line of linesOf(chunks)) {
    number++;
    if (isEmpty(line)) continue;
    const graph = /<([^<>"\s]*)>\s*\.\s*$/.exec(line.slice(line.lastIndexOf('<')))?.[1];
    const own: string | null = graph === undefined ? page : pageOf(graph);
    if (page !== null && own !== page) {
      yield block.parse(skipsBadLines);
      block = new LineBlock('nquads');
    }
    page = own;
    block.add(line, number);
  }
  if (!block.isEmpty) yield block.parse(skipsBadLines);
}

async function* ntriplesArticle(
  chunks: AsyncIterable<string>,
  { skipsBadLines }: Reading,
): AsyncGenerator<Read> {
  const block = new LineBlock('ntriples');
  for (const [index, line] of (await wholeOf(chunks)).split('\n').entries())
    if (!isEmpty(line)) block.add(line, index + 1);
  yield block.parse(skipsBadLines);
}

async function* turtleArticle(chunks: AsyncIterable<string>): AsyncGenerator<Read> {
  yield { quads: parseTurtleFamily(await wholeOf(chunks), 'turtle') };
}

/** Characters of the lines of one article: many times those of the largest. */
const longestArticle = 1 << 28;

/** Lines with a statement each, parsed together and told apart again. */
class LineBlock {
  private readonly texts: string[] = [];
  private readonly numbers: number[] = [];
  private length = 0;

  constructor(private readonly format: 'nquads' | 'ntriples') {}

  get isEmpty(): boolean {
    return this.texts.length === 0;
  }

  /** @throws TextError where the lines are more than memory should hold */
  add(text: string, number: number): void {
    this.length += text.length;
    if (this.length > longestArticle)
      throw new TextError(
        'too-long',
        `The statements of one article have more than ${longestArticle} characters.`,
      );
    this.texts.push(text);
    this.numbers.push(number);
  }

  /** @throws RdfSyntaxError with the line of the file, where such lines are not skipped, or are too many */
  parse(skipsBadLines: boolean): Read {
    const badLines: BadLine[] = [];
    for (;;) {
      try {
        const quads = parseTurtleFamily(this.texts.join('\n'), this.format);
        return { quads, lines: this.numbers, badLines };
      } catch (error) {
        if (!(error instanceof RdfSyntaxError) || error.line === undefined) throw error;
        const index = error.line - 1;
        const reason = error.message.replace(/ on line \d+/, '');
        const [line, text] = [this.numbers[index], this.texts[index]];
        if (!skipsBadLines || line === undefined || text === undefined || badLines.length === mostBadLines)
          throw new RdfSyntaxError(reason, line, { cause: error });
        badLines.push({ line, text, reason });
        this.numbers.splice(index, 1);
        this.texts.splice(index, 1);
      }
    }
  }
}

/** Of an article; what has more is no such file. */
const mostBadLines = 100;

function isEmpty(line: string): boolean {
  return /^\s*(?:#.*)?$/.test(line);
}

/** The parser holds a statement as a whole, and looks at it again with each piece. */
const longestStatement = 16 * 1024 * 1024;

async function* trigArticles(chunks: AsyncIterable<string>): AsyncGenerator<Read> {
  let quads: Quad[] = [];
  const parser = new StreamParser({ format: 'application/trig' });
  let unfinished = 0;
  const limited = async function* (): AsyncGenerator<string> {
    for await (const chunk of chunks) {
      yield chunk;
      unfinished += chunk.length;
      if (unfinished > longestStatement)
        throw new TextError('too-long', `A statement of it has more than ${longestStatement} characters.`);
    }
  };
  const parsed = pipeline(limited(), parser, () => {}) as AsyncIterable<unknown> as AsyncIterable<Quad>;
  try {
    for await (const quad of parsed) {
      unfinished = 0;
      const before = quads[0];
      if (before && pageOf(before.graph.value) !== pageOf(quad.graph.value)) {
        yield { quads };
        quads = [];
      }
      quads.push(quad);
    }
  } catch (error) {
    const { context, message } = error as Error & { context?: { line?: number } };
    if (context === undefined) throw error;
    throw new RdfSyntaxError(message, context.line, { cause: error });
  }
  if (quads.length > 0) yield { quads };
}

async function* jsonldArticles(chunks: AsyncIterable<string>, { isLines }: Reading): AsyncGenerator<Read> {
  const texts = isLines ? linesOf(chunks) : [await wholeOf(chunks)];
  for await (const text of texts) {
    for (const document of documentsIn(text))
      yield { quads: await parseRdf(JSON.stringify(document), 'jsonld') };
  }
}

async function wholeOf(chunks: AsyncIterable<string>): Promise<string> {
  return (await heldText(chunks)).join('');
}

/** One document, or an array of those of several articles. */
function documentsIn(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch (error) {
    throw new RdfSyntaxError((error as Error).message, undefined, { cause: error });
  }
}
