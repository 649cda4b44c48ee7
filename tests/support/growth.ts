/** How the cost of reading a text grows with its size: times of this process against each other, never seconds. */

/** How many times as large the larger of two texts is. */
const factor = 16;

/**
 * What the cost of the larger may be times that of the smaller, with room for what a run of this size does besides, such as
 * collecting garbage. Where the cost grew with the square of the size it would be 256.
 */
export const linear = 4 * factor;

const tries = 5;
/** Shorter times than this, in microseconds, are not told apart from none. */
const least = 1500;

/**
 * How many times the CPU time of a small text a large one takes, at best of a few tries.
 *
 * @param run reads a text
 * @param make a text of some number of pieces
 * @param pieces how many the large text has; the small one has a sixteenth
 */
export async function growth(
  run: (text: string) => unknown,
  make: (pieces: number) => string,
  pieces: number,
): Promise<number> {
  const [small, large] = [make(pieces / factor), make(pieces)];
  const cost = async (text: string): Promise<number> => {
    const begin = process.cpuUsage().user;
    await run(text);
    return process.cpuUsage().user - begin;
  };
  let found = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries && found > linear; i++)
    found = Math.min(found, (await cost(large)) / Math.max(least, await cost(small)));
  return found;
}
