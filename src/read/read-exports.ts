/** Exports of many articles to the quads of one article after the other. */
import { pipeline } from 'node:stream';
import type { Quad } from '@rdfjs/types';
import { StreamParser } from 'n3';
import type { Problem } from '../problem.js';
import { pageOf } from '../rdf/iris.js';
import { parseRdf, parseTurtleFamily, RdfSyntaxError } from '../rdf/parse-rdf.js';
import { chunksOf, formatOfRdfFile, isJsonLines, linesOf, rdfFilesAt } from './rdf-files.js';
import { unreadable } from './unreadable.js';

export type ExportedArticle = { readonly file: string; readonly quads: readonly Quad[] };

/**
 * Reads files and folders of parts, compressed or not. Quads whose graphs are of one page, and that follow each other, are
 * an article; no more than one is held at a time.
 */
export async function* readExports(
  paths: readonly string[],
): AsyncGenerator<ExportedArticle | { readonly problem: Problem }> {
  for (const path of paths) {
    try {
      for (const file of await rdfFilesAt(path)) yield* readExport(file);
    } catch (error) {
      yield { problem: unreadable(path, error) };
    }
  }
}

async function* readExport(file: string): AsyncGenerator<ExportedArticle | { readonly problem: Problem }> {
  const format = formatOfRdfFile(file);
  if (!format?.spans.includes('span')) {
    const message = 'This format holds no graphs of spans; give N-Quads, TriG or JSON-LD.';
    yield { problem: { code: 'unknown-format', severity: 'error', message, place: { source: file } } };
    return;
  }
  const chunks = chunksOf(file);
  try {
    const articles =
      format.name === 'nquads'
        ? nquadsArticles(chunks)
        : format.name === 'trig'
          ? trigArticles(chunks)
          : jsonldArticles(chunks, isJsonLines(file));
    for await (const quads of articles) yield { file, quads };
  } catch (error) {
    if (!(error instanceof RdfSyntaxError)) {
      yield { problem: unreadable(file, error) };
      return;
    }
    const message = `It is no valid ${format.label}: ${error.message}`;
    const place = { source: file, ...(error.line === undefined ? {} : { line: error.line }) };
    yield { problem: { code: 'rdf-syntax', severity: 'error', message, place } };
  }
}

async function* nquadsArticles(chunks: AsyncIterable<string>): AsyncGenerator<Quad[]> {
  let page: string | null = null;
  let lines: string[] = [];
  for await (const line of linesOf(chunks)) {
    const graph = /<([^<>"\s]*)>\s*\.\s*$/.exec(line.slice(line.lastIndexOf('<')))?.[1];
    if (graph === undefined) continue;
    const own = pageOf(graph);
    if (page !== null && own !== page) {
      yield parseTurtleFamily(lines.join('\n'), 'nquads');
      lines = [];
    }
    page = own;
    lines.push(line);
  }
  if (lines.length > 0) yield parseTurtleFamily(lines.join('\n'), 'nquads');
}

async function* trigArticles(chunks: AsyncIterable<string>): AsyncGenerator<Quad[]> {
  let quads: Quad[] = [];
  const parser = new StreamParser({ format: 'application/trig' });
  const parsed = pipeline(chunks, parser, () => {}) as AsyncIterable<unknown> as AsyncIterable<Quad>;
  try {
    for await (const quad of parsed) {
      const before = quads[0];
      if (before && pageOf(before.graph.value) !== pageOf(quad.graph.value)) {
        yield quads;
        quads = [];
      }
      quads.push(quad);
    }
  } catch (error) {
    const { context, message } = error as Error & { context?: { line?: number } };
    if (context === undefined) throw error;
    throw new RdfSyntaxError(message, context.line, { cause: error });
  }
  if (quads.length > 0) yield quads;
}

async function* jsonldArticles(chunks: AsyncIterable<string>, isLines: boolean): AsyncGenerator<Quad[]> {
  for await (const text of isLines ? linesOf(chunks) : whole(chunks)) {
    for (const document of documentsIn(text)) yield await parseRdf(JSON.stringify(document), 'jsonld');
  }
}

async function* whole(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  const parts: string[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  yield parts.join('');
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
