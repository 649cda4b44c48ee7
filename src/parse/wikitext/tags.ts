/** The tags that wikitext may hold (https://www.mediawiki.org/wiki/Help:HTML_in_wikitext) and what each does. */

export type TagKind =
  /** Contents are not for readers of the text: a footnote, a drawing, what other pages include. */
  | 'hidden'
  /** Contents are shown as they stand. */
  | 'verbatim'
  /** Contents are pictures. */
  | 'pictures'
  /** Begins a line of its own. */
  | 'break'
  /** Begins an item of a list. */
  | 'item'
  /** Parts words. */
  | 'space'
  /** Changes only how words look. */
  | 'inline';

const names: Readonly<Record<TagKind, string>> = {
  hidden:
    'ref references timeline score templatedata templatestyles graph mapframe maplink section indicator includeonly',
  verbatim: 'nowiki pre math chem ce syntaxhighlight source',
  pictures: 'gallery imagemap',
  break: 'br p div blockquote center hr dd dt dl ul ol table tr caption h1 h2 h3 h4 h5 h6 poem',
  item: 'li',
  space: 'td th',
  inline: `b i u s em strong small big span font sup sub del ins strike tt code kbd samp var cite abbr dfn q mark
    bdi bdo data time ruby rb rp rt rtc wbr tbody thead tfoot colgroup col noinclude onlyinclude
    inputbox languages translate tvar`,
};

/** By name in lower case. */
export const tags: ReadonlyMap<string, TagKind> = new Map(
  (Object.keys(names) as TagKind[]).flatMap((kind) =>
    names[kind].split(/\s+/).map((name): [string, TagKind] => [name, kind]),
  ),
);

/** The name that begins at an offset, as it is written; empty where none does. */
export function tagNameAt(source: string, from: number): string {
  let at = from;
  for (; at < from + 16; at++) {
    const code = source.charCodeAt(at) | 32;
    const isLetter = code >= 97 && code <= 122;
    if (!isLetter && !(at > from && code >= 48 && code <= 57)) break;
  }
  return source.slice(from, at);
}
