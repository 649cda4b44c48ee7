/** Titles as they are stored: some at a time, each without what it begins with as the one before it does. */
import type { TitleEntry } from './entry.js';

/** How many titles are in a block, but for the last one of a part. */
export const blockLength = 64;

const flag = { redirect: 1, disambiguation: 2, pageId: 4, item: 8, section: 16, kind: 32 } as const;

/** Bytes that one entry may take at most: its title and its section are of some hundred characters each. */
const longestEntry = 1 << 12;

export class BlockWriter {
  private readonly bytes = Buffer.allocUnsafe(blockLength * longestEntry);
  private at = 0;
  private before = Buffer.alloc(0);
  count = 0;

  /** Whether the next entry belongs to another block. */
  get isFull(): boolean {
    return this.count === blockLength;
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  /** @param kind the number of its kind */
  add({ key, pageId, item, isDisambiguation, redirect }: TitleEntry, kind: number | null): void {
    const title = Buffer.from(key);
    const shared = sharedLength(this.before, title);
    const section = redirect && redirect.section !== '' ? Buffer.from(redirect.section) : null;
    this.number(shared);
    this.text(title.subarray(shared));
    this.bytes[this.at++] =
      (redirect ? flag.redirect : 0) |
      (isDisambiguation ? flag.disambiguation : 0) |
      (pageId === null ? 0 : flag.pageId) |
      (item === null ? 0 : flag.item) |
      (section ? flag.section : 0) |
      (kind === null ? 0 : flag.kind);
    if (pageId !== null) this.number(pageId);
    if (item !== null) this.number(item);
    if (section) this.text(section);
    if (kind !== null) this.number(kind);
    this.before = title;
    this.count++;
  }

  /** The bytes of the block, which are valid until the next entry comes; the next block begins. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.at);
    this.at = 0;
    this.before = Buffer.alloc(0);
    this.count = 0;
    return taken;
  }

  private text(bytes: Buffer): void {
    this.number(bytes.length);
    this.at += bytes.copy(this.bytes, this.at);
  }

  /** Seven bits a byte, the lowest first; the last byte has no high bit. */
  private number(value: number): void {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.bytes[this.at++] = (rest % 128) | 128;
    this.bytes[this.at++] = rest;
  }
}

function sharedLength(a: Buffer, b: Buffer): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a[at] === b[at]) at++;
  return at;
}

/** What is stored is no block. */
export class BlockError extends Error {}

/** Reads the entries of a block one after the other. */
export class BlockCursor {
  private title: Buffer;
  private length = 0;
  private at = 0;
  private flags = 0;
  private sectionBegin = 0;
  private sectionEnd = 0;
  pageId: number | null = null;
  item: number | null = null;
  /** Number of its kind. */
  kind: number | null = null;

  /** @param title memory for titles, which several cursors may use one after the other */
  constructor(
    private readonly bytes: Buffer,
    title = Buffer.allocUnsafe(1024),
  ) {
    this.title = title;
  }

  /** Goes on to the next entry; false where there is none. @throws BlockError */
  next(): boolean {
    if (this.at >= this.bytes.length) return false;
    const shared = this.number();
    const own = this.number();
    if (shared > this.length || this.at + own > this.bytes.length) throw new BlockError();
    if (shared + own > this.title.length) {
      const longer = Buffer.allocUnsafe(2 * (shared + own));
      this.title.copy(longer, 0, 0, shared);
      this.title = longer;
    }
    // Most are shorter than what it takes to call for a copy.
    for (let i = 0; i < own; i++) this.title[shared + i] = this.bytes[this.at + i] as number;
    this.length = shared + own;
    this.at += own;
    this.facts();
    return true;
  }

  /**
   * Goes on to the entry of a key, from the beginning of the block; false where there is none. The cursor has no key then.
   *
   * @returns the number of redirects before it, or -1
   * @throws BlockError
   */
  seek(key: Buffer): number {
    let redirects = 0;
    /** How much the key has in common with the entry before, which it comes behind. */
    let common = 0;
    while (this.at < this.bytes.length) {
      const shared = this.number();
      const end = this.number() + this.at;
      if (end > this.bytes.length) throw new BlockError();
      // What has less in common with the entry before than the key has, is behind the key.
      if (shared < common) return -1;
      if (shared === common) {
        const begin = this.at;
        common += this.commonLength(key, common, end);
        const at = begin + common - shared;
        const isWhole = common === key.length;
        if (at < end && (isWhole || (this.bytes[at] as number) > (key[common] as number))) return -1;
        if (at === end && isWhole) {
          this.enter(end);
          return redirects;
        }
      }
      this.enter(end);
      if (this.isRedirect) redirects++;
    }
    return -1;
  }

  /** How many bytes from here on are those of a key from a place on. */
  private commonLength(key: Buffer, from: number, end: number): number {
    const most = Math.min(key.length - from, end - this.at);
    let length = 0;
    while (length < most && this.bytes[this.at + length] === key[from + length]) length++;
    return length;
  }

  private enter(at: number): void {
    this.at = at;
    this.facts();
  }

  /** Reads what follows a title. */
  private facts(): void {
    this.flags = this.bytes[this.at++] ?? 0;
    this.pageId = this.flags & flag.pageId ? this.number() : null;
    this.item = this.flags & flag.item ? this.number() : null;
    const section = this.flags & flag.section ? this.number() : 0;
    this.sectionBegin = this.at;
    this.at += section;
    this.sectionEnd = this.at;
    this.kind = this.flags & flag.kind ? this.number() : null;
    if (this.at > this.bytes.length) throw new BlockError();
  }

  /** Less than 0 where its key comes before another, as bytes are ordered; 0 where it is the same. */
  compare(key: Buffer): number {
    return this.title.compare(key, 0, key.length, 0, this.length);
  }

  get key(): string {
    return this.title.toString('utf8', 0, this.length);
  }

  get isRedirect(): boolean {
    return (this.flags & flag.redirect) !== 0;
  }

  get isDisambiguation(): boolean {
    return (this.flags & flag.disambiguation) !== 0;
  }

  /** The heading that a redirect leads to; empty where it leads to none. */
  get section(): string {
    return this.bytes.toString('utf8', this.sectionBegin, this.sectionEnd);
  }

  private number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined || scale > 2 ** 49) throw new BlockError();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }
}
