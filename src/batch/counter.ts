import { ownCopy } from '../source.js';

/** Names that are counted at most: they are words of articles, and there is no end to them. */
const mostNames = 5000;

/** Longest name, in UTF-16 units, that is kept as it is. */
const longestName = 100;

/** Counts by name, in bounded memory: names that come when it is full are not counted. */
export class Counter {
  private readonly counts = new Map<string, number>();

  add(name: string, n = 1): void {
    const key = name.length > longestName ? `${name.slice(0, longestName - 1).toWellFormed()}…` : name;
    const before = this.counts.get(key);
    if (before !== undefined || this.counts.size < mostNames)
      this.counts.set(before === undefined ? ownCopy(key) : key, (before ?? 0) + n);
  }

  merge(record: Readonly<Record<string, number>>): void {
    for (const [name, n] of Object.entries(record)) this.add(name, n);
  }

  /** The most frequent first, those that are as frequent in the order of their characters. */
  record(most = mostNames): Record<string, number> {
    const sorted = [...this.counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    return Object.fromEntries(sorted.slice(0, most));
  }
}
