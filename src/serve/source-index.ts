/** The texts of articles by their pages, so that a page can show the words that its statements were read from. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Problem } from '../problem.js';
import { Iris } from '../rdf/iris.js';
import { cutInput, readInputs, readShard } from '../read.js';
import type { Source } from '../source.js';
import type { SourceText } from './handler.js';

/** Bytes of compressed text that are held; articles beyond are left out, which is told. */
const mostBytes = 512 * 1024 * 1024;

export class SourceIndex {
  /** By the SHA-256 of the text, and by the IRI of the page that the title gives. */
  private readonly byHash = new Map<string, StoredText>();
  private readonly byPage = new Map<string, StoredText>();
  private bytes = 0;

  /** @param base under which pages have their IRIs */
  constructor(base: string) {
    this.iris = new Iris(base);
  }

  private readonly iris: Iris;

  get size(): number {
    return this.byHash.size;
  }

  /** Takes the articles of files, folders and dumps in. */
  async read(inputs: readonly string[], tell: (problem: Problem) => void): Promise<void> {
    for await (const result of sourcesOf(inputs)) {
      if ('problem' in result) tell(result.problem);
      else if (!this.add(result.source)) {
        const message = 'The sources are too many to be held; those from here on are not shown.';
        tell({
          code: 'too-many-sources',
          severity: 'warning',
          message,
          place: { source: result.source.name },
        });
        return;
      }
    }
  }

  /** The text with a SHA-256, as the data may say it, else that whose title is the page's. */
  find(page: string, sha256?: string): SourceText | null {
    const stored = this.byHash.get(sha256 ?? '') ?? this.byPage.get(page);
    if (!stored) return null;
    const { name, title, packed } = stored;
    return { name, title, text: inflateRawSync(packed).toString() };
  }

  private add({ name, title: given, text }: Source): boolean {
    const packed = deflateRawSync(text);
    this.bytes += packed.length;
    if (this.bytes > mostBytes) return false;
    const title = titleIn(text) ?? given ?? null;
    const stored = { name: withoutFolder(name), title, packed };
    this.byHash.set(createHash('sha256').update(text).digest('hex'), stored);
    if (title !== null) this.byPage.set(this.iris.page(title).value, stored);
    return true;
  }
}

/** Where the file lies on this machine is nobody's business. Behind `#` stands the title of an article of a container. */
function withoutFolder(name: string): string {
  const [path = ''] = name.split('#', 1);
  return basename(path) + name.slice(path.length);
}

interface StoredText {
  readonly name: string;
  readonly title: string | null;
  /** Deflated UTF-8. */
  readonly packed: Uint8Array;
}

/** The title that a text in the plain rendering begins with. */
function titleIn(text: string): string | null {
  return /^\ufeff?\s*=\s([^=\n]{1,500}?)\s=[ \t]*\r?$/m.exec(text.slice(0, 2000))?.[1] ?? null;
}

async function* sourcesOf(
  inputs: readonly string[],
): AsyncGenerator<{ readonly source: Source } | { readonly problem: Problem }> {
  for await (const result of readInputs(inputs, nothing())) {
    if (!('container' in result)) {
      yield result;
      continue;
    }
    const { path, header } = result.container;
    for (const range of cutInput(path, header, { shardSize: Number.MAX_SAFE_INTEGER })) {
      const shard = { id: 0, src: path, ...range, header, config: { version: '', options: {} } };
      for await (const item of readShard(shard)) if ('source' in item || 'problem' in item) yield item;
    }
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
