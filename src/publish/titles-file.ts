import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BlockCursor, BlockWriter, blockLength } from '../titles/block.js';
import { crc32 } from '../titles/checksum.js';
import type { TitleEntry, TitlesCounts, TitlesMeta } from '../titles/entry.js';
import { mark, writeFooter, writeIndex } from '../titles/layout.js';
import type { RedirectStep } from '../titles/redirections.js';
import { Redirections } from '../titles/redirections.js';
import { openBeside, syncFolder } from './folder.js';
import { SortedLines } from './sorted-lines.js';

/** Bytes that are gathered before they are written, and read at a time. */
const batchLength = 1 << 20;

/** A file of titles; it appears as a whole or not at all. Its methods throw the file system's errors. */
export class TitlesFile {
  private readonly block = new BlockWriter();
  private readonly hash = createHash('sha256');
  private batch: Buffer[] = [];
  private batchLength = 0;
  private size = 0;
  private readonly offsets: number[] = [];
  private readonly sums: number[] = [];
  private readonly redirectsBefore: number[] = [];
  private readonly firstKeys: string[] = [];
  /** Redirects that have a target, by it. */
  private readonly targets = new SortedLines();
  private targetLines: string[] = [];
  private redirects = 0;
  private counts = { titles: 0, sections: 0, disambiguations: 0, items: 0, kinds: 0 };
  /** Numbers of kinds, in the order in which titles come. */
  private readonly kinds = new Map<string, number>();
  /** Where the blocks of titles end, and those of titles outside begin. */
  private mainEnd = 0;
  private isCommitted = false;

  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private readonly temporary: string,
  ) {
    this.append(mark);
  }

  static async create(path: string): Promise<TitlesFile> {
    await mkdir(dirname(path), { recursive: true });
    const { file, temporary } = await openBeside(path);
    return new TitlesFile(path, file, temporary);
  }

  /** Adds titles in the order of their bytes, each once. */
  async add(entries: Iterable<TitleEntry>): Promise<void> {
    for (const entry of entries) {
      this.put(entry);
      this.count(entry);
      const { redirect } = entry;
      if (!redirect) continue;
      if (redirect.target !== '') this.targetLines.push(`${redirect.target}\t${this.redirects}`);
      this.redirects++;
    }
    await this.targets.add(this.targetLines.splice(0));
    if (this.batchLength >= batchLength) await this.flush();
  }

  /**
   * Finds out where the redirects end, writes what is left, and gives the file its name.
   *
   * @returns the counts, and the titles of redirects that end in a circle, some of many
   */
  async commit(site: TitlesMeta['site']): Promise<{ counts: TitlesCounts; circles: readonly string[] }> {
    this.endBlock();
    const blocks = this.sums.length;
    this.mainEnd = this.size;
    const redirections = await this.join(blocks);
    this.endBlock();
    const outsideBlocks = this.sums.length - blocks;
    const circular = redirections.resolve();
    const { double, circles, outside } = redirections.counts(blocks * blockLength);
    const counts: TitlesCounts = { ...this.counts, redirects: this.redirects, double, circles, outside };
    const endsOffset = this.size;
    const endSums: number[] = [];
    for (const bytes of redirections.pages()) {
      endSums.push(crc32(bytes));
      this.append(bytes);
      if (this.batchLength >= batchLength) await this.flush();
    }
    const indexOffset = this.size;
    const index = this.index(endsOffset, endSums);
    this.append(index);
    const metaOffset = this.size;
    const meta = Buffer.from(
      JSON.stringify({ site, counts, kinds: [...this.kinds.keys()] } satisfies TitlesMeta),
    );
    this.append(meta);
    await this.flush();
    const footer = {
      blocks,
      outsideBlocks,
      redirects: this.redirects,
      endsOffset,
      indexOffset,
      metaOffset,
      size: 0,
      indexHash: createHash('sha256').update(index).update(meta).digest(),
      contentHash: this.hash.copy().digest(),
    };
    const length = writeFooter(footer).length;
    this.append(writeFooter({ ...footer, size: this.size + length }));
    await this.flush();
    const titles = await this.titlesOf(circular, blocks);
    // A full disk may tell of itself only here.
    await this.file.sync();
    await this.file.close();
    await rename(this.temporary, this.path);
    this.isCommitted = true;
    await syncFolder(dirname(this.path));
    return { counts, circles: titles };
  }

  /** Leaves nothing behind; also after an error. What is committed stays. */
  async discard(): Promise<void> {
    await this.targets.discard();
    if (this.isCommitted) return;
    await this.file.close().catch(() => {});
    await rm(this.temporary, { force: true });
  }

  private put(entry: TitleEntry): void {
    if (this.block.isFull) this.endBlock();
    if (this.block.isEmpty) {
      this.firstKeys.push(entry.key);
      this.redirectsBefore.push(this.redirects);
    }
    const { kind } = entry;
    if (kind !== null && !this.kinds.has(kind)) this.kinds.set(kind, this.kinds.size);
    this.block.add(entry, kind === null ? null : (this.kinds.get(kind) as number));
  }

  private count({ redirect, isDisambiguation, item, kind }: TitleEntry): void {
    this.counts.titles++;
    if (redirect && redirect.section !== '') this.counts.sections++;
    if (isDisambiguation) this.counts.disambiguations++;
    if (item !== null) this.counts.items++;
    if (kind !== null) this.counts.kinds++;
  }

  private endBlock(): void {
    if (this.block.isEmpty) return;
    // Its memory is used for the next one.
    const bytes = Buffer.from(this.block.take());
    this.offsets.push(this.size);
    this.sums.push(crc32(bytes));
    this.append(bytes);
  }

  private append(bytes: Buffer): void {
    this.hash.update(bytes);
    this.batch.push(bytes);
    this.batchLength += bytes.length;
    this.size += bytes.length;
  }

  private async flush(): Promise<void> {
    await this.file.writeFile(Buffer.concat(this.batch.splice(0)));
    this.batchLength = 0;
  }

  /** Where each redirect leads: titles and targets are both in order, and are gone through side by side. */
  private async join(blocks: number): Promise<Redirections> {
    await this.flush();
    const redirections = new Redirections(this.redirects);
    const stored = await this.storedTitles(blocks);
    const outside = { key: '', number: blocks * blockLength - 1 };
    try {
      for await (const lines of this.targets.sorted()) {
        for (const line of lines) {
          const tab = line.indexOf('\t');
          if (tab < 0) continue;
          const key = line.slice(0, tab);
          const to = (await stored.find(Buffer.from(key))) ?? { end: this.outside(key, outside) };
          redirections.set(Number(line.slice(tab + 1)), to);
        }
        if (this.batchLength >= batchLength) await this.flush();
      }
    } finally {
      await stored.close();
    }
    return redirections;
  }

  /** The number of a title that is no page here; they come in order. */
  private outside(key: string, last: { key: string; number: number }): number {
    if (key === last.key) return last.number;
    this.put({ key, pageId: null, item: null, isDisambiguation: false, kind: null, redirect: null });
    last.key = key;
    last.number++;
    return last.number;
  }

  /** The titles of the first blocks, as they were written. */
  private async storedTitles(blocks: number): Promise<StoredTitles> {
    const file = await open(this.temporary, 'r');
    const stored = new StoredTitles(
      file,
      [...this.offsets.slice(0, blocks), this.mainEnd],
      this.redirectsBefore,
    );
    await stored.load();
    return stored;
  }

  private index(endsOffset: number, endSums: readonly number[]): Buffer {
    const keys = this.firstKeys.map((key) => Buffer.from(key));
    let at = 0;
    const keyOffsets = keys.map(({ length }) => {
      at += length;
      return at - length;
    });
    return writeIndex({
      offsets: Float64Array.from([...this.offsets, endsOffset]),
      sums: Uint32Array.from(this.sums),
      redirectsBefore: Uint32Array.from(this.redirectsBefore),
      keyOffsets: Uint32Array.from([...keyOffsets, at]),
      endSums: Uint32Array.from(endSums),
      keys: Buffer.concat(keys),
    });
  }

  private async titlesOf(redirects: readonly number[], blocks: number): Promise<string[]> {
    const wanted = new Set(redirects);
    const titles: string[] = [];
    if (wanted.size === 0) return titles;
    const stored = await this.storedTitles(blocks);
    try {
      while (titles.length < wanted.size && !stored.isAtEnd) {
        if (stored.isRedirect && wanted.has(stored.redirect)) titles.push(stored.key);
        if (!stored.step()) await stored.load();
      }
    } finally {
      await stored.close();
    }
    return titles;
  }
}

