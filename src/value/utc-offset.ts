/** How far a clock is ahead of Coordinated Universal Time: `+5:30`, `−8`, `UTC+01:00`. */

const offset = /^(?:(?:UTC|GMT)\s*)?(?:([-−–+±])\s?)?(\d{1,2})(?::?([0-5]\d))?(?:\s*(?:h|hours?))?$/i;
const furthest = 14;

/**
 * As xsd:duration, with the words of xsd:dayTimeDuration that SPARQL's TIMEZONE gives
 * (https://www.w3.org/TR/sparql11-query/#func-timezone), as stores keep that datatype as it is written;
 * null if the text is no such offset.
 */
export function readUtcOffset(text: string): string | null {
  if (/^(?:UTC|GMT)$/i.test(text.trim())) return 'PT0S';
  const [, sign, hours = '', minutes = '0'] = offset.exec(text.trim()) ?? [];
  if (hours === '' || (sign === undefined && Number(hours) !== 0)) return null;
  const [h, m] = [Number(hours), Number(minutes)];
  if (h > furthest || (h === furthest && m > 0)) return null;
  if (h === 0 && m === 0) return 'PT0S';
  const isBehind = sign === '-' || sign === '−' || sign === '–';
  return `${isBehind ? '-' : ''}PT${h > 0 ? `${h}H` : ''}${m > 0 ? `${m}M` : ''}`;
}
