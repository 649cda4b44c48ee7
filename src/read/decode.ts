import { isUtf8 } from 'node:buffer';

export type Decoded =
  | { readonly text: string }
  | { readonly code: string; readonly message: string; readonly line?: number };

/**
 * Decodes UTF-8 strictly. A byte order mark stays in the text, so that offsets count in the file itself.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0)
    return { code: 'empty-input', message: 'It is empty; there is no article to convert.' };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { code: 'not-utf8', message: 'It is UTF-16; convert it to UTF-8 first, for example with iconv.' };
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    const message = `It is no text: byte ${zero} is 0. Give an article as plain text in UTF-8.`;
    return { code: 'not-text', message };
  }
  if (isUtf8(bytes)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
    if (!/\S/.test(text))
      return { code: 'empty-input', message: 'It holds only white space; there is no article to convert.' };
    return { text };
  } else {
    const at = firstInvalidByte(bytes);
    const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
    const message = `It is no valid UTF-8 at byte ${at}; convert it to UTF-8 first, for example with iconv.`;
    return { code: 'not-utf8', message, line };
  }
}

/** The longest prefix that decodes ends there; found by halving, as every shorter prefix decodes too. */
function firstInvalidByte(bytes: Uint8Array): number {
  const decodes = (length: number, stream: boolean): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream });
      return true;
    } catch {
      return false;
    }
  };
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (decodes(middle, true)) low = middle;
    else high = middle - 1;
  }
  // Not in the middle of the character that is broken, but where it begins.
  while (!decodes(low, false)) low--;
  return low;
}