/** Goes through the titles of a file that is being written. */
class StoredTitles {
  private cursors: BlockCursor[] = [];
  private cursor: BlockCursor | null = null;
  /** The first block that is not loaded. */
  private nextBlock = 0;
  private block = -1;
  private place = 0;
  private redirectsHere = 0;

  /** @param offsets of its blocks, and the end of the last one */
  constructor(
    private readonly file: FileHandle,
    private readonly offsets: readonly number[],
    private readonly redirectsBefore: readonly number[],
  ) {}

  /** Whether there is no title any more. */
  get isAtEnd(): boolean {
    return this.cursor === null;
  }

  get key(): string {
    return this.cursor?.key ?? '';
  }

  get isRedirect(): boolean {
    return this.cursor?.isRedirect ?? false;
  }

  /**
   * Goes on to a title; null where it is not among them. What a redirect to a section names is in the section, so that
   * redirects to it end there.
   */
  async find(key: Buffer): Promise<RedirectStep | null> {
    while (this.compare(key) < 0) if (!this.step()) await this.load();
    if (this.compare(key) !== 0) return null;
    const goesOn = this.isRedirect && this.cursor?.section === '';
    return goesOn ? { redirect: this.redirect } : { end: this.block * blockLength + this.place };
  }

  /** Number among the redirects of the title, which is one. */
  get redirect(): number {
    return (this.redirectsBefore[this.block] as number) + this.redirectsHere;
  }

