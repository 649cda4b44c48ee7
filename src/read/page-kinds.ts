/** Which kinds of articles an export of `convert` holds, by the titles of their pages. */
import { createReadStream } from 'node:fs';
import type { Problem } from '../problem.js';
import { formats } from '../rdf/formats.js';
import type { RdfFile } from './rdf-files.js';
import { rdfProblem } from './rdf-problem.js';
import { lineBatches, textChunks } from './text-chunks.js';

export interface PageKind {
  readonly title: string;
  /** Such as `film`. */
  readonly kind: string;
}

const statement = /^<[^<>]*\/page\/([^<>/#]{1,2000})> <[^<>]*\/article#kind> "([a-z0-9-]{1,60})"/;

/** Reads the lines of N-Quads or N-Triples that say the kind of a page; of a file that cannot be read, a problem comes last. */
export async function* readPageKinds(
  { path, isCompressed, format }: RdfFile,
  onProgress: (bytes: number) => void = () => {},
): AsyncGenerator<{ readonly kinds: readonly PageKind[] } | { readonly problem: Problem }> {
  const stored = createReadStream(path);
  try {
    for await (const lines of lineBatches(textChunks(stored, isCompressed))) {
      onProgress(stored.bytesRead);
      yield { kinds: lines.flatMap((line) => kindIn(line) ?? []) };
    }
  } catch (error) {
    yield { problem: rdfProblem(path, format ?? linewise, error) };
  } finally {
    stored.destroy();
  }
}

const linewise = formats.find(({ name }) => name === 'nquads') as (typeof formats)[number];

function kindIn(line: string): PageKind | null {
  const match = line.includes('/article#kind> ') ? statement.exec(line) : null;
  if (!match) return null;
  const [, segment = '', kind = ''] = match;
  try {
    return { title: decodeURIComponent(segment), kind };
  } catch {
    return null;
  }
}
