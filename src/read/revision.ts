/** What a container says of the revision of a page. */
import { isDateTime } from '../source/date-time.js';
import type { Revision } from '../source.js';

/** The same in the container's words, which may be any. */
export interface RevisionWords {
  page?: unknown;
  id?: unknown;
  time?: unknown;
}

/** Only numbers and times that are well formed are kept; a page is read without them, too. */
export function revisionOf({ page, id, time }: RevisionWords): { readonly revision?: Revision } {
  const [pageNumber, number, moment] = [numberIn(page), numberIn(id), timeIn(time)];
  const revision: Revision = {
    ...(pageNumber === null ? {} : { page: pageNumber }),
    ...(number === null ? {} : { id: number }),
    ...(moment === null ? {} : { time: moment }),
  };
  return Object.keys(revision).length === 0 ? {} : { revision };
}

function numberIn(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return /^[1-9]\d{0,19}$/.test(text) ? text : null;
}

/** MediaWiki writes times in UTC (https://www.mediawiki.org/wiki/Manual:WfTimestamp). */
function timeIn(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return isDateTime(text) ? text : null;
}
