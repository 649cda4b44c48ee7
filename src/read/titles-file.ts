/** A file of titles, opened: any number of processes may read it at the same time. */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Problem } from '../problem.js';
import { namespaceOf } from '../source/namespaces.js';
import { BlockCursor, BlockError, blockLength } from '../titles/block.js';
import { crc32 } from '../titles/checksum.js';
import { dbpediaIri, wikidataIri } from '../titles/elsewhere.js';
import type { TitlesMeta } from '../titles/entry.js';
import { ends } from '../titles/entry.js';
import { longestKey, titleKey } from '../titles/key.js';
import type { BlockIndex, Footer } from '../titles/layout.js';
import { endsInPage, footerLength, mark, readFooter, readIndex } from '../titles/layout.js';
import type { KnownElsewhere, LinkEnd, TitleLookup, TitlesSite } from '../titles.js';
import { refused } from './refused.js';
import { unreadable } from './unreadable.js';

/** Blocks that are kept, and pages of ends: some MB. */
const mostKept = 4096;

/** Titles that are one with a parenthesis; a name that more share is not told by them. */
const mostNamesakes = 200;

/** The file is not as it was written. */
export class TitlesFileError extends Error {
  readonly problem: Problem;

  constructor(source: string) {
    const message = `${broken} ${again}`;
    super(message);
    this.problem = refused('titles-invalid', { source }, message).problem;
  }
}

const broken = 'It is a file of titles that is damaged.';
const again = 'Make it again with article2rdf titles.';

interface Found {
  readonly key: string;
  readonly item: number | null;
  readonly isDisambiguation: boolean;
  readonly kind: number | null;
  /** Number among the redirects; null of one that leads to no other page, or into a section. */
  readonly redirect: number | null;
  readonly isSection: boolean;
}

/**
 * Opens a file of titles.
 *
 * @returns a problem where it cannot be read, is none, or is not whole
 */
export function openTitles(
  path: string,
): { readonly titles: TitlesFileReader } | { readonly problem: Problem } {
  let file: number;
  try {
    // A pipe that nobody writes to is opened too, and refused as what cannot be read at a place.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return { problem: unreadable(path, error) };
  }
  try {
    const opened = readParts(file);
    if (typeof opened !== 'string') return { titles: new TitlesFileReader(path, file, ...opened) };
    closeSync(file);
    return refused('titles-invalid', { source: path }, `${opened} ${again}`);
  } catch (error) {
    closeSync(file);
    return { problem: unreadable(path, error) };
  }
}

/** Its parts, or what is wrong with it. */
function readParts(file: number): [Footer, BlockIndex, TitlesMeta] | string {
  const { size } = fstatSync(file);
  const read = (at: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, at));
  };
  if (!read(0, mark.length).equals(mark)) return 'It is no file of titles, or one of another version.';
  const footer = size < footerLength ? null : readFooter(read(size - footerLength, footerLength));
  if (footer === null || footer.size !== size) return 'It is a file of titles that was cut short.';
  const { indexOffset, metaOffset, blocks, outsideBlocks } = footer;
  if (indexOffset > metaOffset || metaOffset > size) return broken;
  const index = read(indexOffset, metaOffset - indexOffset);
  const meta = read(metaOffset, size - footerLength - metaOffset);
  if (!createHash('sha256').update(index).update(meta).digest().equals(footer.indexHash)) return broken;
  const parsed = readIndex(index, blocks + outsideBlocks, footer.redirects);
  return parsed === null ? broken : [footer, parsed, JSON.parse(meta.toString()) as TitlesMeta];
}

export class TitlesFileReader implements TitleLookup {
  readonly site: TitlesSite;
  private readonly blocks = new Map<number, Buffer>();
  private readonly pages = new Map<number, Buffer>();
  private readonly title = Buffer.allocUnsafe(4 * longestKey);

  constructor(
    private readonly path: string,
    private readonly file: number,
    private readonly footer: Footer,
    private readonly index: BlockIndex,
    readonly meta: TitlesMeta,
  ) {
    const { wiki, language } = meta.site;
    this.site = { ...(wiki === undefined ? {} : { wiki }), ...(language === undefined ? {} : { language }) };
  }

  /** SHA-256 of what it holds: files of one are the same. */
  get hash(): string {
    return this.footer.contentHash.toString('hex');
  }

  /** @throws TitlesFileError where the file is damaged there; so do the other methods */
  endOf(title: string): LinkEnd | null {
    const found = this.find(title);
    if (found === null || found.isSection) return null;
    const end = found.redirect === null ? found : this.entry(this.endNumber(found.redirect));
    if (end === null || namespaceOf(end.key, this.meta.site.namespaces) !== 0) return null;
    const kind = end.kind === null ? undefined : this.meta.kinds[end.kind];
    return {
      title: end.key.replaceAll('_', ' '),
      isAmbiguous: end.isDisambiguation,
      ...(kind === undefined ? {} : { kind }),
    };
  }

