/** Addresses of pages elsewhere (https://www.mediawiki.org/wiki/Manual:$wgUrlProtocols). */

const protocols =
  'https?://|ftps?://|sftp://|ssh://|svn://|git://|gopher://|telnet://|nntp://|ircs?://|mms://|redis://|//|' +
  'bitcoin:|geo:|magnet:|mailto:|matrix:|news:|sips?:|sms:|tel:|urn:|xmpp:';
const character = '[^\\[\\]<>"\\u0000-\\u0020\\u007f\\p{Zs}\\ufffd]';

/** A protocol and at least one character of what it leads to; only an address of IPv6 stands in brackets. */
const address = new RegExp(`(?:${protocols})(?:\\[[0-9a-f:.]+\\]|${character})${character}*`, 'iuy');

/** What a protocol begins with, in either case. */
const firstSigns: ReadonlySet<number> = new Set(
  protocols.split('|').flatMap((protocol) => {
    const first = protocol.charAt(0);
    return [first.charCodeAt(0), first.toUpperCase().charCodeAt(0)];
  }),
);

/** Where the address ends that begins at an offset, or -1 if none does. Two apostrophes are no part of one. */
export function addressEnd(source: string, from: number): number {
  if (!firstSigns.has(source.charCodeAt(from))) return -1;
  address.lastIndex = from;
  const [found] = address.exec(source) ?? [];
  if (found === undefined) return -1;
  const quotes = found.indexOf("''");
  return from + (quotes < 0 ? found.length : quotes);
}
