/** Content negotiation (https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1). */

interface MediaRange {
  readonly type: string;
  readonly subtype: string;
  readonly quality: number;
}

/** More than any client sends; the rest is not read. */
const mostRanges = 100;

/**
 * The media type that a client likes best; among equals, the first that is offered. Parameters other than `q` do not
 * count. Without the header, or with an empty one, everything is liked.
 *
 * @param offered such as `text/turtle`, in lower case
 * @returns null where it takes none of them
 */
export function preferred<const T extends string>(
  accept: string | undefined,
  offered: readonly T[],
): T | null {
  const ranges = parseAccept(accept ?? '');
  if (ranges.length === 0) return offered[0] ?? null;
  let best: T | null = null;
  let highest = 0;
  for (const type of offered) {
    const quality = qualityOf(type, ranges);
    if (quality > highest) [best, highest] = [type, quality];
  }
  return best;
}

/**
 * Whether a client takes gzip.
 *
 * @param accepted the header Accept-Encoding (https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3)
 */
export function acceptsGzip(accepted: string | undefined): boolean {
  return (accepted ?? '')
    .toLowerCase()
    .split(',', mostRanges)
    .some((part) => {
      const [coding, ...parameters] = part.split(';').map((text) => text.trim());
      return coding === 'gzip' && parseQuality(parameters) > 0;
    });
}

function parseAccept(accept: string): MediaRange[] {
  const found: MediaRange[] = [];
  for (const part of accept.toLowerCase().split(',', mostRanges)) {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim());
    const [, type, subtype] = /^([^\s/]+)\/([^\s/]+)$/.exec(range) ?? [];
    if (type === undefined || subtype === undefined) continue;
    found.push({ type, subtype, quality: parseQuality(parameters) });
  }
  return found;
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-12.4.2; what is no quality counts as 1. */
function parseQuality(parameters: readonly string[]): number {
  const text = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, '');
  return text !== undefined && /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(text) ? Number(text) : 1;
}

/** That of the most specific range that fits: `text/turtle` before `text/*` before any. */
function qualityOf(mediaType: string, ranges: readonly MediaRange[]): number {
  const [type, subtype] = mediaType.split('/');
  const levels: ((range: MediaRange) => boolean)[] = [
    (range) => range.type === type && range.subtype === subtype,
    (range) => range.type === type && range.subtype === '*',
    (range) => range.type === '*' && range.subtype === '*',
  ];
  for (const fits of levels) {
    const fitting = ranges.filter(fits);
    if (fitting.length > 0) return Math.max(...fitting.map(({ quality }) => quality));
  }
  return 0;
}
