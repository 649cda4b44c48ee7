import type { Checkpoint } from '../load/checkpoint.js';
import type { RefusedStatement } from '../load/loadable.js';
import type { LoadReceipt } from '../load/receipt.js';
import type { Verification } from '../load/verifier.js';
import { plural } from '../plural.js';
import type { Problem } from '../problem.js';
import type { ExportedArticle } from '../read/read-exports.js';
import type { Retry } from '../remote/retry.js';
import { printable } from '../source/printable.js';
import type { ValidationReport } from '../validate.js';
import type { Console } from './console.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf, worse } from './exit-code.js';

/** Graphs that differ and are told one by one; the receipt names more. */
const mostTold = 20;

/** Of a refused statement, in a message. */
const longestTold = 200;

/** Says what happens in a load, and what its exit code is by then. */
export class LoadTeller {
  code: ExitCode = exitCode.fine;

  constructor(private readonly console: Console) {}

  problem(problem: Problem): void {
    this.console.problem(problem);
    this.code = worse(this.code, exitCodeOf(problem));
  }

  /** What a load that goes on had met before. */
  continued({ counts }: Checkpoint, checkpoint: string): void {
    const { articles, statements, nonConforming, refused, unusable } = counts;
    const record = { type: 'continued', checkpoint, articles, statements };
    const done = `${plural(articles, 'article')} and ${plural(statements, 'statement')}`;
    this.console.tell(record, [printable(`goes on after ${done}, by ${checkpoint}`)]);
    if (nonConforming > 0) this.code = worse(this.code, exitCode.nonConforming);
    if (refused + unusable > 0) this.code = worse(this.code, exitCode.badInput);
  }

  retry({ attempt, seconds, reason }: Retry): void {
    const record = { type: 'retry', attempt, seconds, reason };
    this.console.tell(record, [printable(`${reason} Tries again in ${seconds} s.`)]);
  }

  notConforming({ file, lines }: ExportedArticle, { results }: ValidationReport): void {
    const place = placeAt(file, lines?.[0]);
    for (const result of results)
      if (result.severity === 'violation') this.console.result({ ...result, place });
    this.code = worse(this.code, exitCode.nonConforming);
  }

  refused({ file, line, statement, reason, isSent }: RefusedStatement): void {
    const who = isSent ? 'The store does not take' : 'It cannot be loaded:';
    const message = `${who} ${statement.slice(0, longestTold).toWellFormed()}: ${reason}`;
    const place = placeAt(file, line);
    this.problem({ code: 'statement-refused', severity: 'error', message, place });
  }

  verified({ differing, first, graphs }: Verification): void {
    for (const { graph, least, most, found } of first.slice(0, mostTold)) {
      const wanted = most === null ? `at least ${least}` : least === most ? least : `${least} to ${most}`;
      const message = `The store holds ${plural(found, 'statement')} of this graph, and not ${wanted}; load it again with --mode replace.`;
      this.problem({ code: 'not-verified', severity: 'error', message, place: { source: graph } });
    }
    const all = plural(graphs, 'graph');
    this.console.tell({ type: 'verified', graphs, differing }, [
      differing === 0 ? `verified ${all}: the store holds them all` : `${differing} of ${all} differ`,
    ]);
  }

  ended({ loaded: { counts }, isDryRun, validate }: LoadReceipt): void {
    const { articles, graphs, statements, nonConforming, unusable, refused } = counts;
    const what = `${plural(articles, 'article')}, ${plural(graphs, 'graph')}, ${plural(statements, 'statement')}`;
    const lines = [isDryRun ? `would load ${what}; nothing was sent` : `loaded ${what}`];
    if (refused > 0) lines.push(`refused: ${plural(refused, 'statement')}`);
    const fate = validate === 'refuse' ? 'not loaded' : 'loaded nevertheless';
    if (nonConforming > 0)
      lines.push(`do not conform to the shapes, ${fate}: ${plural(nonConforming, 'article')}`);
    if (unusable > 0) lines.push(`could not be used: ${plural(unusable, 'article or file')}`);
    this.console.tell({ type: 'load', ...counts }, lines);
  }
}

function placeAt(source: string, line: number | undefined): Problem['place'] {
  return line === undefined ? { source } : { source, line };
}
