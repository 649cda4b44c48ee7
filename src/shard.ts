/**
 * A part of an input that is converted by itself: the unit of work for one machine and for many.
 *
 * A shard is a range of bytes of a file. It owns the articles that begin in its range, and reads on behind the range
 * to the end of its last one. So every article belongs to exactly one shard, wherever the cuts fall, and a file can be
 * cut without being read.
 */
import type { Site, TextFormat } from './source.js';

/** What an input is, found out from its content and not from its name. */
export type InputKind =
  /** A MediaWiki export: many pages (https://www.mediawiki.org/wiki/Help:Export). */
  | 'xml'
  /** One JSON object a line, an article each. */
  | 'ndjson'
  /** One article. */
  | 'text';

export type Compression = 'none' | 'gzip' | 'bzip2';

/** What the beginning of a file says of the whole of it; every shard of the file carries it. */
export interface ShardHeader {
  readonly kind: InputKind;
  readonly compression: Compression;
  /** Size of the file in bytes, by which a file that has changed since is noticed. */
  readonly size: number;
  /** For a MediaWiki export: what its `<siteinfo>` says. */
  readonly site?: Site;
  /** For one article: how it is written, where that is known. */
  readonly format?: TextFormat;
}

/** What decides the bytes of a shard's output besides its input. */
export interface ShardConfig {
  /** Version of the program. */
  readonly version: string;
  /** The options of the conversion, as plain JSON. */
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Shard {
  /** From 0, over all inputs of a plan. */
  readonly id: number;
  /** Path of the file, or `-` for standard input. */
  readonly src: string;
  /** First byte of the range in the file as it is stored (compressed bytes where it is compressed). */
  readonly start: number;
  /** Behind the last byte. */
  readonly end: number;
  readonly header: ShardHeader;
  readonly config: ShardConfig;
}
