import { createHash } from 'node:crypto';
import type { Problem } from '../problem.js';
import { cutInput, readInputs, readShard } from '../read.js';
import type { Source } from '../source.js';

/** Pages of all namespaces of a wiki are sources. */
const allNamespaces: ReadonlySet<number> = new Set(Array.from({ length: 4000 }, (_, number) => number));

/** How often the inputs are begun again in search of sources that stand before those that were found. */
const mostRounds = 100;

/**
 * Finds the sources of articles by their hashes. It reads on from the last one that was found, so that sources in the order
 * of the articles are read once, and one is held at a time.
 */
export class SourceFinder {
  private sources: AsyncGenerator<Source> | null = null;
  private rounds = 0;

  constructor(
    private readonly inputs: readonly string[],
    private readonly tell: (problem: Problem) => void,
  ) {}

  /** The text with a SHA-256; null where no input has it. */
  async find(sha256: string): Promise<string | null> {
    const begun = this.sources;
    const found = begun ? await this.findIn(begun, sha256) : null;
    if (found !== null || this.rounds >= mostRounds) return found;
    this.rounds++;
    this.sources = this.read(this.rounds === 1);
    return this.findIn(this.sources, sha256);
  }

  private async findIn(sources: AsyncGenerator<Source>, sha256: string): Promise<string | null> {
    for (let next = await sources.next(); !next.done; next = await sources.next()) {
      const { text } = next.value;
      if (createHash('sha256').update(text).digest('hex') === sha256) return text;
    }
    return null;
  }

  private async *read(isFirst: boolean): AsyncGenerator<Source> {
    // Standard input can be read only once, and is no source.
    for await (const result of readInputs(this.inputs, nothing())) {
      if ('problem' in result) {
        if (isFirst) this.tell(result.problem);
      } else if ('source' in result) yield result.source;
      else {
        const { path, header } = result.container;
        const [range] = cutInput(path, header, { shardSize: Number.MAX_SAFE_INTEGER });
        if (!range) continue;
        const shard = { id: 0, src: path, ...range, header, config: { version: '', options: {} } };
        for await (const item of readShard(shard, { namespaces: allNamespaces }))
          if ('source' in item) yield item.source;
      }
    }
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
