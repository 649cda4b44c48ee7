import type { Problem } from '../problem.js';
import type { Shard } from '../shard.js';
import type { Source } from '../source.js';
import { lines, pages } from './boundaries.js';
import { lineItems } from './line-item.js';
import type { PageReader } from './page-item.js';
import { pageItem, roughTitle } from './page-item.js';
import type { Piece } from './pieces.js';
import { refused } from './refused.js';
import { UnreadFields } from './rows/unread-fields.js';
import type { ShardItem } from './shard-item.js';
import type { Extract } from './split-articles.js';
import { ArticleSplitter, largestArticle, longestSearch } from './split-articles.js';
import { TitleRegister } from './title-register.js';

/** How many bytes the end of an export is looked for in. */
const endLength = 200;

/** From the bytes of a shard of many articles to items. */
export class ShardReader {
  private readonly splitter: ArticleSplitter;
  private readonly titles = new TitleRegister();
  private readonly unread = new UnreadFields();
  /** Whether the last article is being read, which ends with the file. */
  private isAtEnd = false;
  private isBehindRange = false;
  /** Whether bytes were missing, or an article ended with the file. */
  private isBroken = false;
  /** What stands behind the end of the compressed data. */
  private foreign: Problem | null = null;
  /** The end of what was read. */
  private lastBytes = Buffer.alloc(0);
  /** Lines until now; null where it is not known how many were before. */
  private lineCount: number | null;

  constructor(
    /** What messages call the file. */
    private readonly name: string,
    private readonly shard: Pick<Shard, 'start' | 'header'>,
    private readonly namespaces: ReadonlySet<number>,
    private readonly baseOf?: (source: Source) => string | null,
    private readonly readPage: PageReader = pageItem,
  ) {
    this.splitter = new ArticleSplitter(this.isLines ? lines : pages);
    this.lineCount = shard.start === 0 ? 0 : null;
  }

  private get isLines(): boolean {
    return this.shard.header.kind === 'ndjson';
  }

  async *read(pieces: AsyncIterable<Piece>): AsyncGenerator<ShardItem> {
    const unknown = this.shard.header.site?.unknownLanguage;
    if (unknown !== undefined && this.shard.start === 0)
      yield { problem: unknownLanguage(this.name, unknown) };
    // A line begins with the line feed before it, which the first one has not.
    if (this.isLines && this.shard.start === 0) yield* this.take({ bytes: Buffer.from('\n') });
    for await (const piece of pieces) {
      yield* this.take(piece);
      if (this.splitter.isLost) {
        const message = `No article has ended in ${longestSearch} bytes; what follows was left out. Look at what the file holds.`;
        yield refused('no-article-end', { source: this.name }, message);
        return;
      }
      if (this.splitter.isDone) return;
    }
    this.isAtEnd = true;
    yield* this.items(this.splitter.interrupt('cut'));
    if (this.foreign) yield { problem: this.foreign };
    if (this.isEndMissing) {
      const message =
        'The file ends before its export does: there is no </mediawiki>. Get it again; pages are missing.';
      yield refused('truncated', { source: this.name }, message);
    }
  }

  /** Whether a whole export was read to the end of its file, and not to its own; and nothing has told so. */
  private get isEndMissing(): boolean {
    const isExport = this.shard.header.site?.pageBase !== undefined;
    // A shard of the last few bytes alone cannot tell.
    const isKnown = this.shard.start === 0 || this.lastBytes.length === endLength;
    const isTold = this.isBehindRange || this.isBroken;
    return isExport && isKnown && !isTold && !this.lastBytes.includes('</mediawiki>');
  }

  private *take(piece: Piece): Generator<ShardItem> {
    if ('bytes' in piece) {
      const end = piece.bytes.subarray(-endLength);
      this.lastBytes = Buffer.concat([this.lastBytes, end]).subarray(-endLength);
      yield* this.items(this.splitter.take(piece.bytes));
    } else if ('rangeEnd' in piece) {
      this.splitter.endRange();
      this.isBehindRange = true;
    } else if ('foreign' in piece) this.foreign = piece.foreign;
    else {
      if (piece.gap) yield { problem: piece.gap };
      yield* this.items(this.splitter.interrupt('damaged'));
      this.lineCount = null;
      this.isBroken = true;
    }
  }

