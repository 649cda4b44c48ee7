/** How much of a text is looked at, in UTF-16 units. */
const reach = 65_536;

/** Whether a text has the marks of wikitext: links, templates or bold words. */
export function looksLikeWikitext(text: string): boolean {
  return /\[\[[^[\]\n]+\]\]|\{\{[^{}]+\}\}|'''[^'\n]+'''/.test(text.slice(0, reach));
}
