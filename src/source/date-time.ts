/** A time with its zone (xsd:dateTime, https://www.w3.org/TR/xmlschema11-2/#dateTime), of a day that the calendar has. */
export function isDateTime(text: string): boolean {
  const [, year, month, day] =
    /^(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)$/.exec(
      text,
    ) ?? [];
  return year !== undefined && Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
}

/** Days of a month in the (proleptic) Gregorian calendar; 0 if there is no such month. */
export function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
