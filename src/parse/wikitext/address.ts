/** Addresses of pages elsewhere (https://www.mediawiki.org/wiki/Manual:$wgUrlProtocols). */

const protocols =
  'https?://|ftps?://|sftp://|ssh://|svn://|git://|gopher://|telnet://|nntp://|ircs?://|mms://|redis://|//|' +
  'bitcoin:|geo:|magnet:|mailto:|matrix:|news:|sips?:|sms:|tel:|urn:|xmpp:';
const character = '[^\\[\\]<>"\\u0000-\\u0020\\u007f\\p{Zs}\\ufffd]';

/** A protocol and at least one character of what it leads to; only an address of IPv6 stands in brackets. */
const address = new RegExp(`(?:${protocols})(?:\\[[0-9a-f:.]+\\]|${character})${character}*`, 'iuy');

/** Sets letters of ASCII in lower case. */
const caseBit = 32;

/** 1 at the first two signs of protocols, in either case; what other signs share their number is looked at in full. */
const beginnings = new Uint8Array(128 * 128);
for (const protocol of protocols.split('|'))
  beginnings[twoSigns(protocol.charCodeAt(0), protocol.charCodeAt(1))] = 1;

function twoSigns(first: number, second: number): number {
  return ((first | caseBit) << 7) | second | caseBit;
}

/** Where the address ends that begins at an offset, or -1 if none does. Two apostrophes are no part of one. */
export function addressEnd(source: string, from: number): number {
  if (beginnings[twoSigns(source.charCodeAt(from), source.charCodeAt(from + 1))] !== 1) return -1;
  address.lastIndex = from;
  const [found] = address.exec(source) ?? [];
  if (found === undefined) return -1;
  const quotes = found.indexOf("''");
  return from + (quotes < 0 ? found.length : quotes);
}
