import { baseOf, ItemConverter } from '../batch/convert-items.js';
import { Tally } from '../batch/counts.js';
import type { ArticleOption } from '../batch/plan.js';
import type { Problem } from '../problem.js';
import { readShard } from '../read.js';
import type { Shard } from '../shard.js';
import type { ConversionOptions, Given } from './batch-options.js';
import { askedFor } from './batch-options.js';
import { exitCodeOfCounts } from './batch-summary.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf, worse } from './exit-code.js';
import { openSettings } from './open-workshop.js';
import type { FailOn } from './options.js';
import { writeOut } from './stdout-writer.js';

export interface PipeOptions
  extends Pick<
    ConversionOptions,
    ArticleOption | 'format' | 'vocabBase' | 'lang' | 'mapping' | 'shapes' | 'titles' | 'validate'
  > {
  readonly failOn: FailOn;
  readonly onError: 'fail' | 'record';
  readonly given: Given;
}

/** Standard input, as the whole of a file of lines. */
const stdinShard: Shard = {
  id: 0,
  src: '-',
  start: 0,
  end: Number.MAX_SAFE_INTEGER,
  header: { kind: 'ndjson', compression: 'none', size: 0 },
  config: { version: '', options: {} },
};

/** One run of `pipe`: each line is converted and written before the next one is read. */
export async function pipe(options: PipeOptions, environment: Environment): Promise<ExitCode> {
  const { console, stdin, stdout } = environment;
  let code: ExitCode = exitCode.fine;
  const settings = await openSettings(options, (problem) => {
    console.problem(problem);
    code = worse(code, exitCodeOf(problem));
  });
  if (!settings) return code;
  const { base, lang, given, onError, failOn, mentions, nameLinks, provenance, generatedAt = null } = options;
  const tally = new Tally();
  const itemOptions = {
    formats: options.format.map(({ name }) => name),
    base,
    lang: given.lang ? lang : null,
    namespaces: [],
    redirects: false,
    mentions,
    nameLinks,
    ...askedFor(options),
    provenance,
    generatedAt,
  };
  const converter = new ItemConverter(await settings.workshop(), itemOptions, tally);
  let [lines, failed] = [0, 0];
  for await (const item of readShard(stdinShard, { stream: stdin, ...baseOf(itemOptions) })) {
    if (!('problem' in item) || item.problem.severity === 'error') lines++;
    const { texts, problems, results } = await converter.convert(item);
    for (const text of texts) await writeOut(stdout, text);
    const error = problems.find(({ severity }) => severity === 'error');
    for (const problem of problems) tell(problem);
    for (const result of results) console.result(result);
    if (!error) continue;
    failed++;
    // What standard input itself gives no more is no line that could be skipped.
    if (onError === 'fail' || error.code === 'unreadable') {
      code = worse(code, exitCodeOf(error));
      break;
    }
  }
  const { articles, statements, results } = tally.counts();
  console.record({ type: 'summary', lines, articles, failed, statements, results });
  if (code !== exitCode.fine) return code;
  const verdict = exitCodeOfCounts(tally.counts(), failOn);
  return verdict === exitCode.badInput ? conformity() : verdict;

  function tell(problem: Problem): void {
    if (onError === 'record' && problem.severity === 'error') console.record({ type: 'problem', ...problem });
    else console.problem(problem);
  }

  /** Lines that failed were recorded, as was asked for. */
  function conformity(): ExitCode {
    return exitCodeOfCounts({ ...tally.counts(), problems: { error: {}, warning: {}, info: {} } }, failOn);
  }
}
