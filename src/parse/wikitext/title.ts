/** Titles as links write them (https://www.mediawiki.org/wiki/Manual:Page_title). */
import { decoded } from './entities.js';

/** What MediaWiki takes for a space in a title. */
const blanks = /[\s_\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** Marks of direction; they are no part of a title. */
const directions = /[\u200e\u200f\u202a-\u202e]+/g;
const unusual = /[_%&\u007f-\u009f\u200e\u200f\u202a-\u202e]|[^\S ]| {2}|^ | $/;

/** A title with single spaces, its escapes decoded; most have nothing else already. */
export function normalTitle(written: string): string {
  if (isUsual(written) || !unusual.test(written)) return written;
  return percentDecoded(decoded(written)).replace(directions, '').replace(blanks, ' ').trim();
}

/** Whether a title is of ASCII's letters, digits and blanks between words alone, as most are. */
function isUsual(written: string): boolean {
  let before = blank;
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at);
    const isWord = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (!isWord && !(code === blank && before !== blank)) return false;
    before = code;
  }
  return before !== blank;
}

const blank = 32;

/**
 * A title that is shown as the words of its link, if it is written with escapes or with marks of direction at its ends;
 * null if it is shown as it stands.
 */
export function withoutEscapes(written: string): string | null {
  if (!escaped.test(written) || marked.test(written)) return null;
  const shown = percentDecoded(written).replace(outerDirections, '');
  return shown === written || !isTitle(shown.replace(blanks, ' ').trim()) ? null : shown;
}

const escaped = /%[0-9a-f]{2}|^[\u200e\u200f\u202a-\u202e]|[\u200e\u200f\u202a-\u202e]$/i;
const outerDirections = /^[\u200e\u200f\u202a-\u202e]+|[\u200e\u200f\u202a-\u202e]+$/g;
const marked = /[{}<>&'[\]]/;

/** What is no percent-encoded UTF-8 stays as it is. */
function percentDecoded(written: string): string {
  return written.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/** Whether a page may have a title; that of a section of the same page begins with `#`. */
export function isTitle(title: string): boolean {
  const hash = title.indexOf('#');
  const page = hash < 0 ? title : title.slice(0, hash);
  if (page === '') return false;
  return isUsual(page) || (!notInTitles.test(page) && !steps.test(page) && !page.includes('~~~'));
}

const notInTitles = /[<>[\]{}|\u0000-\u001f\u007f\ufffd]|%[0-9a-f]{2}/i;
/** Steps of a path, which no title holds. */
const steps = /^\.{1,2}(?:$|\/)|\/\.{1,2}(?:\/|$)/;
