/**
 * RDF files into an Oxigraph store. Each quad is put into its graph, and its triple into the default graph, which so is the
 * RDF merge of all graphs: Oxigraph's own union would give a triple once for each graph that has it, and count it so.
 */
import type { Quad } from '@rdfjs/types';
import type { Store } from 'oxigraph';
import { Store as OxigraphStore } from 'oxigraph';
import type { Problem } from '../problem.js';
import { writeLine } from '../rdf/canonical-line.js';
import type { Format } from '../rdf/formats.js';
import { formats } from '../rdf/formats.js';
import { parseRdf, RdfSyntaxError } from '../rdf/parse-rdf.js';
import type { RdfFile } from '../read/rdf-files.js';
import { findRdfFiles } from '../read/rdf-files.js';
import { rdfProblem } from '../read/rdf-problem.js';
import { heldText, lineBatches, textChunks, upToForeign } from '../read/text-chunks.js';
import { unreadable } from '../read/unreadable.js';
import { LineLoader } from './line-loader.js';
import { rdfSyntaxError } from './oxigraph-error.js';

/**
 * Loads files and folders; what cannot be read is told, and the rest is loaded.
 *
 * @returns the number of files that were read
 * @throws WebAssembly.RuntimeError where memory does not suffice; the store is then lost
 */
export async function loadStore(
  store: Store,
  paths: readonly string[],
  tell: (problem: Problem) => void,
): Promise<number> {
  let read = 0;
  for (const path of paths) {
    try {
      const files = await findRdfFiles(path);
      if (files.length === 0) tell(problemOf(path, 'nothing-to-read', 'It holds no files of RDF.'));
      for (const file of files) if (await loadFile(store, file, tell)) read++;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      tell(unreadable(path, error));
    }
  }
  return read;
}

async function loadFile(store: Store, file: RdfFile, tell: (problem: Problem) => void): Promise<boolean> {
  const { path, format } = file;
  if (!format) {
    const names = formats.map(({ extension }) => `.${extension}`).join(', ');
    const message = `Its name is not that of an RDF format; name it ${names} or .jsonl, with .gz if it is compressed.`;
    tell(problemOf(path, 'unknown-format', message));
    return false;
  }
  try {
    const chunks = upToForeign(textChunks(path, file.isCompressed), (error) =>
      tell(rdfProblem(path, format, error)),
    );
    await loaders[format.name]({ store, file, chunks, format, tell });
    return true;
  } catch (error) {
    tell(rdfProblem(path, format, error));
    return false;
  }
}

interface Loading {
  readonly store: Store;
  readonly file: RdfFile;
  readonly chunks: AsyncIterable<string>;
  readonly format: Format;
  readonly tell: (problem: Problem) => void;
}

const loaders: Readonly<Record<Format['name'], (loading: Loading) => Promise<void>>> = {
  nquads: loadLines,
  ntriples: loadLines,
  turtle: loadTurtle,
  trig: loadTriG,
  jsonld: loadJsonLd,
};

/** Line after line, so that one that is wrong costs itself alone. */
async function loadLines({ store, file, chunks, format, tell }: Loading): Promise<void> {
  const loader = new LineLoader(store, (line, message) =>
    tell(rdfProblem(file.path, format, new RdfSyntaxError(`${message} The line is left out.`, line, {}))),
  );
  for await (const chunk of chunks) loader.add(chunk);
  loader.end();
}

/** A file wholly, or not at all. */
async function loadTurtle({ store, chunks, format }: Loading): Promise<void> {
  const text = await heldText(chunks);
  syntaxChecked(() => store.load(text, { format: format.mediaType }));
}

/** Its graphs are not lines: another store takes it apart. */
async function loadTriG({ store, chunks, format }: Loading): Promise<void> {
  const text = await heldText(chunks);
  const own = new OxigraphStore();
  syntaxChecked(() => own.load(text, { format: format.mediaType }));
  const lines = own.dump({ format: 'application/n-quads' });
  (own as unknown as { free(): void }).free();
  loadOwnLines(store, lines);
}

async function loadJsonLd({ store, file, chunks }: Loading): Promise<void> {
  const batches = file.isLines ? lineBatches(chunks) : [[(await heldText(chunks)).join('')]];
  let line = 0;
  for await (const texts of batches) {
    for (const text of texts) {
      line++;
      if (text.trim() === '') continue;
      try {
        const quads = await parseRdf(text, 'jsonld');
        loadOwnLines(store, linesOf(quads));
      } catch (error) {
        if (error instanceof RdfSyntaxError && file.isLines)
          throw new RdfSyntaxError(error.message, line, { cause: error });
        throw error;
      }
    }
  }
}

/** @throws RdfSyntaxError where a term is none that N-Quads can hold */
function linesOf(quads: readonly Quad[]): string {
  try {
    return quads.map((quad) => `${writeLine(quad)}\n`).join('');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RdfSyntaxError(error.message, undefined, { cause: error });
  }
}

function loadOwnLines(store: Store, lines: string): void {
  const loader = new LineLoader(store, (line, message) => {
    throw new RdfSyntaxError(message, undefined, { cause: line });
  });
  loader.add(lines);
  loader.end();
}

function syntaxChecked(load: () => void): void {
  try {
    load();
  } catch (error) {
    const found = rdfSyntaxError(error);
    if (!found) throw error;
    throw new RdfSyntaxError(`${found.message} Nothing of the file is loaded.`, found.line, { cause: error });
  }
}

function problemOf(source: string, code: string, message: string): Problem {
  return { code, severity: 'error', message, place: { source } };
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';
}
