// @ts-check
/** Times in rounds that alternate between the candidates, so that what slows the machine down slows down all. */

/** @param {readonly number[]} values at least one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * How far the rounds lie apart: the distance from the least to the greatest, as a share of the median.
 *
 * @param {readonly number[]} values at least one
 */
export function spread(values) {
  return (Math.max(...values) - Math.min(...values)) / median(values);
}

/**
 * @typedef {object} Timing
 * @property {number} seconds median of the rounds
 * @property {number} spread
 */

/**
 * Runs the candidates one after the other, round by round; every second round goes backwards. One that times itself, as in a
 * process of its own, gives its seconds as `{ seconds }`.
 *
 * @template {string} Name
 * @param {Readonly<Record<Name, () => unknown>>} candidates each may return a promise
 * @param {{ rounds: number, warmUps: number }} options warm-ups are rounds that do not count
 * @returns {Promise<Record<Name, Timing>>}
 */
export async function timeInTurns(candidates, { rounds, warmUps }) {
  const names = /** @type {Name[]} */ (Object.keys(candidates));
  const seconds = new Map(names.map((name) => [name, /** @type {number[]} */ ([])]));
  for (let round = -warmUps; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const begin = performance.now();
      const result = await candidates[name]();
      const own = /** @type {{ seconds?: number } | null | undefined} */ (result)?.seconds;
      if (round >= 0) seconds.get(name)?.push(own ?? (performance.now() - begin) / 1000);
    }
  }
  const timings = [...seconds].map(([name, all]) => [name, { seconds: median(all), spread: spread(all) }]);
  return /** @type {Record<Name, Timing>} */ (Object.fromEntries(timings));
}