  private *items(extracts: Iterable<Extract>): Generator<ShardItem> {
    for (const extract of extracts) {
      if (this.lineCount !== null) this.lineCount++;
      if (extract.state === 'cut') this.isBroken = true;
      if (extract.state !== 'whole') yield this.brokenItem(extract);
      else for (const item of this.wholeItems(extract)) yield this.once(item, extract.offset);
    }
  }

  private wholeItems({ bytes, offset }: Extract): ShardItem[] {
    const { name: file, namespaces, unread, lineCount, isAtEnd: isCut } = this;
    const { site } = this.shard.header;
    const where = this.whereOf(offset);
    if (!this.isLines) return [this.readPage(bytes, { file, where, namespaces, ...(site ? { site } : {}) })];
    const line = lineCount ? { line: lineCount } : {};
    return lineItems(bytes.subarray(1), { file, where, namespaces, unread, isCut, ...line });
  }

  /** The item, but of two articles whose IRIs would be one the first alone. */
  private once(item: ShardItem, offset: number): ShardItem {
    if (!('source' in item)) return item;
    const { name, title = '', wiki, language } = item.source;
    const base = this.baseOf?.(item.source) ?? null;
    const of = wiki ?? language ?? '';
    const where = this.whereOf(offset);
    const before = this.titles.register(base === null ? title : `${base} ${title}`, { where, of });
    if (before === null) return item;
    if (before.of !== of && before.of !== '' && of !== '') {
      const option = wiki === undefined ? '{lang}' : '{wiki}';
      const message = `An article of this title, of ${before.of}, was read before; this one, of ${of}, was left out. With ${option} in --base, such as --base https://${option}.example/, each has IRIs of its own.`;
      return refused(
        'other-wiki',
        { source: name },
        message.replace('https://{wiki}.example/', 'https://{wiki}/'),
      );
    }
    const message = `Another article of this title, the one that begins at ${before.where}, was read before; the one that begins at ${where} was left out.`;
    return refused('duplicate-title', { source: name }, message);
  }

  private brokenItem({ state, bytes, offset }: Extract): ShardItem {
    const title = this.isLines ? '' : roughTitle(bytes);
    const source = title === '' ? this.name : `${this.name}#${title}`;
    const subject = `The ${this.isLines ? 'line' : 'page'} that begins at ${this.whereOf(offset)} was left out:`;
    const reasons = {
      unclosed: ['invalid-xml', 'another page begins before it has ended.'],
      cut: ['truncated', 'the file ends in the middle of it; get the file again.'],
      damaged: ['lost-article', 'a part of it is in a damaged part of the file.'],
      'too-large': ['too-large', `it is larger than ${largestArticle} bytes.`],
    } as const;
    const [code, reason] = reasons[state as keyof typeof reasons];
    return refused(code, { source }, `${subject} ${reason}`);
  }

  /** Where an article begins, for messages; in a compressed file counted from what can be found again. */
  private whereOf(offset: number): string {
    const { start, header } = this.shard;
    // The line feed before a line is no part of it; the one before the first line is not in the file.
    const at = this.isLines && start > 0 ? offset + 1 : offset;
    if (header.compression === 'none') return `byte ${start + at}`;
    return start === 0
      ? `byte ${at} of the decompressed file`
      : `byte ${at} of what is decompressed from byte ${start} of the file on`;
  }
}

function unknownLanguage(source: string, code: string): Problem {
  const message = `It says that its language is "${code.slice(0, 40)}", which is no language tag; name it with --lang, or its texts are taken for those of the default language.`;
  return { code: 'unknown-language', severity: 'warning', message, place: { source } };
}
