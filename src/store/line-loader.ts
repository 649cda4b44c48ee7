/** Lines of N-Quads or N-Triples into a store, some thousands at a time. */
import type { Store } from 'oxigraph';
import { RdfSyntaxError } from '../rdf/parse-rdf.js';
import { longestLine, TextError } from '../read/text-chunks.js';
import { rdfSyntaxError } from './oxigraph-error.js';
import { withoutGraphs } from './quad-lines.js';

/** Characters that are parsed at once. */
const sizeAtOnce = 1 << 20;

/** Characters that are held of a file with blank nodes. */
const mostHeld = 1 << 28;

/** As a subject, behind an IRI, or as the last term. Text that looks so costs memory alone. */
const blankNode = /^[ \t]*_:|>[ \t]*_:|[ \t]_:[^\s"]+[ \t]*\.[ \t]*\r?$/m;

const nquads = 'application/n-quads';

export class LineLoader {
  private waiting: string[] = [];
  private size = 0;
  /** Lines that are done with. */
  private lines = 0;
  /** Pieces of a file that has blank nodes, whose names hold for the whole file: it is loaded at once. */
  private held: string[] | null = null;
  private heldLength = 0;

  /** @param refuse told of each line that is not valid, which is left out */
  constructor(
    private readonly store: Store,
    private readonly refuse: (line: number, message: string) => void,
  ) {}

  add(chunk: string): void {
    this.waiting.push(chunk);
    this.size += chunk.length;
    if (this.size >= sizeAtOnce && chunk.includes('\n')) this.flush();
    if (this.size > longestLine)
      throw new TextError('too-long', `A line of it has more than ${longestLine} characters.`);
  }

  end(): void {
    this.flush();
    const rest = this.waiting.join('');
    if (rest !== '') this.take(`${rest}\n`);
    if (this.held) this.loadHeld(this.held);
  }

  private flush(): void {
    const text = this.waiting.join('');
    const end = text.lastIndexOf('\n') + 1;
    this.waiting = [text.slice(end)];
    this.size = text.length - end;
    if (end > 0) this.take(text.slice(0, end));
  }

  private take(lines: string): void {
    if (!this.held && blankNode.test(lines)) this.held = [];
    if (this.held) {
      this.held.push(lines);
      this.heldLength += lines.length;
      if (this.heldLength > mostHeld)
        throw new TextError(
          'too-long',
          `It has blank nodes, with which it is loaded as a whole, and more than ${mostHeld} characters from the first of them on.`,
        );
    } else this.loadValid(lines);
  }

  private loadValid(lines: string): void {
    for (let rest = lines; rest !== ''; ) {
      try {
        this.load(rest);
        this.lines += count(rest);
        return;
      } catch (error) {
        const found = rdfSyntaxError(error);
        if (!found) throw error;
        this.refuse(this.lines + found.line, found.message);
        const start = startOfLine(rest, found.line);
        const before = rest.slice(0, start);
        if (before !== '') this.load(before);
        this.lines += found.line;
        rest = rest.slice(startOfLine(rest.slice(start), 2) + start);
      }
    }
  }

  /** In one transaction: loaded twice, blank nodes would be others. */
  private loadHeld(held: readonly string[]): void {
    try {
      this.store.load([...held, ...held.map(withoutGraphs)], { format: nquads });
    } catch (error) {
      const found = rdfSyntaxError(error);
      if (!found) throw error;
      const message = `${found.message} From its first blank node on nothing of the file is loaded.`;
      throw new RdfSyntaxError(message, this.lines + found.line, { cause: error });
    }
  }

  private load(lines: string): void {
    this.store.load([lines, withoutGraphs(lines)], { format: nquads, no_transaction: true });
  }
}

function startOfLine(text: string, line: number): number {
  let at = 0;
  for (let i = 1; i < line; i++) {
    const end = text.indexOf('\n', at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  return at;
}

function count(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
