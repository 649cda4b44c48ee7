import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Quad } from '@rdfjs/types';
import type { MessageDigest } from 'rdf-canonize';
import { parseLine } from '../rdf/parse-line.js';

export interface LabelLimits {
  /** Seconds that labelling may take. */
  readonly seconds: number;
  /** Deep comparisons are given up after as many as there are blank nodes that look alike, to the power of this. */
  readonly workFactor: number;
}

/** More statements with blank nodes than this are not labelled, as they are held in memory. */
export const mostLabelled = 500_000;

/** Blank nodes that are too much alike to be told apart with the work allowed. */
export class LabelError extends Error {
  constructor(message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.name = 'LabelError';
  }
}

/**
 * Gives blank nodes the labels of RDFC-1.0 (https://www.w3.org/TR/rdf-canon/). Statements without any have no part in it.
 *
 * @param lines canonical N-Quads with blank nodes
 * @returns the same lines with canonical labels
 * @throws LabelError where that is more work than the limits allow
 */
export async function labelBlankNodes(
  lines: readonly string[],
  { seconds, workFactor }: LabelLimits,
): Promise<string[]> {
  if (lines.length === 0) return [];
  if (lines.some((line) => line.includes('<<(')))
    throw new LabelError(
      'It has blank nodes beside triple terms, which RDFC-1.0 does not know; give RDF 1.1.',
    );
  const { canonize } = await import('rdf-canonize');
  // Each statement once: the algorithm takes a set.
  const quads = [...new Set(lines)].map((line) => parseLine(line) as Quad);
  const signal = AbortSignal.timeout(seconds * 1000);
  try {
    const options = { maxWorkFactor: workFactor, signal, createMessageDigest: digests(signal) };
    const text = await canonize(quads, { algorithm: 'RDFC-1.0', ...options });
    return text.split('\n').slice(0, -1);
  } catch (error) {
    const { message } = error as Error;
    const reason = message.startsWith('Maximum deep iterations')
      ? `more than ${workFactor === 0 ? 'no' : 'the allowed'} comparisons would be needed (--work-factor)`
      : signal.aborted
        ? `it took longer than ${seconds} s (--time-limit)`
        : null;
    if (reason === null) throw error;
    const text = `Its blank nodes are too much alike to be distinguished: ${reason}. Such graphs are rarely meant; give nodes names, or allow more work.`;
    throw new LabelError(text, { cause: error });
  }
}

/**
 * SHA-256, and a look at the clock with every few hundred: the library itself only looks where it permutes three blank
 * nodes or more, which in a long ring is never.
 */
function digests(signal: AbortSignal): () => MessageDigest {
  let count = 0;
  return () => {
    const hash = createHash('sha256');
    return {
      update: (text) => hash.update(text),
      async digest() {
        if (++count % 256 === 0) await setImmediate();
        signal.throwIfAborted();
        return hash.digest('hex');
      },
    };
  };
}
