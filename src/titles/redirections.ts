import { ends } from './entry.js';
import { endsInPage } from './layout.js';

/** Marks the number of a redirect among those of titles. */
const toRedirect = 0x80000000;

/** How many titles of redirects that end in a circle are named. */
const mostNamed = 100;

/** Where a redirect leads: to another redirect of a number, or to its end, the title of a number. */
export type RedirectStep = { readonly redirect: number } | { readonly end: number };

/** Where redirects lead, by their numbers in the order of titles, in four bytes each. */
export class Redirections {
  private readonly next: Uint32Array;
  /** How many lead on to another redirect. */
  private double = 0;

  constructor(redirects: number) {
    this.next = new Uint32Array(redirects).fill(ends.unknown);
  }

  set(redirect: number, to: RedirectStep): void {
    if ('redirect' in to) this.double++;
    this.next[redirect] = 'end' in to ? to.end : (to.redirect | toRedirect) >>> 0;
  }

  /** Follows all of them to their ends, each step once. @returns the first of those that end in a circle */
  resolve(): number[] {
    const { next } = this;
    const circular: number[] = [];
    const met = new Uint8Array(next.length);
    for (let first = 0; first < next.length; first++) {
      const path: number[] = [];
      let at = first;
      while (isStep(next[at] as number) && met[at] === 0) {
        met[at] = 1;
        path.push(at);
        at = (next[at] as number) & ~toRedirect;
      }
      // One that was met and is not resolved is on the way from itself to itself.
      const end = isStep(next[at] as number) ? ends.circle : (next[at] as number);
      for (const redirect of path) next[redirect] = end;
    }
    for (let redirect = 0; redirect < next.length && circular.length < mostNamed; redirect++)
      if (next[redirect] === ends.circle) circular.push(redirect);
    return circular;
  }

  /** @param outside the number of the first title that is no page here */
  counts(outside: number): { double: number; circles: number; outside: number } {
    const counts = { double: this.double, circles: 0, outside: 0 };
    for (const end of this.next) {
      if (end === ends.circle) counts.circles++;
      else if (end >= outside) counts.outside++;
    }
    return counts;
  }

  /** Their ends, as they are stored, a page at a time. */
  *pages(): Generator<Buffer> {
    for (let from = 0; from < this.next.length; from += endsInPage) {
      const part = this.next.subarray(from, from + endsInPage);
      const bytes = Buffer.allocUnsafe(4 * part.length);
      for (let i = 0; i < part.length; i++) bytes.writeUInt32LE(part[i] as number, 4 * i);
      yield bytes;
    }
  }
}

function isStep(to: number): boolean {
  return to >= toRedirect && to < ends.unknown;
}