  /** Less than 0 where the title comes before another; more where there is none any more. */
  private compare(key: Buffer): number {
    return this.cursor === null ? 1 : this.cursor.compare(key);
  }

  /** Goes on; false where more is to be loaded first. */
  step(): boolean {
    if (this.isRedirect) this.redirectsHere++;
    if (this.cursor?.next()) {
      this.place++;
      return true;
    }
    return this.enter();
  }

  async load(): Promise<void> {
    const last = this.offsets.length - 1;
    if (this.nextBlock >= last) {
      this.cursor = null;
      return;
    }
    const begin = this.offsets[this.nextBlock] as number;
    let to = this.nextBlock + 1;
    while (to < last && (this.offsets[to + 1] as number) - begin <= batchLength) to++;
    const bytes = Buffer.allocUnsafe((this.offsets[to] as number) - begin);
    await this.file.read(bytes, 0, bytes.length, begin);
    for (let block = this.nextBlock; block < to; block++) {
      const [from, end] = [this.offsets[block] as number, this.offsets[block + 1] as number];
      this.cursors.push(new BlockCursor(bytes.subarray(from - begin, end - begin)));
    }
    this.cursors.reverse();
    this.nextBlock = to;
    this.enter();
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  private enter(): boolean {
    this.cursor = this.cursors.pop() ?? null;
    if (this.cursor === null) return false;
    this.block++;
    this.place = 0;
    this.redirectsHere = 0;
    return this.cursor.next();
  }
}
