/** A query that gives no more than is wanted: one more than the limit, so that it is known whether there is more. */
import type { ScannedQuery } from './scan-query.js';

/** The predicate of a triple that a CONSTRUCT makes for each solution, so that solutions can be counted. */
export const solutionMark = 'urn:x-article2rdf:solution';

/**
 * Puts a LIMIT of one more than `rows` on the outermost SELECT or CONSTRUCT where it has none, or a larger one. Of a
 * CONSTRUCT, LIMIT counts solutions, of which several may give the same triple: each solution is marked by a triple of its
 * own. A DESCRIBE and the short form of CONSTRUCT, whose limits are not of triples, stay as they are.
 */
export function boundedQuery(query: string, scanned: ScannedQuery, rows: number): string {
  const { form, limit, end, template } = scanned;
  if (form !== 'select' && !(form === 'construct' && template)) return query;
  if (limit && Number(query.slice(limit.start, limit.end)) <= rows) return query;
  const most = String(rows + 1);
  const limited = limit
    ? query.slice(0, limit.start) + most + query.slice(limit.end)
    : `${query.slice(0, end)}\nLIMIT ${most}\n${query.slice(end)}`;
  if (!template) return limited;
  const inside = template.start + 1;
  return `${limited.slice(0, inside)} [] <${solutionMark}> true . ${limited.slice(inside)}`;
}
