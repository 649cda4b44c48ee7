/**
 * Rows of a dump of MySQL or MariaDB, as mysqldump writes them: `CREATE TABLE` names the columns, `INSERT INTO` gives rows,
 * many in a line (https://dev.mysql.com/doc/refman/8.4/en/string-literals.html). In time that is linear in the text.
 */

/** What is no such dump. */
export class SqlError extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

export interface SqlRow {
  readonly table: string;
  /** Bytes as characters of one byte each; null for NULL. Numbers as they are written. */
  readonly values: readonly (string | null)[];
}

/** Longest row, in bytes; those of the tables that are read have some hundred. */
const longestRow = 1 << 20;

const quote = 0x27;
const backslash = 0x5c;

/** Takes the text of a dump piece by piece. */
export class SqlReader {
  private rest = '';
  private line = 1;
  /** The table whose rows come, null between statements. */
  private rowsOf: string | null = null;
  private readonly columns = new Map<string, readonly string[]>();
  /** The table whose columns are being named. */
  private open: { readonly table: string; readonly columns: string[] } | null = null;

  /** Numbers of columns of a table by their names. */
  columnsOf(table: string): readonly string[] | undefined {
    return this.columns.get(table);
  }

  /** @param text the next piece, each byte as a character @throws SqlError */
  *take(text: string): Generator<SqlRow> {
    const all = this.rest + text;
    let at = 0;
    for (;;) {
      const end = this.rowsOf === null ? this.statement(all, at) : yield* this.rows(all, at, this.rowsOf);
      if (end < 0) break;
      at = end;
    }
    this.rest = all.slice(this.reached);
    if (this.rest.length > longestRow)
      throw new SqlError(`A row or line has more than ${longestRow} bytes.`, this.line);
  }

  /** @throws SqlError where the dump ends in the middle of a row */
  end(): void {
    if (this.rowsOf !== null || this.rest.trim() !== '')
      throw new SqlError('It ends in the middle of a statement; get the file again.', this.line);
  }

  private reached = 0;

  /** Reads a line between rows. @returns where the next begins, or -1 where more is needed */
  private statement(all: string, at: number): number {
    this.reached = at;
    const insert = insertInto.exec(all.slice(at, at + 300));
    if (insert) {
      this.rowsOf = insert[1] as string;
      this.reached = at + insert[0].length;
      return this.reached;
    }
    const end = all.indexOf('\n', at);
    // A line that goes on may become an insertion.
    if (end < 0) return -1;
    this.define(all.slice(at, Math.min(end, at + 1000)));
    this.line++;
    this.reached = end + 1;
    return this.reached;
  }

  /** Takes what a line says of the columns of a table. */
  private define(line: string): void {
    const table = /^CREATE TABLE (?:IF NOT EXISTS )?`([^`]{1,64})`/i.exec(line)?.[1];
    if (table !== undefined) this.open = { table, columns: [] };
    const column = /^\s+`([^`]{1,64})`\s/.exec(line)?.[1];
    if (this.open && column !== undefined) this.open.columns.push(column);
    if (!this.open || !/^\)/.test(line)) return;
    this.columns.set(this.open.table, this.open.columns);
    this.open = null;
  }

  private *rows(all: string, begin: number, table: string): Generator<SqlRow, number> {
    for (let at = begin; ; ) {
      at = this.behindBlanks(all, at);
      this.reached = at;
      const sign = all.charAt(at);
      if (sign === '') return -1;
      if (sign === ';') {
        this.rowsOf = null;
        return at + 1;
      }
      if (sign === ',') {
        at++;
        continue;
      }
      if (sign !== '(') throw new SqlError('This is no list of rows.', this.line);
      const values: (string | null)[] = [];
      const end = this.values(all, at + 1, values);
      if (end < 0) return -1;
      yield { table, values };
      at = end;
    }
  }

  private behindBlanks(all: string, begin: number): number {
    let at = begin;
    for (; isBlank(all.charCodeAt(at)); at++) if (all.charCodeAt(at) === 0x0a) this.line++;
    return at;
  }

  /** Reads the values of a row. @returns where it ends, or -1 where more is needed */
  private values(all: string, begin: number, values: (string | null)[]): number {
    for (let at = begin; ; ) {
      const isString = all.charCodeAt(at) === quote;
      const end = isString ? endOfString(all, at + 1) : endOfWord(all, at);
      if (end < 0) return -1;
      values.push(isString ? unescaped(all.slice(at + 1, end)) : this.word(all.slice(at, end)));
      at = isString ? end + 1 : end;
      const sign = all.charAt(at);
      if (sign === '') return -1;
      if (sign === ')') return at + 1;
      if (sign !== ',') throw new SqlError('Values of a row are not parted by a comma.', this.line);
      at++;
    }
  }

  private word(word: string): string | null {
    if (word === 'NULL') return null;
    if (!/^(?:-?[\d.]+(?:[eE][-+]?\d+)?|0x[\dA-F]*)$/i.test(word))
      throw new SqlError(`"${word.slice(0, 40)}" is no value.`, this.line);
    return word;
  }
}

const insertInto = /^INSERT (?:IGNORE )?INTO `([^`]{1,64})`(?: \([^()]{0,200}\))? VALUES\s?/i;

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Characters of numbers and words; NaN behind the end is none. */
function isBare(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x2e ||
    code === 0x2d ||
    code === 0x2b
  );
}

/** Where a number or a word ends that begins here; -1 where more is needed. */
function endOfWord(all: string, begin: number): number {
  let end = begin;
  while (isBare(all.charCodeAt(end))) end++;
  return end === all.length ? -1 : end;
}

/** Where a string ends that begins here; -1 where more is needed. */
function endOfString(all: string, begin: number): number {
  for (let at = begin; at < all.length; at++) {
    const code = all.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === quote) {
      // What follows decides whether it is one of two that stand for one.
      if (at + 1 === all.length) return -1;
      if (all.charCodeAt(at + 1) !== quote) return at;
      at++;
    }
  }
  return -1;
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\x1a',
  b: '\b',
};

function unescaped(text: string): string {
  if (!text.includes('\\') && !text.includes("'")) return text;
  return text.replace(/\\([\s\S])|''/g, (_, sign?: string) =>
    sign === undefined ? "'" : (escapes[sign] ?? sign),
  );
}
