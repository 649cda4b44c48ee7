import type { Counts } from '../batch/counts.js';
import { problemCount } from '../batch/counts.js';
import type { Manifest } from '../batch/finish.js';
import { successName } from '../batch/finish.js';
import { plural } from '../plural.js';
import { printable } from '../source/printable.js';
import type { Console } from './console.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, worse } from './exit-code.js';
import type { FailOn } from './options.js';
import { severityCounts } from './options.js';
import { shortList, unknownLines } from './summary.js';

const mostPages = 8;
const mostNamed = 8;

/** Tells what the parts of a finished folder hold. */
export function tellManifest(
  { counts, parts, duplicates, isInputWhole }: Manifest,
  folder: string,
  console: Console,
): void {
  const record = {
    type: 'summary',
    ...counts,
    duplicates: duplicates.pages,
    isInputWhole,
    parts: parts.length,
    folder,
  };
  const lines = [
    ...countLines(counts),
    `wrote ${plural(parts.length, 'part')} and _manifest.json into ${folder}`,
  ];
  const problems = problemCount(counts, 'error') + problemCount(counts, 'warning');
  if (problems + counts.validated - counts.conforming > 0)
    lines.push(`what was found in the articles stands in ${folder}/part-*.problems.ndjson.gz`);
  if (!isInputWhole) {
    const message = `The inputs were not whole: the parts hold what could be read of them, and ${successName} was not written. Get the inputs again, and convert them.`;
    console.problem({ code: 'part-of-input', severity: 'error', message, place: { source: folder } });
  }
  for (const { page, shards } of duplicates.first.slice(0, mostPages)) {
    const message = `Statements of <${page}> are in the parts of shards ${shards.join(' and ')}: the inputs hold it more than once. Pages of different wikis get IRIs of their own with {wiki} in --base.`;
    console.problem({ code: 'same-page', severity: 'warning', message, place: { source: folder } });
  }
  if (duplicates.pages > mostPages)
    lines.push(`${duplicates.pages} pages are there more than once; _manifest.json names the first`);
  console.tell(record, lines.map(printable));
}

/** Tells what was counted where there is no folder. */
export function tellCounts(counts: Counts, console: Console): void {
  console.tell({ type: 'summary', ...counts }, countLines(counts).map(printable));
}

function countLines(counts: Counts): string[] {
  const { articles, statements, validated, conforming, left, redirects, about } = counts;
  const kinds = Object.entries(counts.kinds).map(([kind, n]) => `${n} ${kind}`);
  const conformity =
    validated === 0 ? 'not validated' : `${conforming} of ${validated} conform to their shapes`;
  const lines = [
    `${plural(articles, 'article')} (${kinds.join(', ') || 'none'}), ${plural(statements, 'statement')}, ${conformity}`,
  ];
  const apart = Object.entries(left).map(([reason, n]) => `${n} by ${reason}`);
  const { mapped, counted } = redirects;
  if (mapped > 0) apart.push(`${plural(mapped, 'redirect')} as names`);
  if (counted > 0) apart.push(`${plural(counted, 'redirect')} only counted`);
  if (apart.length > 0) lines.push(`no articles: ${apart.join(', ')}`);
  lines.push(
    ...unknownLines(
      Object.entries(about['unmapped-field'] ?? {}),
      Object.entries(about['unknown-template'] ?? {}),
    ),
  );
  const unread = Object.keys(about['unread-field'] ?? {});
  if (unread.length > 0) lines.push(`fields of rows not read: ${shortList(unread, mostNamed, 'fields')}`);
  lines.push(
    `${plural(problemCount(counts, 'error'), 'error')}, ${plural(problemCount(counts, 'warning'), 'warning')}`,
  );
  return lines;
}

/** What the articles make of a run, as for articles that are converted one by one. */
export function exitCodeOfCounts(counts: Counts, failOn: FailOn): ExitCode {
  const { violation, warning } = counts.results;
  const fails =
    violation > 0 ? severityCounts('violation', failOn) : warning > 0 && severityCounts('warning', failOn);
  const conformity = fails ? exitCode.nonConforming : exitCode.fine;
  return worse(conformity, problemCount(counts, 'error') > 0 ? exitCode.badInput : exitCode.fine);
}
