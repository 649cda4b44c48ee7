// @ts-check
/**
 * Sides of a comparison, each in a process of its own, so that none runs in a heap full of another's garbage, nor in a
 * runtime that another has made slower by what it changes. They take turns: only one works at a time.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { timeInTurns } from './measure.js';

/**
 * @typedef {'ourReader' | 'wtfAsked' | 'wtfJson' | 'ourPipeline' | 'composition'} SideName
 * @typedef {{ articles: readonly import('./in-process.js').Article[], shapes: string }} Given
 */

/**
 * Seconds that each side takes for all articles.
 *
 * @template {SideName} Name
 * @param {readonly Name[]} names
 * @param {Given} given
 * @param {{ rounds: number, warmUps: number }} options
 * @returns {Promise<Record<Name, import('./measure.js').Timing>>}
 */
export async function timeSides(names, given, options) {
  const folder = mkdtempSync(join(tmpdir(), 'article2rdf-sides-'));
  const file = join(folder, 'given.json');
  writeFileSync(file, JSON.stringify(given));
  const script = fileURLToPath(new URL('side.js', import.meta.url));
  const children = names.map((name) =>
    fork(script, [name, file], { execArgv: ['--max-semi-space-size=32'] }),
  );
  try {
    await Promise.all(children.map(answerOf));
    const turns = names.map((name, index) => {
      const child = /** @type {import('node:child_process').ChildProcess} */ (children[index]);
      const turn = () => {
        child.send('turn');
        return answerOf(child);
      };
      return /** @type {const} */ ([name, turn]);
    });
    return await timeInTurns(/** @type {any} */ (Object.fromEntries(turns)), options);
  } finally {
    for (const child of children) child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The next message of a side.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @throws {Error} where it ends instead
 */
async function answerOf(child) {
  const heard = new AbortController();
  const ended = once(child, 'exit', { signal: heard.signal }).then(([code]) => {
    throw new Error(`A side of the comparison ended with ${code}.`);
  });
  ended.catch(() => {});
  const [message] = await Promise.race([once(child, 'message', { signal: heard.signal }), ended]);
  heard.abort();
  return message;
}
