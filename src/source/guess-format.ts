import type { TextFormat } from '../source.js';

/** How far a text is looked at. */
const looked = 20_000;

/**
 * How a text is written, by what stands in it: links, templates and bold type are wikitext, a first line
 * `= Title =` is the plain rendering. Where both or none is found, the name of the file decides.
 */
export function guessFormat(text: string, name = ''): TextFormat {
  const head = text.slice(0, looked);
  const isPlain = /^\ufeff?\s*= [^=\n][^\n]* =\s*(?:\n|$)/.test(head);
  const isWikitext = /\[\[[^[\]\n]+\]\]|\{\{[^{}]*[|}]|'''/.test(head);
  if (isPlain !== isWikitext) return isWikitext ? 'wikitext' : 'plain';
  return hasWikitextName(name) ? 'wikitext' : 'plain';
}

function hasWikitextName(name: string): boolean {
  return /\.(?:wiki|wikitext|mediawiki)(?:\.(?:gz|bz2))?$/i.test(name);
}
