import type { TextFormat } from '../source.js';

/** How far a text is looked at. */
const looked = 20_000;

/** A first line `= Title =`, `# Title` or `====== Title ======`, front matter, or links as Markdown has them. */
const plain =
  /^\ufeff?\s*(?:= [^=\n][^\n]* =[ \t]*(?:\r?\n|$)|# [^\n]+\n\s*\n|={6} ?[^=\n]+={6}[ \t]*\r?\n|---\r?\n[\w-]+:)|\]\((?:https?:\/)?\/\w/;

/**
 * How a text is written, by what stands in it: links, templates and bold type are wikitext, a title as plain text and
 * Markdown write it is plain. Where both or none is found, the name of the file decides.
 */
export function guessFormat(text: string, name = ''): TextFormat {
  const head = text.slice(0, looked);
  const isPlain = plain.test(head);
  const isWikitext = /\[\[[^[\]\n]+\]\]|\{\{[^{}]*[|}]|'''/.test(head);
  if (isPlain !== isWikitext) return isWikitext ? 'wikitext' : 'plain';
  return hasWikitextName(name) ? 'wikitext' : 'plain';
}

function hasWikitextName(name: string): boolean {
  return /\.(?:wiki|wikitext|mediawiki)(?:\.(?:gz|bz2))?$/i.test(name);
}
