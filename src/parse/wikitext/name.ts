/** What an article calls itself, and whether that outweighs the name of its file. */
import { withoutDisambiguator } from '../../article/title.js';
import type { Text } from '../../article.js';
import type { Source } from '../../source.js';
import type { Page, Render } from './page.js';
import type { Templates } from './templates.js';
import { kinds } from './tokens.js';
import { wordsOf } from './words.js';

/**
 * The title that a container gives. A file's name that no page has gives way to what the article calls itself: the name
 * that infobox and lead agree on, else that of either. What stands in the infobox for a name that is not known yet is none.
 */
export function nameOf(
  { title, isFileTitle }: Source,
  box: string | undefined,
  bold: string | undefined,
  { namesNothing }: Pick<Templates, 'namesNothing'>,
): string {
  if (title === undefined || !isFileTitle) return title ?? box ?? '';
  const isNone = box !== undefined && /\p{L}/u.test(box) && namesNothing(box) && box !== bold;
  const own = isNone ? bold : (box ?? bold);
  if (own === undefined || isSame(own, title) || isSame(own, withoutDisambiguator(title))) return title;
  const isRunTogether = !title.includes(' ') && letters(own) === letters(title);
  return isNoTitle(title) || isRunTogether ? own : title;
}

/** Titles of pages begin with a capital or with a letter of a script that has none; a number alone numbers files. */
function isNoTitle(title: string): boolean {
  return /^[\p{Ll}\p{N}\p{P}\p{S}][\p{Ll}\p{N}\p{P}\p{S}\s]*$/u.test(title);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase().trim() === other.toLowerCase().trim();
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Longer than any name, in UTF-16 units. */
const longestName = 300;

/** The first words before an offset that are bold, outside of templates and tables. */
export function boldIn(page: Page, end: number, render: Render): Text | null {
  const { tokens } = page;
  let open = -1;
  for (let token = 0; token < tokens.count; token = tokens.after(token)) {
    if ((tokens.begin[token] as number) >= end) return null;
    if (tokens.kind[token] === kinds.newline) open = -1;
    const size = (tokens.end[token] as number) - (tokens.begin[token] as number);
    if (tokens.kind[token] !== kinds.quotes || size < 3) continue;
    if (open < 0) {
      open = token;
      continue;
    }
    const [from, to] = [tokens.end[open] as number, tokens.begin[token] as number];
    return to - from > longestName ? null : wordsOf(page, { begin: from, end: to, token: open + 1 }, render);
  }
  return null;
}
