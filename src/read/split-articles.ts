import { Window } from './window.js';

/** How articles stand in a stream of bytes. */
export interface Boundaries {
  /** Index of the first beginning of an article at `from` or behind it, or -1. */
  readonly findBegin: (bytes: Buffer, from: number) => number;
  /** The first end of an article at `from` or behind it. */
  readonly findEnd: (bytes: Buffer, from: number) => End | null;
  /** How many of the last bytes could be the beginning of a mark by which an article begins. */
  readonly unsure: (bytes: Buffer) => number;
  /** Length of the mark by which an article begins, in bytes. */
  readonly beginMark: number;
  /** Longest mark by which an article ends: what must be looked at again when more bytes have come. */
  readonly endMark: number;
  /** Whether the end of the file ends an article. */
  readonly endsWithFile: boolean;
}

export interface End {
  /** Index behind the last byte of the article. */
  readonly at: number;
  /** False where another article begins before this one has ended. */
  readonly isWhole: boolean;
}

/** An article as it stands in its container, or what is left of it. */
export interface Extract {
  readonly state: 'whole' | 'unclosed' | 'cut' | 'damaged' | 'too-large';
  /** Its bytes, or the first of them where it is too large; valid until the next piece is taken. */
  readonly bytes: Buffer;
  /** Where it begins, in bytes from the beginning of the stream. */
  readonly offset: number;
}

/** Largest article, in bytes: many times the largest of Wikipedia (2 MiB). */
export const largestArticle = 32 * 1024 * 1024;

/** How much is read in search for the end of an article. */
export const longestSearch = 1024 * 1024 * 1024;

/** How much of an article that is too large is kept, to find its title in. */
const keptOfLarge = 4096;

/** Cuts the bytes of a shard into articles. It holds the article that is being read, and no more. */
export class ArticleSplitter {
  private readonly window: Window;
  private isInside = false;
  /** Bytes of the window that have been searched. */
  private searched = 0;
  /** Behind it no article of the shard begins. */
  private limit = Number.POSITIVE_INFINITY;
  /** The article that is being passed over as it is too large. */
  private large: { readonly bytes: Buffer; readonly offset: number } | null = null;
  private lastEnd = 0;

  constructor(private readonly boundaries: Boundaries) {
    this.window = new Window();
  }

  /** True as soon as no article of the shard is left. */
  get isDone(): boolean {
    return !this.isInside && this.window.offset >= this.limit;
  }

  /** True where so much was read without the end of an article that the rest is given up. */
  get isLost(): boolean {
    return this.window.offset + this.window.length - this.lastEnd > longestSearch;
  }

  *take(bytes: Uint8Array): Generator<Extract, void, undefined> {
    this.window.append(bytes);
    while (!this.isDone) {
      const extract = this.isInside ? this.nextEnd() : this.nextBegin();
      if (extract === 'more') break;
      if (extract !== 'begun') yield extract;
    }
    if (this.isInside && this.window.length > largestArticle) this.passOver();
  }

  /** Tells that the shard's range ends here. */
  endRange(): void {
    this.limit = this.window.offset + this.window.length;
  }

  /** Tells that bytes are missing here, or that the file has ended. */
  *interrupt(reason: 'damaged' | 'cut'): Generator<Extract, void, undefined> {
    const isWhole = reason === 'cut' && this.boundaries.endsWithFile;
    if (this.isInside)
      yield this.large ? this.largeExtract() : this.extract(this.window.length, isWhole ? 'whole' : reason);
    this.finish(this.window.length);
  }

  private nextBegin(): 'more' | 'begun' {
    const { bytes, offset } = this.window;
    const begin = this.boundaries.findBegin(bytes, this.searched);
    if (begin < 0) {
      this.window.drop(bytes.length - this.boundaries.unsure(bytes));
      this.searched = 0;
      return 'more';
    }
    this.window.drop(begin);
    this.searched = this.boundaries.beginMark;
    this.isInside = offset + begin < this.limit;
    // What lies behind the range is left to the next shard.
    return this.isInside ? 'begun' : 'more';
  }

  private nextEnd(): Extract | 'more' {
    const { bytes } = this.window;
    const end = this.boundaries.findEnd(bytes, this.searched);
    if (!end) {
      this.searched = Math.max(this.searched, bytes.length - this.boundaries.endMark);
      if (this.large) this.forget();
      return 'more';
    }
    const extract = this.large
      ? this.largeExtract()
      : this.extract(end.at, end.isWhole ? 'whole' : 'unclosed');
    this.finish(end.at);
    return extract;
  }

  private extract(end: number, state: Extract['state']): Extract {
    return { state, bytes: this.window.bytes.subarray(0, end), offset: this.window.offset };
  }

  private largeExtract(): Extract {
    return { state: 'too-large', ...(this.large as { bytes: Buffer; offset: number }) };
  }

  private finish(end: number): void {
    this.window.drop(end);
    this.searched = 0;
    this.isInside = false;
    this.large = null;
    this.lastEnd = this.window.offset;
  }

  private passOver(): void {
    const bytes = Buffer.from(this.window.bytes.subarray(0, keptOfLarge));
    this.large ??= { bytes, offset: this.window.offset };
    this.forget();
  }

  /** Lets go what has been searched of an article that is too large. */
  private forget(): void {
    this.window.drop(this.searched);
    this.searched = 0;
  }
}
