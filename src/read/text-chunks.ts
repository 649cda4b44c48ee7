/** Stored files of text, compressed or not, piece by piece. */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { GzipError, gunzip } from './gunzip.js';

/** Large, as a parser of Turtle looks at an unfinished string again with each piece. */
const pieceLength = 1 << 20;

/** Text that is not what it should be: no UTF-8, or damaged where it is compressed. */
export class TextError extends Error {
  constructor(
    readonly code: 'not-utf8' | 'corrupt' | 'foreign-bytes' | 'too-long',
    message: string,
    options: ErrorOptions = {},
  ) {
    super(message, options);
    this.name = 'TextError';
  }
}

/**
 * The text of a file, or of a stream.
 *
 * @throws TextError, and the file system's error
 */
export async function* textChunks(
  input: string | AsyncIterable<Uint8Array | string>,
  isCompressed: boolean,
): AsyncGenerator<string> {
  const stored =
    typeof input === 'string'
      ? createReadStream(input, { highWaterMark: pieceLength })
      : Readable.from(input);
  const bytes = isCompressed ? gunzip(stored as AsyncIterable<Uint8Array>, pieceLength) : stored;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes)
      yield typeof chunk === 'string' ? chunk : decoder.decode(chunk as Uint8Array, { stream: true });
    yield decoder.decode();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new TextError('not-utf8', 'It is no valid UTF-8; convert it first, for example with iconv.', {
        cause: error,
      });
    if (!(error instanceof GzipError)) throw error;
    const named = error.what === 'foreign' ? 'foreign-bytes' : 'corrupt';
    throw new TextError(named, gzipMessage(error), { cause: error });
  }
}

function gzipMessage({ what, at }: GzipError): string {
  if (what === 'foreign')
    return `From byte ${at} on it holds what is no gzip; all that was compressed before that was read.`;
  return what === 'cut'
    ? 'It ends in the middle of its compressed data; get the file again.'
    : 'Its compressed data are damaged, or it is no gzip file; get it again.';
}

/** The text up to bytes behind the compressed data that are none of it, which are told. */
export async function* upToForeign(
  chunks: AsyncIterable<string>,
  tell: (error: TextError) => void,
): AsyncGenerator<string> {
  try {
    yield* chunks;
  } catch (error) {
    if (!(error instanceof TextError) || error.code !== 'foreign-bytes') throw error;
    tell(error);
  }
}

/** Characters of a file that is read as a whole. */
const mostWhole = 1 << 28;

/**
 * The pieces of a text that is held as a whole.
 *
 * @throws TextError where it is too long for that
 */
export async function heldText(chunks: AsyncIterable<string>): Promise<string[]> {
  const parts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length > mostWhole)
      throw new TextError(
        'too-long',
        `It has more than ${mostWhole} characters, and this format is read as a whole; convert to N-Quads.`,
      );
  }
  return parts;
}

/** More than any statement needs, and what memory can hold a few times. */
export const longestLine = 64 * 1024 * 1024;

/**
 * The lines of a text, as many at a time as a chunk ends.
 *
 * @throws TextError where a line is too long to be held
 */
export async function* lineBatches(chunks: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest: string[] = [];
  let restLength = 0;
  for await (const chunk of chunks) {
    const lines = chunk.split('\n');
    const last = lines.pop() as string;
    if (lines.length > 0) {
      lines[0] = rest.join('') + lines[0];
      yield lines;
      rest = [];
      restLength = 0;
    }
    rest.push(last);
    restLength += last.length;
    if (restLength > longestLine)
      throw new TextError('too-long', `A line of it has more than ${longestLine} characters.`);
  }
  if (restLength > 0) yield [rest.join('')];
}
