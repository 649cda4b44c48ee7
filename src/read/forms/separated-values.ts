/** Records that are looked at. */
const looked = 12;

const longestHeader = 40;

/** Whether a text is a table of values between commas, semicolons or tabs (RFC 4180), and no article. */
export function isSeparatedValues(text: string, name = ''): boolean {
  const isNamed = /\.(?:csv|tsv|tab)(?:\.(?:gz|bz2))?$/i.test(name);
  const head = text.slice(0, 1 << 16).replace(/^\ufeff/, '');
  return [',', ';', '\t'].some((separator) => {
    const records = recordsOf(head, separator);
    const [header = [], ...others] = records;
    const columns = header.length;
    if (columns < (isNamed ? 2 : 3) || others.length === 0 || !header.every(isHeader)) return false;
    return others.every((record) => record.length === columns) && (isNamed || isTable(header, others));
  });
}

/** A name of a column: short, and no sentence. A list of words has white space behind its commas. */
function isHeader(cell: string): boolean {
  return cell.length <= longestHeader && /^[\p{L}_#@][^.!?\n=|[\]{}<>]*$|^$/u.test(cell) && !/\s$/.test(cell);
}

/** Without a name that says so: some rows, or names as programs give them. */
function isTable(header: readonly string[], others: readonly (readonly string[])[]): boolean {
  return (
    others.length >= 2 || header.some((cell) => /^(?:id|title|text|name|url|_id|page_?id|lang)$/i.test(cell))
  );
}

function recordsOf(text: string, separator: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length && records.length < looked) {
    const isQuoted = text.charAt(at) === '"';
    const end = isQuoted ? closingQuote(text, at + 1) : nextMark(text, at, separator);
    // What is cut tells nothing.
    if (end < 0) return records;
    record.push(isQuoted ? text.slice(at + 1, end) : text.slice(at, end).replace(/\r$/, ''));
    at = isQuoted ? end + 1 : end;
    if (text.charAt(at) === '\r') at++;
    const mark = text.charAt(at);
    if (mark !== separator) {
      records.push(record);
      record = [];
      // A quote that ends within a cell is none of a table.
      if (mark !== '\n' && mark !== '') return [];
    }
    at++;
  }
  return records;
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  return at;
}

function nextMark(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === separator || character === '\n') return at;
  }
  return text.length < 1 << 16 ? text.length : -1;
}
