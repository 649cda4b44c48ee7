/** Stored files of text, compressed or not, piece by piece. */
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Large, as a parser of Turtle looks at an unfinished string again with each piece. */
const pieceLength = 1 << 20;

/** Text that is not what it should be: no UTF-8, or damaged where it is compressed. */
export class TextError extends Error {
  constructor(
    readonly code: 'not-utf8' | 'corrupt' | 'too-long',
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
  const bytes = isCompressed ? pipeline(stored, createGunzip({ chunkSize: pieceLength }), () => {}) : stored;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes)
      yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new TextError('not-utf8', 'It is no valid UTF-8; convert it first, for example with iconv.', {
        cause: error,
      });
    if (!code.startsWith('Z_')) throw error;
    const message =
      code === 'Z_BUF_ERROR'
        ? 'It ends in the middle of its compressed data; get the file again.'
        : 'Its compressed data are damaged, or it is no gzip file; get it again.';
    throw new TextError('corrupt', message, { cause: error });
  }
}

/** More than any statement needs, and what memory can hold a few times. */
const longestLine = 64 * 1024 * 1024;

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
