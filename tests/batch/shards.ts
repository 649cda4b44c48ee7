import type { BatchOptions } from '../../src/batch/plan.js';
import { makePlan } from '../../src/batch/plan.js';
import type { ShardItem } from '../../src/read.js';
import type { Shard, ShardConfig } from '../../src/shard.js';

export const config = (options: Partial<BatchOptions> = {}): ShardConfig => ({
  version: '1.2.3',
  options: {
    formats: ['nquads'],
    base: 'https://example.org/',
    vocabBase: 'https://w3id.org/article2rdf/',
    lang: null,
    mapping: null,
    shapes: [],
    validate: false,
    namespaces: [0],
    redirects: true,
    mentions: true,
    provenance: 'page',
    generatedAt: null,
    settings: 'abc',
    ...options,
  },
});

/** A plan of some shards of one file. */
export function planOf(size: number, options: Partial<BatchOptions> = {}): Shard[] {
  const header = { kind: 'ndjson', compression: 'none', size: 100 * size } as const;
  const ranges = Array.from({ length: size }, (_, i) => ({ start: 100 * i, end: 100 * (i + 1) }));
  return makePlan([{ src: 'films.ndjson', header, ranges }], config(options));
}

export async function* items(...given: ShardItem[]): AsyncGenerator<ShardItem> {
  yield* given;
}

export function film(title: string, more = ''): ShardItem {
  const text = `= ${title} =\n\n${title}\n- Director: Ann Lee\n${more}\n${title} is a 2001 film.\n`;
  return { source: { name: `films.ndjson#${title}`, title, text, format: 'plain' } };
}
