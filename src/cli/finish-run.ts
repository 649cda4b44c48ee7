import { inspectFolder, unfinish, writeManifest } from '../batch/finish.js';
import { formatSelection } from '../batch/selection.js';
import { plural } from '../plural.js';
import type { Problem } from '../problem.js';
import { FolderClaim, PartsFolder } from '../publish.js';
import type { Shard } from '../shard.js';
import { exitCodeOfCounts, tellManifest } from './batch-summary.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf } from './exit-code.js';
import { claimantOf, folderInUse, isProcess } from './folder-use.js';
import type { FailOn } from './options.js';
import { readPlan } from './read-plan.js';
import { shortList } from './summary.js';
import { isSystemError, writeFailure } from './write-failure.js';

export interface FinishOptions {
  readonly plan: string;
  readonly output: string;
  readonly verify?: boolean;
  readonly failOn: FailOn;
}

const mostNamed = 6;

/** One run of `finish`. */
export async function finish(options: FinishOptions, environment: Environment): Promise<ExitCode> {
  const { console } = environment;
  const fail = (problem: Problem): ExitCode => {
    console.problem(problem);
    return exitCodeOf(problem);
  };
  const read = readPlan(options.plan);
  if ('problem' in read) return fail(read.problem);
  try {
    return await check(read.shards, options, environment, fail);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return fail(writeFailure(options.output, error));
  }
}

async function check(
  plan: readonly Shard[],
  { output, verify = false, failOn }: FinishOptions,
  { console, stdout }: Environment,
  fail: (problem: Problem) => ExitCode,
): Promise<ExitCode> {
  const folder = new PartsFolder(output);
  const place = { source: output };
  const user = await FolderClaim.user(output, claimantOf(plan), isProcess);
  if (user?.isAlone) return fail(folderInUse(output, user));
  const { missing, strays, gone } = await inspectFolder(plan, folder, verify);
  for (const source of gone) {
    const message =
      'It cannot be read here: whether parts were made from what it holds now was not verified.';
    console.problem({ code: 'input-gone', severity: 'warning', message, place: { source } });
  }
  if (missing.length > 0) {
    await unfinish(folder);
    stdout.write(`${formatSelection(missing)}\n`);
    const message = `${plural(missing.length, 'part')} of ${plan.length} are missing or not as the plan makes them; do them with work --shard ${formatSelection(missing)}.`;
    fail({ code: 'parts-missing', severity: 'error', message, place });
    return exitCode.tempFail;
  }
  if (strays.length > 0) {
    await unfinish(folder);
    const message = `It holds files of parts that are not of this plan: ${shortList(strays, mostNamed, 'files')}. Remove them, or use another folder.`;
    return fail({ code: 'stray-parts', severity: 'error', message, place });
  }
  const manifest = await writeManifest(plan, folder, user === null);
  tellManifest(manifest, output, console);
  return exitCodeOfCounts(manifest.counts, failOn);
}
