/** The only place where IRIs are made. They follow RFC 3987 (https://www.rfc-editor.org/rfc/rfc3987#section-2.2). */
import type { NamedNode } from '@rdfjs/types';
import { upperFirst } from '../source/upper-first.js';
import { isRfc3987 } from './iri-syntax.js';
import { namedNode } from './terms.js';

/** What a path segment may hold as it is: RFC 3987's ipchar without percent signs and without marks of direction. */
const segmentCharacter =
  /[A-Za-z0-9\-._~!$&'()*+,;=:@\u{A0}-\u{200D}\u{2010}-\u{2029}\u{2030}-\u{2065}\u{206A}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFEF}\u{10000}-\u{1FFFD}\u{20000}-\u{2FFFD}\u{30000}-\u{3FFFD}]/u;

/** Longest slug or anchor, in code points; longer ones are cut. */
const longestSlug = 120;

/** Makes the IRIs under a base. */
export class Iris {
  private readonly things = new Map<string, NamedNode>();

  /** @param base an absolute IRI that ends with `/` */
  constructor(readonly base: string) {}

  /** What an article is about: `{base}resource/{Title}`. An article names the same things again and again. */
  thing(title: string): NamedNode {
    let thing = this.things.get(title);
    if (thing === undefined) {
      thing = namedNode(`${this.base}resource/${titleSegment(title)}`);
      this.things.set(title, thing);
    }
    return thing;
  }

  /** The article: `{base}page/{Title}`. */
  page(title: string): NamedNode {
    return namedNode(`${this.base}page/${titleSegment(title)}`);
  }

  /** What articles are filed under: `{base}category/Title`, the title without the name of its namespace. */
  category(title: string): NamedNode {
    return namedNode(`${this.base}category/${titleSegment(title)}`);
  }
}

/** The fragments that are in use, with how often each was asked for. */
export type TakenFragments = Map<string, number>;

/** A part of a thing or page: `{whole}#{fragment}`, or with `-2`, `-3` … where that is in use already. */
export function partIri(whole: NamedNode, fragment: string, taken: TakenFragments): NamedNode {
  const first = `${whole.value}#${fragment}`;
  let n = (taken.get(first) ?? 0) + 1;
  let iri = n === 1 ? first : `${first}-${n}`;
  // "film-2" may have been asked for by that name.
  while (n > 1 && taken.has(iri)) iri = `${first}-${++n}`;
  taken.set(first, n);
  if (iri !== first) taken.set(iri, 1);
  return namedNode(iri);
}

/**
 * A title as a path segment, by MediaWiki's rules: NFC, white space as `_`, first letter upper case. What a segment
 * may not hold is percent-encoded.
 */
export function titleSegment(title: string): string {
  return withoutSteps(encodeSegment(underscoredTitle(title)));
}

/** The same without the encoding: titles of which it is equal are those of one page. */
export function underscoredTitle(title: string): string {
  const words = underscored(title);
  return words === '' ? '_' : upperFirst(words);
}

/** What the titles of categories begin with where a page of their own is meant; their IRIs do not say it. */
const categoryPrefix = 'Category:';

/** The thing of a page by the segment of its title: what an article is about, or the category that a page describes. */
export function thingOfSegment(base: string, segment: string): string {
  return segment.startsWith(categoryPrefix)
    ? `${base}category/${segment.slice(categoryPrefix.length)}`
    : `${base}resource/${segment}`;
}

/** The segment of the page by that of its thing. */
export function pageSegment(kind: string, segment: string): string {
  return kind === 'category' ? categoryPrefix + segment : segment;
}

/** A segment of one or two dots would be taken for a step in a path. */
function withoutSteps(segment: string): string {
  return /^\.{1,2}$/.test(segment) ? segment.replaceAll('.', '%2E') : segment;
}

/**
 * A segment of a URL's path as the IRIs made here hold it: what they keep is decoded, what they may not hold is
 * percent-encoded, whichever way it was sent. Null where it is no percent-encoded UTF-8
 * (https://www.rfc-editor.org/rfc/rfc3987#section-3.2).
 */
export function canonicalSegment(sent: string): string | null {
  try {
    return withoutSteps(encodeSegment(decodeURIComponent(sent).normalize('NFC')));
  } catch {
    return null;
  }
}

/** The anchor of a section: its heading, with `_` for white space. */
export function anchor(heading: string): string {
  // An equals sign is kept out, so that no heading looks like the address of a span (`#char=0,5`).
  const words = cut(underscored(heading.slice(0, 4 * longestSlug)));
  return encodeSegment(words).replaceAll('=', '%3D');
}

/**
 * A stretch of the source of a page: `{page}#char=BEGIN,END`, in Unicode code points
 * (https://www.rfc-editor.org/rfc/rfc5147#section-2.1.1). No heading makes such an anchor.
 */
export function spanIri(page: NamedNode, begin: number, end: number): NamedNode {
  return namedNode(`${page.value}#char=${begin},${end}`);
}

/** The whole source of a page, whatever its length: `{page}#char=0,`. */
export function sourceIri(page: NamedNode): NamedNode {
  return namedNode(`${page.value}#char=0,`);
}

/** The page of what has an anchor, such as a span. */
export function pageOf(iri: string): string {
  const hash = iri.indexOf('#');
  return hash < 0 ? iri : iri.slice(0, hash);
}

/** The run of a version of this program over a page: `{page}#conversion=VERSION`. */
export function conversionIri(page: NamedNode, version: string): NamedNode {
  return namedNode(`${page.value}#conversion=${encodeSegment(version)}`);
}

/** A statement as it was read at one place: `{page}#reading=KEY`. */
export function readingIri(page: NamedNode, key: string): NamedNode {
  return namedNode(`${page.value}#reading=${encodeSegment(key)}`);
}

/** What an address that no heading makes stands for; null for every other IRI. */
export function provenancePart(iri: string): 'source' | 'span' | 'conversion' | null {
  const [, key, value = ''] = /#(char|conversion)=([^#]*)$/.exec(iri) ?? [];
  if (key === 'char') return value === '0,' ? 'source' : 'span';
  return key === 'conversion' ? key : null;
}

/** A version of this program, beside our vocabularies. */
export function softwareIri(vocabularyBase: string, version: string): NamedNode {
  return namedNode(`${vocabularyBase}software/${encodeSegment(version)}`);
}

/** Words as a slug: lower case, letters and digits of any script, hyphens between. */
export function slug(...words: readonly string[]): string {
  const written = words.map((word) => word.slice(0, 4 * longestSlug)).join(' ');
  // Classes of Unicode take several times as long, and most words need none.
  const isAscii = !/[^\u0000-\u007f]/.test(written);
  const text = isAscii ? written.toLowerCase() : written.normalize('NFC').toLowerCase().normalize('NFC');
  const joined = text.replace(isAscii ? /[^a-z0-9]+/g : /[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-|-$/g, '');
  const kept = cut(joined).replace(/-$/, '');
  return kept === '' ? encodeSegment(underscored(text)) : encodeSegment(kept);
}

/** The first of its characters, as many as a slug may have. */
function cut(words: string): string {
  return words.length <= longestSlug ? words : [...words].slice(0, longestSlug).join('');
}

/** An infobox key as the local name of a raw property: lower case, `_` between words. */
export function rawKey(key: string): string {
  if (usualKey.test(key)) return key;
  const words = key
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '_')
    .replace(/^_|_$/g, '');
  return words === '' ? 'unlabelled' : encodeSegment(words);
}

/** Whether a text is an absolute IRI that every RDF syntax can write. What we state ourselves follows `isRfc3987`. */
export function isIri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\]*$/.test(text) && !hasLoneSurrogate(text);
}

