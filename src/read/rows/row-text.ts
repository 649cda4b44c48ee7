/** Where rows of the usual sources hold the text of an article. */
import type { TextFormat } from '../../source.js';

export type Row = Readonly<Record<string, unknown>>;

export interface RowText {
  readonly text: string;
  /** Null where the text itself tells. */
  readonly format: TextFormat | null;
  /** Fields of the row that it is made of. */
  readonly fields: readonly string[];
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function filled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** What a path such as `article_body.wikitext` leads to. */
export function at(row: unknown, path: string): unknown {
  let value = row;
  for (const key of path.split('.')) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isRow(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

/** Fields of wikitext, which says most, and then of plain text; the first that is filled is read. */
const places: readonly { readonly path: string; readonly format: TextFormat | null }[] = [
  // CirrusSearch: https://www.mediawiki.org/wiki/Help:CirrusSearch
  { path: 'source_text', format: 'wikitext' },
  { path: 'wikitext', format: 'wikitext' },
  { path: 'wikitext.*', format: 'wikitext' },
  { path: 'wiki_text', format: 'wikitext' },
  { path: 'raw_wikitext', format: 'wikitext' },
  // Wikimedia Enterprise: https://enterprise.wikimedia.com/docs/data-dictionary/
  { path: 'article_body.wikitext', format: 'wikitext' },
  // MediaWiki's API: https://www.mediawiki.org/wiki/API:Revisions
  { path: 'revisions.0.slots.main.content', format: 'wikitext' },
  { path: 'revisions.0.slots.main.*', format: 'wikitext' },
  { path: 'revisions.0.content', format: 'wikitext' },
  { path: 'revisions.0.*', format: 'wikitext' },
  { path: 'revision.slots.main.content', format: 'wikitext' },
  { path: 'revision.text', format: 'wikitext' },
  { path: 'text', format: null },
  { path: 'extract', format: null },
  { path: 'extract.*', format: null },
  { path: 'article_body.text', format: null },
  { path: 'content', format: null },
  { path: 'body', format: null },
  { path: 'article', format: null },
];

/** The text of a row; null where none of its fields holds one. */
export function rowText(row: Row): RowText | null {
  // REST: https://www.mediawiki.org/wiki/API:REST_API; elsewhere a source is where a row comes from.
  if (row.content_model === 'wikitext' && filled(row.source))
    return { text: row.source, format: 'wikitext', fields: ['source'] };
  for (const { path, format } of places) {
    const text = at(row, path);
    if (filled(text)) return { text, format, fields: [path.split('.')[0] as string] };
  }
  return sectionsText(row);
}

/**
 * An article in sections, as Gensim's segment_wiki writes them: wikitext whose links are taken out, and stand beside it
 * (https://radimrehurek.com/gensim/scripts/segment_wiki.html).
 */
function sectionsText({ section_texts: texts, section_titles: titles, interlinks }: Row): RowText | null {
  if (!Array.isArray(texts) || !texts.every((text) => typeof text === 'string')) return null;
  const parts = texts.map((text: string, index) => {
    const title: unknown = Array.isArray(titles) ? titles[index] : undefined;
    // The first is the lead, whatever it is called.
    return index === 0 || !filled(title) ? text : `\n== ${title.trim()} ==\n${text}`;
  });
  const text = parts.join('');
  if (text.trim() === '') return null;
  const fields = ['section_texts', 'section_titles', 'interlinks'];
  return { text: linked(text, linksOf(interlinks)), format: 'wikitext', fields };
}

type Link = readonly [target: string, words: string];

/** As pairs of target and words, or as words by target. */
function linksOf(interlinks: unknown): Link[] {
  const pairs: unknown[] = isRow(interlinks)
    ? Object.entries(interlinks)
    : Array.isArray(interlinks)
      ? interlinks
      : [];
  return pairs.filter(
    (pair): pair is Link => Array.isArray(pair) && pair.length === 2 && pair.every((part) => isPlain(part)),
  );
}

function isPlain(words: unknown): boolean {
  return filled(words) && !/[[\]|{}<>\n]/.test(words);
}

/** Most links that are put back; each is looked for in the text. */
const mostLinks = 500;

/** Puts links back whose words stand in the text once, and so in one place alone. */
function linked(text: string, links: readonly Link[]): string {
  const targets = new Map<string, string | null>();
  for (const [target, words] of links)
    targets.set(words, targets.has(words) && targets.get(words) !== target ? null : target);
  const found: { begin: number; end: number; link: string }[] = [];
  for (const [words, target] of [...targets].slice(0, mostLinks)) {
    const begin = text.indexOf(words);
    if (target === null || begin < 0 || text.indexOf(words, begin + 1) >= 0) continue;
    const end = begin + words.length;
    if (isLetter(text, begin - 1) || isLetter(text, end)) continue;
    found.push({ begin, end, link: target === words ? `[[${words}]]` : `[[${target}|${words}]]` });
  }
  let done = 0;
  let result = '';
  for (const { begin, end, link } of found.sort((a, b) => a.begin - b.begin || b.end - a.end)) {
    if (begin < done) continue;
    result += text.slice(done, begin) + link;
    done = end;
  }
  return result + text.slice(done);
}

function isLetter(text: string, index: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(index));
}
