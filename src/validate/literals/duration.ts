/** Durations of XML Schema 1.1: months and seconds (https://www.w3.org/TR/xmlschema11-2/#duration). */

export interface Duration {
  readonly months: number;
  readonly seconds: number;
}

const form =
  /^(-)?P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Null if the form is none of the datatype. */
export function readDuration(text: string, datatype: string): Duration | null {
  const match = form.exec(text);
  if (!match) return null;
  const [, sign, ...parts] = match;
  const [years, months, days, hours, minutes, seconds] = parts;
  if (datatype === 'yearMonthDuration' && (days ?? hours ?? minutes ?? seconds) !== undefined) return null;
  if (datatype === 'dayTimeDuration' && (years ?? months) !== undefined) return null;
  const n = (part: string | undefined): number => Number(part ?? 0);
  const factor = sign === undefined ? 1 : -1;
  return {
    months: factor * (12 * n(years) + n(months)),
    seconds: factor * (((n(days) * 24 + n(hours)) * 60 + n(minutes)) * 60 + n(seconds)),
  };
}

/** Least and most seconds of a month; 400 years are longer than any that come in threes. */
const shortestMonth = 28 * 86_400;
const longestMonth = 31 * 86_400;

/** Null where it depends on the months meant, as of a month and 30 days. */
export function compareDurations(a: Duration, b: Duration): number | null {
  const months = a.months - b.months;
  const seconds = a.seconds - b.seconds;
  if (months === 0) return seconds;
  const [least, most] = months > 0 ? [shortestMonth, longestMonth] : [longestMonth, shortestMonth];
  if (months * least + seconds > 0) return 1;
  return months * most + seconds < 0 ? -1 : null;
}
