// @ts-check
/** What was measured as rows of the report: ours, what it is held against, and the ratio. */
import { join } from 'node:path';
import { combined, pagesPerStream, writeReplicated } from './corpus.js';
import { compareWithUnpacking, memoryOfConversion } from './dump-runs.js';
import { comparePipelines, compareReaders, compareValidation, timeStages } from './in-process.js';
import { canReadMemory } from './processes.js';

/**
 * @typedef {import('./report.js').Measured} Measured
 * @typedef {import('./in-process.js').Article} Article
 * @typedef {import('./measure.js').Timing} Timing
 * @typedef {import('./corpus.js').Dump} Dump
 */

const megabytes = (/** @type {number} */ bytes) => `${Math.round(bytes / 1e6)} MB`;
const sizeOf = (/** @type {readonly Article[]} */ articles) =>
  articles.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * Reading, and the way to validated N-Quads.
 *
 * @param {string} name of the dump
 * @param {readonly Article[]} articles
 * @param {string} shapes Turtle
 * @returns {Promise<Measured>}
 */
export async function rowsOfReading(name, articles, shapes) {
  const bytes = sizeOf(articles);
  const speed = (/** @type {number} */ seconds) => `${(bytes / 1e6 / seconds).toFixed(1)} MB/s`;
  const row = (/** @type {string} */ what, /** @type {Timing} */ ours, /** @type {Timing} */ theirs) => ({
    what: `${what} (${name})`,
    ours: speed(ours.seconds),
    theirs: speed(theirs.seconds),
    ratio: theirs.seconds / ours.seconds,
    better: /** @type {const} */ ('more'),
    spread: Math.max(ours.spread, theirs.spread),
  });
  const readers = await compareReaders(articles);
  const { timings, ours, theirs } = await comparePipelines(articles, shapes);
  const each = (/** @type {{ statements: number, conforming: number }} */ { statements, conforming }) =>
    `${Math.round(statements / articles.length)} statements an article, ${conforming} of ${articles.length} articles conform`;
  return {
    title: 'Articles: times as fast (longer is better)',
    rows: [
      row('reading vs wtf_wikipedia', readers.ourReader, readers.wtfAsked),
      row('reading vs wtf_wikipedia’s .json()', readers.ourReader, readers.wtfJson),
      row('to validated N-Quads vs composition', timings.ourPipeline, timings.composition),
    ],
    notes: [`${name}: article2rdf makes ${each(ours)}; the composition makes ${each(theirs)}.`],
  };
}

/**
 * @param {string} text of an article
 * @param {string} shapes Turtle
 * @returns {Promise<Measured>}
 */
export async function rowsOfValidation(text, shapes) {
  const { timings, times, statements } = await compareValidation(text, shapes);
  const each = (/** @type {number} */ seconds) => `${((seconds / times) * 1000).toFixed(2)} ms`;
  return {
    title: 'Validation by itself: times as fast (longer is better)',
    rows: [
      {
        what: 'validation vs rdf-validate-shacl',
        ours: each(timings.ours.seconds),
        theirs: each(timings.theirs.seconds),
        ratio: timings.theirs.seconds / timings.ours.seconds,
        better: 'more',
        spread: Math.max(timings.ours.spread, timings.theirs.spread),
      },
    ],
    notes: [`The graph that is validated by itself has ${statements} statements.`],
  };
}

/**
 * Shares of the stages, and what they take.
 *
 * @param {readonly Article[]} articles
 */
export async function stagesOf(articles) {
  const seconds = Object.entries(await timeStages(articles));
  const whole = seconds.reduce((sum, [, value]) => sum + value, 0);
  const size = sizeOf(articles) / 1e6;
  return seconds.map(([stage, value]) => ({
    stage,
    share: value / whole,
    msPerMegabyte: (value * 1000) / size,
  }));
}

/** So much larger is the second dump whose conversion's memory is looked at. */
const larger = 8;

/**
 * The program on a dump that repeats the pages of all dumps.
 *
 * @param {readonly Dump[]} dumps
 * @param {number} least bytes of XML
 * @param {string} folder for temporary files
 * @returns {Promise<Measured>}
 */
export async function rowsOfDump(dumps, least, folder) {
  const path = join(folder, 'dump.xml.bz2');
  const repeated = combined(dumps);
  const size = await writeReplicated(path, repeated, least);
  const { unpacking, one, two, written } = await compareWithUnpacking(path, folder);
  const row = (
    /** @type {string} */ what,
    /** @type {Timing} */ { seconds, spread },
    /** @type {Timing} */ unpacking,
  ) => ({
    what: `dump to validated N-Quads, ${what} vs bzip2 -dc`,
    ours: `${seconds.toFixed(1)} s`,
    theirs: `${unpacking.seconds.toFixed(1)} s`,
    ratio: seconds / unpacking.seconds,
    better: /** @type {const} */ ('less'),
    spread: Math.max(spread, unpacking.spread),
  });
  /** @type {Measured} */
  const timed = {
    title: 'Whole dumps: times the time or the memory (shorter is better)',
    rows: [row('1 worker', one, unpacking), row('2 workers', two, unpacking)],
    notes: [
      `The dump of ${megabytes(size.xmlBytes)} has ${size.pages} pages, the given ones ${(size.pages / repeated.pages.length).toFixed(1)} times, ${pagesPerStream} a stream, ${megabytes(size.storedBytes)} packed; with 2 workers it is converted at ${(size.xmlBytes / 1e6 / two.seconds).toFixed(1)} MB of XML a second, to ${written.statements} statements about ${written.articles} articles.`,
    ],
  };
  const small = canReadMemory ? await memoryOfConversion(path, folder) : 0;
  const { xmlBytes } = await writeReplicated(path, repeated, size.xmlBytes * larger);
  const long = await compareWithUnpacking(path, folder, 1);
  timed.rows.push(row(`${megabytes(xmlBytes)}, 1 worker`, long.one, long.unpacking));
  timed.rows.push(row(`${megabytes(xmlBytes)}, 2 workers`, long.two, long.unpacking));
  if (!canReadMemory)
    return { ...timed, notes: [...timed.notes, 'Memory was not measured: this system has no /proc.'] };
  const large = await memoryOfConversion(path, folder);
  timed.rows.push({
    what: `peak memory, dump ${larger} times as large vs dump`,
    ours: megabytes(large),
    theirs: megabytes(small),
    ratio: large / small,
    better: 'less',
    spread: null,
  });
  timed.notes.push(`Memory was looked at on that dump and on one of ${megabytes(xmlBytes)}.`);
  return timed;
}
