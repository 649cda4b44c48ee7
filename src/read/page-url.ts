/**
 * The address of a page, encoded as MediaWiki does it (https://www.mediawiki.org/wiki/Manual:PAGENAMEE_encoding):
 * white space as `_`, and what a path may hold left as it is.
 */
export function pageUrl(base: string, title: string): string {
  const encoded = encodeURIComponent(title.replaceAll(' ', '_').toWellFormed())
    .replaceAll("'", '%27')
    .replace(/%(?:24|2C|2F|3A|3B|40)/g, decodeURIComponent);
  return base + encoded;
}
