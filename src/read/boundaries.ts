import type { Boundaries, End } from './split-articles.js';

const pageBegin = Buffer.from('<page');
const pageEnd = Buffer.from('</page>');
const newline = 0x0a;

/** Pages of a MediaWiki export. `<page` stands nowhere else in well-formed XML, as texts are escaped. */
export const pages: Boundaries = {
  findBegin: findPageBegin,
  findEnd: findPageEnd,
  unsure(bytes) {
    for (let count = Math.min(pageBegin.length, bytes.length); count > 0; count--) {
      if (pageBegin.subarray(0, count).equals(bytes.subarray(bytes.length - count))) return count;
    }
    return 0;
  },
  beginMark: pageBegin.length,
  endMark: pageEnd.length,
  endsWithFile: false,
};

/** `<page>` or `<page …>`, but not `<pages>`. */
function findPageBegin(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(pageBegin, from); at >= 0; at = bytes.indexOf(pageBegin, at + 1)) {
    const next = bytes[at + pageBegin.length];
    if (next === 0x3e || next === 0x20 || next === 0x0a || next === 0x0d || next === 0x09) return at;
  }
  return -1;
}

function findPageEnd(bytes: Buffer, from: number): End | null {
  const end = bytes.indexOf(pageEnd, from);
  const next = findPageBegin(end < 0 ? bytes : bytes.subarray(0, end), from);
  if (next >= 0) return { at: next, isWhole: false };
  return end < 0 ? null : { at: end + pageEnd.length, isWhole: true };
}

/** Lines. A line begins with the line feed before it, so that a shard need not look at the byte before its own. */
export const lines: Boundaries = {
  findBegin: (bytes, from) => bytes.indexOf(newline, from),
  findEnd(bytes, from) {
    const at = bytes.indexOf(newline, from);
    return at < 0 ? null : { at, isWhole: true };
  },
  unsure: () => 0,
  beginMark: 1,
  endMark: 0,
  endsWithFile: true,
};
