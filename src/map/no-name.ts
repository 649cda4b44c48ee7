/** Whether words may be what something is called: of every value, cell and sentence it is asked here. */
import { disambiguator } from '../article/title.js';
import type { Text } from '../article.js';
import { linkOf } from '../article.js';
import { namesNothing } from '../value/nothing.js';
import type { ValueTables } from '../value/tables.js';

/** Why words cannot be a name, as the end of a sentence that begins with them; null where they can. */
export function whyNoName(words: Text, tables: ValueTables): string | null {
  if (holdsMarkup(words.value)) return 'holds markup';
  if (isFileName(words.value, tables)) return 'is the name of a file';
  const target = linkOf(words)?.target;
  if (target !== undefined && tables.nothing.pages.has(target)) return 'names nothing';
  if (!namesNothing(words.value, tables)) return null;
  if (target !== undefined && isOfYear(words.value, target)) return null;
  // A page that is told from others of its name is about something that is called so.
  return target !== undefined && disambiguator(target) !== undefined ? null : 'names nothing';
}

/** "2004" that links to what was in that year, as to "2004 Salt Games"; "2004 in salt" is about the year. */
function isOfYear(words: string, target: string): boolean {
  return (
    /^\d{4}(?:[–-]\d{2,4})?$/.test(words) &&
    target.startsWith(words) !== target.endsWith(words) &&
    /\p{L}{4}/u.test(target) &&
    !/\d in /.test(target)
  );
}

/** "Bo Roe.jpg" */
function isFileName(words: string, { nothing }: ValueTables): boolean {
  const ending = /\.([A-Za-z]{3,4})$/.exec(words)?.[1];
  return ending !== undefined && nothing.files.has(ending.toLowerCase());
}

/** Whether words hold what is markup and never shown: of wikitext, of Markdown, of HTML. */
export function holdsMarkup(words: string): boolean {
  return markup.test(words);
}

/** Paired asterisks emphasise in Markdown; `M*A*S*H` has letters at both sides of them. */
const markup =
  /\{\{|\}\}|\[\[|\]\]|\]\(|<|(?<![\p{L}\p{N}*])\*{1,3}(?![\s*])[^*]{1,200}(?<!\s)\*{1,3}(?![\p{L}\p{N}*])/u;
