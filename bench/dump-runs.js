// @ts-check
/** The program on whole dumps: its time against that of unpacking them, and its memory as they grow. */
import { createReadStream, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { timeInTurns } from './measure.js';
import { peakMemory, run } from './processes.js';

const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/**
 * Arguments of node for a conversion to N-Quads, with validation. What does not conform is no failure of the run.
 *
 * @param {string} dump
 * @param {string} output
 * @param {number} workers
 */
function conversion(dump, output, workers) {
  const options = { format: 'nquads', output, workers, 'fail-on': 'never' };
  const named = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  return [program, 'convert', dump, ...named, '--quiet'];
}

/**
 * Times of unpacking, and of conversion with one and two workers; and what was written.
 *
 * @param {string} dump
 * @param {string} folder for what is written
 * @param {number} rounds
 */
export async function compareWithUnpacking(dump, folder, rounds = 3) {
  const outputs = mkdtempSync(join(folder, 'runs-'));
  let runs = 0;
  const converted = (/** @type {number} */ workers) => () =>
    run(process.execPath, conversion(dump, join(outputs, String(++runs)), workers));
  const timings = await timeInTurns(
    { unpacking: () => run('bzip2', ['-dc', dump]), one: converted(1), two: converted(2) },
    { rounds, warmUps: 0 },
  );
  const written = await countWritten(join(outputs, '1'));
  rmSync(outputs, { recursive: true });
  return { ...timings, written };
}

/**
 * Articles and statements in the N-Quads of a folder.
 *
 * @param {string} folder
 */
async function countWritten(folder) {
  let articles = 0;
  let statements = 0;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.nq(\.gz)?$/.test(name),
  );
  for (const file of files) {
    const stored = createReadStream(join(folder, file));
    for await (const line of createInterface(file.endsWith('.gz') ? stored.pipe(createGunzip()) : stored)) {
      statements++;
      if (line.includes(' <https://schema.org/mainEntity> ')) articles++;
    }
  }
  return { articles, statements };
}

/**
 * @param {string} dump
 * @param {string} folder for what is written
 * @returns {Promise<number>} bytes
 */
export async function memoryOfConversion(dump, folder) {
  const output = mkdtempSync(join(folder, 'run-'));
  const peak = await peakMemory(process.execPath, conversion(dump, output, 2));
  rmSync(output, { recursive: true });
  return peak;
}
