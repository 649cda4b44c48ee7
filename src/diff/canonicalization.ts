import type { Hash } from 'node:crypto';
import { createHash } from 'node:crypto';
import { SortedLines } from '../publish/sorted-lines.js';
import { hasBlankNode } from '../rdf/canonical-line.js';
import type { LabelLimits } from './canonical-labels.js';
import { LabelError, labelBlankNodes, mostLabelled } from './canonical-labels.js';

/**
 * The canonical form of a dataset: its statements as sorted lines of canonical N-Quads, each once, blank nodes with the
 * labels of RDFC-1.0 (https://www.w3.org/TR/rdf-canon/#canonicalization). The same dataset gives the same bytes, in
 * whatever syntax and order it was. Only statements with blank nodes are held in memory.
 */
export class Canonicalization {
  private readonly sorter: SortedLines;
  private readonly unlabelled: string[] = [];
  private readonly hash: Hash = createHash('sha256');

  /** @param memory characters that are sorted in memory at a time */
  constructor(
    private readonly limits: LabelLimits,
    memory?: number,
  ) {
    this.sorter = new SortedLines(memory);
  }

  /**
   * @param lines canonical N-Quads; labels of blank nodes must differ where these do
   * @throws LabelError where there are too many blank nodes, and the file system's error
   */
  async add(lines: readonly string[]): Promise<void> {
    const ground: string[] = [];
    for (const line of lines) (hasBlankNode(line) ? this.unlabelled : ground).push(line);
    if (this.unlabelled.length > mostLabelled)
      throw new LabelError(
        `It has more than ${mostLabelled} statements with blank nodes, which are labelled in memory; give the files one by one.`,
      );
    await this.sorter.add(ground);
  }

  /**
   * The canonical form, piece by piece.
   *
   * @throws LabelError, and the file system's error
   */
  async *text(): AsyncGenerator<string> {
    await this.sorter.add(await labelBlankNodes(this.unlabelled, this.limits));
    for await (const lines of this.sorter.sorted()) {
      if (lines.length === 0) continue;
      const text = `${lines.join('\n')}\n`;
      this.hash.update(text);
      yield text;
    }
  }

  /** SHA-256 of the canonical form in UTF-8, in hexadecimal; to be asked for once, when all of it was given. */
  sha256(): string {
    return this.hash.digest('hex');
  }

  async discard(): Promise<void> {
    await this.sorter.discard();
  }
}
