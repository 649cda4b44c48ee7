import type { Workshop } from '../pipeline.js';
import { isDisambiguationPage } from '../pipeline.js';
import type { Problem } from '../problem.js';
import { readPageHead } from '../read/page-head.js';
import type { PageContext } from '../read/page-item.js';
import { pageItem } from '../read/page-item.js';
import type { ShardItem } from '../read/shard-item.js';
import { readShard } from '../read.js';
import type { Shard } from '../shard.js';
import { namespaceOf } from '../source/namespaces.js';
import type { Namespaces } from '../titles/key.js';
import { titleKey } from '../titles/key.js';
import type { PageRecord } from './title-records.js';

/** Records that are handed on at a time. */
const batchLength = 1000;

export interface ScanOptions {
  readonly namespaces: ReadonlySet<number>;
  readonly stream?: AsyncIterable<Uint8Array>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytes: number) => void;
}

/**
 * Reads what a shard of an export says of its pages before their texts; of the texts themselves only those that may tell
 * pages of like titles apart.
 */
export async function* scanTitles(
  shard: Shard,
  workshop: Pick<Workshop, 'templates' | 'usual'>,
  { namespaces, ...options }: ScanOptions,
): AsyncGenerator<{ readonly records: readonly PageRecord[] } | { readonly problem: Problem }> {
  const scanner = new TitleScanner(workshop, namespaces, shard.header.site?.namespaces ?? {});
  let records: PageRecord[] = [];
  const readPage = (bytes: Buffer, context: PageContext): ShardItem => {
    const record = scanner.record(bytes, context);
    if (record) records.push(record);
    return { left: 'namespace', title: record?.title ?? '' };
  };
  for await (const item of readShard(shard, { ...options, namespaces, readPage })) {
    if ('problem' in item) yield item;
    if (records.length < batchLength) continue;
    yield { records };
    records = [];
  }
  yield { records };
}

class TitleScanner {
  /** Whether a template of a name, as it is written, tells pages apart. */
  private readonly known = new Map<string, boolean>();

  constructor(
    private readonly workshop: Pick<Workshop, 'templates' | 'usual'>,
    private readonly wanted: ReadonlySet<number>,
    private readonly names: Namespaces,
  ) {}

  record(bytes: Buffer, context: PageContext): PageRecord | null {
    const head = readPageHead(bytes);
    if (!head || head.id === null) return null;
    const { title, id, redirect } = head;
    const namespace = head.namespace ?? namespaceOf(titleKey(title, this.names) ?? '', this.names);
    if (!this.wanted.has(namespace)) return null;
    const isDisambiguation = redirect === null && this.mayTellApart(bytes) && this.tellsApart(bytes, context);
    return { title, namespace, id, redirect, isDisambiguation };
  }

  /** Whether the page calls a template of such a name, wherever. */
  private mayTellApart(bytes: Buffer): boolean {
    for (let at = bytes.indexOf('{{'); at >= 0; at = bytes.indexOf('{{', at + 2)) {
      const end = endOfName(bytes, at + 2);
      if (end < 0) continue;
      const name = bytes.toString('latin1', at + 2, end);
      let tells = this.known.get(name);
      if (tells === undefined) {
        const written = Buffer.from(name, 'latin1').toString('utf8');
        tells = this.workshop.templates.named(written).action?.does === 'disambiguate';
        if (this.known.size < mostKnown) this.known.set(name, tells);
      }
      if (tells) return true;
    }
    return false;
  }

  private tellsApart(bytes: Buffer, context: PageContext): boolean {
    const item = pageItem(bytes, { ...context, namespaces: this.wanted });
    return 'source' in item && isDisambiguationPage(item.source, this.workshop);
  }
}

/** How many names of templates are remembered, so that hostile pages cannot fill the memory. */
const mostKnown = 20_000;

/** Longest name of a template, in bytes. */
const longestName = 100;

/** Where the name of a template ends: at a bar, a bracket, a line or an entity; -1 where it is too long for one. */
function endOfName(bytes: Buffer, begin: number): number {
  const most = Math.min(bytes.length, begin + longestName);
  for (let at = begin; at < most; at++) {
    const byte = bytes[at] as number;
    if (byte === 0x7c || byte === 0x7d || byte === 0x0a || byte === 0x3c || byte === 0x26) return at;
    if (byte === 0x7b) return -1;
  }
  return -1;
}
