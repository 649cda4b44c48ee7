/** One line of N-Quads or N-Triples (https://www.w3.org/TR/n-quads/#sec-grammar), read as it stands. */
import type { BlankNode, Literal, NamedNode, Quad } from '@rdfjs/types';
import { joinLine, writeLine } from './canonical-line.js';
import { blankNode, literal, namedNode, quad } from './terms.js';

const iri = '<[A-Za-z][A-Za-z0-9+.-]*:[^\\u0000-\\u0020<>"{}|^`\\\\]*>';
const datatype = `\\^\\^(?!<http://www\\.w3\\.org/2001/XMLSchema#string>)${iri}`;
const literalOf = `"[^"\\\\\\u0000-\\u001f\\u007f]*"(?:@[A-Za-z]+(?:-[A-Za-z0-9]+)*|${datatype})?`;

/** Lines that are canonical already, but for those whose literals have escapes: most lines of most files. */
const usual = new RegExp(`^${iri} ${iri} (?:${iri}|${literalOf})(?: ${iri})? \\.$`);

/**
 * The canonical form of a line; null where it is empty or a comment.
 *
 * @param scope put before the labels of blank nodes
 * @throws RangeError where it is no statement
 */
export function canonicalLine(line: string, scope = ''): string | null {
  if (usual.test(line)) return line;
  const parsed = parseLine(line);
  return parsed && writeLine(parsed, scope);
}

/**
 * The statement that a line is; null where it is empty or a comment.
 *
 * @throws RangeError where it is none
 */
export function parseLine(line: string): Quad | null {
  const reader = new LineReader(line);
  if (reader.isAtEnd()) return null;
  const subject = reader.node();
  const predicate = reader.iri();
  const object = reader.object();
  const graph = reader.graph();
  reader.end();
  // The types of RDF/JS have no predicates or graphs of their own; what was read is one of these.
  return quad(subject, predicate, object as Literal, graph as NamedNode | undefined);
}

/** The statement of a triple in canonical form, without its end. */
export function parseTriple(triple: string): Quad {
  return parseLine(joinLine(triple, '')) as Quad;
}

const space = /[ \t\r]*/y;
const iriToken = /<((?:[^\u0000-\u0020<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*)>/y;
const labelToken =
  /_:([\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_.\-\u00b7\u203f\u2040]*[\p{L}\p{N}\p{M}_\-\u00b7\u203f\u2040])?)/uy;
const languageToken = /@([A-Za-z]+(?:-[A-Za-z0-9]+)*)(?:--(ltr|rtl))?/y;

class LineReader {
  private at = 0;

  constructor(private readonly line: string) {
    this.take(space);
  }

  isAtEnd(): boolean {
    return this.at === this.line.length || this.line[this.at] === '#';
  }

  node(): NamedNode | BlankNode {
    return this.label() ?? this.iri();
  }

  iri(): NamedNode {
    const [, text] = this.take(iriToken) ?? this.fail('an IRI');
    this.take(space);
    return namedNode(unescaped(text as string));
  }

  object(): NamedNode | BlankNode | Literal | Quad {
    if (this.line[this.at] === '"') return this.literal();
    if (!this.line.startsWith('<<(', this.at)) return this.node();
    this.skip('<<(');
    const triple = quad(this.node(), this.iri(), this.object() as Literal);
    this.skip(')>>');
    return triple;
  }

  graph(): NamedNode | BlankNode | undefined {
    return this.line[this.at] === '.' ? undefined : this.node();
  }

  end(): void {
    this.skip('.');
    if (!this.isAtEnd()) this.fail('the end of the line');
  }

  private label(): BlankNode | null {
    const [, name] = this.take(labelToken) ?? [];
    if (name === undefined) return null;
    this.take(space);
    return blankNode(name);
  }

  private literal(): Literal {
    const begin = ++this.at;
    for (let end = this.line.indexOf('"', begin); ; end = this.line.indexOf('"', end + 1)) {
      if (end < 0) this.fail('a quotation mark that ends the string');
      if (isEscaped(this.line, end, begin)) continue;
      this.at = end + 1;
      const value = unescaped(this.line.slice(begin, end));
      const [, tag, direction] = this.take(languageToken) ?? [];
      if (tag !== undefined) {
        this.take(space);
        return literal(value, direction === undefined ? tag : `${tag}--${direction}`);
      }
      if (!this.line.startsWith('^^', this.at)) {
        this.take(space);
        return literal(value);
      }
      this.at += 2;
      return literal(value, this.iri());
    }
  }

  private skip(text: string): void {
    if (!this.line.startsWith(text, this.at)) this.fail(`"${text}"`);
    this.at += text.length;
    this.take(space);
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.line);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private fail(expected: string): never {
    const found = this.line.slice(this.at, this.at + 20);
    throw new RangeError(`Expected ${expected} at column ${this.at + 1}, found ${JSON.stringify(found)}.`);
  }
}

/** Whether an odd number of backslashes stands before a place. */
function isEscaped(text: string, at: number, begin: number): boolean {
  let count = 0;
  while (at - count > begin && text[at - count - 1] === '\\') count++;
  return count % 2 === 1;
}

const characters: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  let value = '';
  for (let from = 0; from < text.length; ) {
    const to =
      text.length - from <= sliceLength ? text.length : escapeBoundary(text, from, from + sliceLength);
    value += unescapedSlice(text.slice(from, to));
    from = to;
  }
  return value;
}

/** Of a huge string that is all escapes, the engine could not hold all matches at once. */
const sliceLength = 1 << 20;

/** The longest escape, as \U0001F600. */
const escapeLength = 10;

/** A place at or before `to`, and behind `from`, that is in no escape; none begins before `from` and ends behind it. */
function escapeBoundary(text: string, from: number, to: number): number {
  const backslash = text.lastIndexOf('\\', to - 1);
  if (backslash < Math.max(from, to - escapeLength)) return to;
  let run = backslash;
  while (run > from && text[run - 1] === '\\') run--;
  // Pairs of backslashes are escapes themselves.
  return run > from ? run : from + Math.floor((backslash - from) / 2) * 2;
}

function unescapedSlice(text: string): string {
  return text.replace(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([\s\S]?))/g,
    (whole, short, long, letter) => {
      if (letter === undefined) {
        const code = Number.parseInt(short ?? long, 16);
        if (code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)) return String.fromCodePoint(code);
      } else if (/^["'\\btnfr]$/.test(letter)) return characters[letter] ?? letter;
      throw new RangeError(`"${whole}" is no escape of a character.`);
    },
  );
}