/** A base is absolute, has an authority or path to append to, and ends with a slash. */
export function checkedBase(text: string): string | null {
  const base = text.endsWith('/') || text.endsWith('#') ? text : `${text}/`;
  return isRfc3987(base) && !/[?#]/.test(base) && /^[a-z][a-z0-9+.-]*:\/\/[^/]+\//i.test(base) ? base : null;
}

/** How most keys of templates are written. */
const usualKey = /^[a-z0-9]+(?:_[a-z0-9]+)*$/;

/** Words with single spaces between them, in characters that no form of Unicode changes. */
const usualWords = /^[!-^`-~\u00a1-\u02ff]+(?: [!-^`-~\u00a1-\u02ff]+)*$/;

function underscored(text: string): string {
  if (usualWords.test(text)) return text.replaceAll(' ', '_');
  return text
    .normalize('NFC')
    .replace(/[\s_]+/gu, '_')
    .replace(/^_|_$/g, '');
}

/** Characters of a segment that most names are made of. */
const usualSegment = /^[A-Za-z0-9\-._,'():!&*+;=@~$]*$/;

function encodeSegment(text: string): string {
  if (usualSegment.test(text)) return text;
  let encoded = '';
  for (const character of text)
    encoded += segmentCharacter.test(character) ? character : percentEncoded(character);
  return encoded;
}

function percentEncoded(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

function hasLoneSurrogate(text: string): boolean {
  return /[\ud800-\udfff]/u.test(text);
}
