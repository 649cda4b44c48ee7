import type { Ledger } from './article/ledger.js';
import type { Article } from './article.js';
import { parsePlain } from './parse/plain.js';
import type { CitingTemplates } from './parse/wikitext/citing.js';
import type { Templates } from './parse/wikitext/templates.js';
import { parseWikitext } from './parse/wikitext.js';
import type { Problem } from './problem.js';
import { guessFormat } from './source/guess-format.js';
import type { UsualWords } from './source/usual-words.js';
import type { Source } from './source.js';

export { addedWords } from './parse/wikitext/added-words.js';
export { CitingTemplates } from './parse/wikitext/citing.js';
export type { TagKind } from './parse/wikitext/tags.js';
export { tags } from './parse/wikitext/tags.js';
export { Templates } from './parse/wikitext/templates.js';

export interface Parsed {
  readonly article: Article;
  readonly problems: readonly Problem[];
}

/**
 * Reads a source into the article model.
 *
 * Any text can be parsed: what cannot be understood costs that construct alone and is told as a problem.
 * The time is linear in the length of the text.
 *
 * @param templates what templates of wikitext show
 * @param usual the words that plain text is read by
 * @param citing by what citations are known, if they are to be read
 * @param ledger where it is entered what is left out, if anybody asks
 */
export function parseSource(
  source: Source,
  templates: Templates,
  usual: UsualWords,
  ledger: Ledger | null = null,
  citing: CitingTemplates | null = null,
): Parsed {
  const format = source.format ?? guessFormat(source.text, source.name);
  return format === 'wikitext'
    ? parseWikitext(source, templates, ledger, citing)
    : parsePlain(source, usual, ledger);
}
