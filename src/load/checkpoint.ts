/** How far a load is, so that one that was stopped goes on. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What makes two loads the same one. */
export interface LoadIdentity {
  readonly version: string;
  readonly store: string;
  readonly endpoint: string;
  readonly mode: string;
  readonly validate: string;
  /** Of the shapes that articles are checked against. */
  readonly settings: string;
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
}

export function loadKey(identity: LoadIdentity): string {
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex');
}

const count = z.number().int().nonnegative();

const refused = z.object({
  file: z.string(),
  line: count.optional(),
  graph: z.string(),
  statement: z.string(),
  isSent: z.boolean(),
  reason: z.string(),
});

const checkpoint = z.object({
  type: z.literal('article2rdf load checkpoint'),
  key: z.string(),
  /** Files that are done. */
  files: count,
  /** Articles that are done of the file after these. */
  articles: count,
  counts: z.object({
    articles: count,
    graphs: count,
    statements: count,
    nonConforming: count,
    unusable: count,
    refused: count,
  }),
  refused: z.array(refused),
});

export type Checkpoint = z.infer<typeof checkpoint>;
export type LoadCounts = Checkpoint['counts'];

export function emptyCheckpoint(key: string): Checkpoint {
  return {
    type: 'article2rdf load checkpoint',
    key,
    files: 0,
    articles: 0,
    counts: { articles: 0, graphs: 0, statements: 0, nonConforming: 0, unusable: 0, refused: 0 },
    refused: [],
  };
}

/**
 * A checkpoint that was kept.
 *
 * @returns null for anything else, and for the checkpoint of another load
 */
export function readCheckpoint(text: string, key: string): Checkpoint | null {
  try {
    const read = checkpoint.safeParse(JSON.parse(text));
    return read.success && read.data.key === key ? read.data : null;
  } catch {
    return null;
  }
}
