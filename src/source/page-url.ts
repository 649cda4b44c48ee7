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

/** What the addresses of a wiki's pages begin with, by the address and the title of one; undefined if it holds the title in another way. */
export function pageBaseOf(url: string, title: string): string | undefined {
  const end = pageUrl('', title);
  if (end === '' || !decodedPath(url).endsWith(`/${decodedPath(end)}`)) return undefined;
  const segments = end.split('/').length;
  return `${url.split('/').slice(0, -segments).join('/')}/`;
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
