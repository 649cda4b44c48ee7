/**
 * Whether a text is an IRI by the grammar of RFC 3987 (https://www.rfc-editor.org/rfc/rfc3987#section-2.2), with RFC 3986's
 * addresses of version 6 (https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2).
 */

/** Letters of every script; no private use, no characters that are none. */
const ucschar =
  '\\u{A0}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFEF}' +
  Array.from({ length: 14 }, (_, i) => {
    const plane = (i + 1).toString(16).toUpperCase();
    return `\\u{${plane}${i === 13 ? '1' : '0'}000}-\\u{${plane}FFFD}`;
  }).join('');
const iprivate = '\\u{E000}-\\u{F8FF}\\u{F0000}-\\u{FFFFD}\\u{100000}-\\u{10FFFD}';
const encoded = '%[0-9A-Fa-f]{2}';
const unreserved = `A-Za-z0-9\\-._~${ucschar}`;
const subDelims = "!$&'()*+,;=";
const name = `(?:[${unreserved}${subDelims}]|${encoded})*`;
const userInfo = `(?:[${unreserved}${subDelims}:]|${encoded})*`;
const literalHost = `\\[(?:[0-9A-Fa-f:.]{2,45}|[vV][0-9A-Fa-f]+\\.[A-Za-z0-9\\-._~${subDelims}:]+)\\]`;
const pathCharacters = `(?:[${unreserved}${subDelims}:@/]|${encoded})*`;
const query = `(?:[${unreserved}${subDelims}:@/?${iprivate}]|${encoded})*`;
const fragment = `(?:[${unreserved}${subDelims}:@/?]|${encoded})*`;

const whole = new RegExp(
  `^([A-Za-z][A-Za-z0-9+.-]*):(?://(?:${userInfo}@)?(${literalHost}|${name})(?::[0-9]*)?(?![^/?#])|(?!//))(${pathCharacters})(?:\\?${query})?(?:#${fragment})?$`,
  'u',
);

/** What most IRIs are; the grammar would say the same of them. */
const usual =
  /^https?:\/\/[a-z0-9.-]+(?:\/[A-Za-z0-9\-._~!$&'()*+,;=:@]*)*(?:#[A-Za-z0-9\-._~!$&'()*+,;=:@/?]*)?$/;

/** Marks of direction may not stand in an IRI: what is seen would not be what is meant (RFC 3987 §4.1). */
const directionMark = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Whether a text is an absolute IRI as RFC 3987 writes them; one of the Web names a host. */
export function isRfc3987(text: string): boolean {
  if (usual.test(text)) return true;
  const match = whole.exec(text);
  if (!match || directionMark.test(text)) return false;
  const [, scheme = '', host] = match;
  if (/^https?$/i.test(scheme) && !host) return false;
  return !host?.startsWith('[') || /^\[[vV]/.test(host) || isAddress6(host.slice(1, -1));
}

/** Eight groups of up to four hexadecimal digits, the last two perhaps as an address of version 4, and once `::` for zeros. */
function isAddress6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const address4 = last?.at(-1)?.includes('.') ? last.pop() : undefined;
  if (address4 !== undefined && !isAddress4(address4)) return false;
  const all = groups.flat();
  const size = all.length + (address4 === undefined ? 0 : 2);
  return (
    all.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group)) && (halves.length === 2 ? size <= 7 : size === 8)
  );
}

function isAddress4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text);
}