  namesakesOf(title: string): readonly (LinkEnd | null)[] {
    const key = titleKey(title, this.meta.site.namespaces);
    return key === null ? [] : this.keysFrom(`${key}_(`).map((one) => this.endOf(one));
  }

  /** The first keys that begin so. */
  private keysFrom(begin: string): string[] {
    const bytes = Buffer.from(begin);
    const keys: string[] = [];
    for (let block = Math.max(0, this.blockOf(bytes)); block < this.footer.blocks; block++) {
      const cursor = this.cursor(block);
      while (this.guarded(() => cursor.next())) {
        if (cursor.compare(bytes) < 0) continue;
        const { key } = cursor;
        if (!key.startsWith(begin) || keys.length === mostNamesakes) return keys;
        keys.push(key);
      }
    }
    return keys;
  }

  elsewhere(title: string): KnownElsewhere {
    const found = this.find(title);
    // What a redirect names is known by the page that it leads to.
    if (found === null || found.redirect !== null || found.isSection)
      return { wikidata: null, dbpedia: null };
    return {
      wikidata: found.item === null ? null : wikidataIri(found.item),
      dbpedia: dbpediaIri(found.key, this.site),
    };
  }

  close(): void {
    closeSync(this.file);
  }

  private find(title: string): Found | null {
    const key = titleKey(title, this.meta.site.namespaces);
    if (key === null) return null;
    const bytes = Buffer.from(key);
    const block = this.blockOf(bytes);
    if (block < 0) return null;
    const cursor = this.cursor(block);
    const redirects = this.guarded(() => cursor.seek(bytes));
    const before = this.index.redirectsBefore[block] as number;
    return redirects < 0 ? null : foundAt(cursor, key, before + redirects);
  }

  /** The last block whose first key is not behind a key; -1 where all are. */
  private blockOf(key: Buffer): number {
    const { keys, keyOffsets } = this.index;
    let [low, high] = [-1, this.footer.blocks - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      const [begin, end] = [keyOffsets[middle] as number, keyOffsets[middle + 1] as number];
      if (keys.compare(key, 0, key.length, begin, end) <= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The title of a number; null where a redirect ends nowhere. */
  private entry(number: number): Found | null {
    if (number === ends.circle || number === ends.unknown) return null;
    const block = Math.floor(number / blockLength);
    if (block >= this.index.sums.length) throw this.damaged();
    const cursor = this.cursor(block);
    for (let place = 0; this.guarded(() => cursor.next()); place++)
      if (place === number % blockLength) return { ...foundAt(cursor, cursor.key, 0), redirect: null };
    throw this.damaged();
  }

  private endNumber(redirect: number): number {
    const { redirects, endsOffset } = this.footer;
    if (redirect >= redirects) throw this.damaged();
    const page = Math.floor(redirect / endsInPage);
    const begin = page * endsInPage;
    const length = 4 * Math.min(endsInPage, redirects - begin);
    const place = { begin: endsOffset + 4 * begin, length, sum: this.index.endSums[page] };
    return this.stored(this.pages, page, place).readUInt32LE(4 * (redirect - begin));
  }

  private cursor(block: number): BlockCursor {
    const { offsets, sums } = this.index;
    const begin = offsets[block] as number;
    const place = { begin, length: (offsets[block + 1] as number) - begin, sum: sums[block] };
    return new BlockCursor(this.stored(this.blocks, block, place), this.title);
  }

  /** Bytes of the file, kept as long as they are used; those that were used last go last. */
  private stored(
    kept: Map<number, Buffer>,
    key: number,
    {
      begin,
      length,
      sum,
    }: { readonly begin: number; readonly length: number; readonly sum: number | undefined },
  ): Buffer {
    let bytes = kept.get(key);
    if (bytes) kept.delete(key);
    else {
      bytes = Buffer.allocUnsafe(length);
      if (readSync(this.file, bytes, 0, length, begin) !== length || crc32(bytes) !== sum)
        throw this.damaged();
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value as number);
    }
    kept.set(key, bytes);
    return bytes;
  }

  private guarded<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw error instanceof BlockError ? this.damaged() : error;
    }
  }

  private damaged(): TitlesFileError {
    return new TitlesFileError(this.path);
  }
}

function foundAt(cursor: BlockCursor, key: string, redirect: number): Found {
  const { item, isDisambiguation, kind, isRedirect, section } = cursor;
  const isSection = isRedirect && section !== '';
  return {
    key,
    item,
    isDisambiguation,
    kind,
    isSection,
    redirect: isRedirect && !isSection ? redirect : null,
  };
}
