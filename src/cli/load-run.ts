import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BulkStore } from '../load/bulk-commands.js';
import { bulkCommands } from '../load/bulk-commands.js';
import type { Checkpoint, LoadIdentity } from '../load/checkpoint.js';
import { emptyCheckpoint, loadKey, readCheckpoint } from '../load/checkpoint.js';
import { LoadError } from '../load/load-error.js';
import { Loader } from '../load/loader.js';
import type { LoadReceipt } from '../load/receipt.js';
import { writeReceipt } from '../load/receipt.js';
import { Store } from '../load/store.js';
import type { StoreName, StoreProfile } from '../load/store-profiles.js';
import { addressesOf, profileNamed } from '../load/store-profiles.js';
import type { LoadMode } from '../load/store-writer.js';
import { StoreWriter } from '../load/store-writer.js';
import { verifyLoad } from '../load/verifier.js';
import type { Problem } from '../problem.js';
import { StateFile, writeFileWhole } from '../publish.js';
import type { Fingerprint } from '../read/fingerprint.js';
import { fingerprintExports } from '../read/fingerprint.js';
import type { ExportedArticle } from '../read/read-exports.js';
import { unreadable } from '../read/unreadable.js';
import type { Credentials } from '../remote/credentials.js';
import { HttpClient } from '../remote/http.js';
import { RetryingClient, usualPolicy } from '../remote/retry.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { Interruption } from './interruption.js';
import { rdfInputs, replacedInput } from './kept-inputs.js';
import { LoadTeller } from './load-teller.js';
import type { ArticleValidator } from './load-validator.js';
import { openArticleValidator } from './load-validator.js';
import { Progress } from './progress.js';
import type { RemoteOptions } from './remote-options.js';
import { isSystemError } from './write-failure.js';

export interface LoadOptions extends RemoteOptions {
  readonly store: StoreName | BulkStore;
  readonly endpoint?: string;
  readonly queryEndpoint?: string;
  readonly mode: LoadMode;
  readonly validate: 'refuse' | 'report' | 'off';
  readonly shapes?: readonly string[];
  readonly vocabBase: string;
  readonly checkpoint?: string;
  readonly retries: number;
  readonly verify?: boolean;
  readonly receipt?: string;
  readonly dryRun?: boolean;
  readonly emitBulk?: boolean;
  readonly credentials?: Credentials;
}

/** One run of `load`. */
export class LoadRun {
  private readonly teller: LoadTeller;

  constructor(
    private readonly environment: Environment,
    private readonly options: LoadOptions,
  ) {
    this.teller = new LoadTeller(environment.console);
  }

  async run(exports: readonly string[]): Promise<ExitCode> {
    const inputs = await this.fingerprint(exports);
    if (!inputs || (await this.replacesInput(inputs))) return this.teller.code;
    if (this.options.emitBulk) return this.emitBulk(inputs);
    const validator = await openArticleValidator(this.options, (problem) => this.teller.problem(problem));
    if (!validator) return this.teller.code;
    const interruption = new Interruption();
    const progress = new Progress(
      this.environment.console,
      inputs.reduce((sum, { bytes }) => sum + bytes, 0),
    );
    try {
      await this.load(exports, inputs, validator, interruption.signal, progress);
    } catch (error) {
      if (isSystemError(error)) this.teller.problem(unwritable(error));
      else if (!(error instanceof LoadError)) throw error;
      else if (error.problem.code !== 'cancelled') this.teller.problem(error.problem);
    } finally {
      interruption.end();
      progress.end();
    }
    return interruption.code ?? this.teller.code;
  }

  private async replacesInput(inputs: readonly Fingerprint[]): Promise<boolean> {
    const { checkpoint, receipt, shapes = [] } = this.options;
    const kept = rdfInputs(
      inputs.map(({ file }) => file.path),
      shapes,
    );
    let isReplaced = false;
    for (const output of [checkpoint, receipt]) {
      const problem = output === undefined ? null : await replacedInput(output, kept);
      if (problem) this.teller.problem(problem);
      isReplaced ||= problem !== null;
    }
    return isReplaced;
  }

  /** Loaders of stores keep articles apart only where each statement names its graph. */
  private emitBulk(inputs: readonly Fingerprint[]): ExitCode {
    const others = inputs.filter(({ file }) => file.format?.name !== 'nquads');
    for (const { file } of others) {
      const message =
        'Loaders of stores are given N-Quads, which say to which article a statement belongs; convert with -f nquads.';
      this.teller.problem({
        code: 'unknown-format',
        severity: 'error',
        message,
        place: { source: file.path },
      });
    }
    const paths = inputs.map(({ file }) => resolve(file.path));
    if (others.length === 0)
      this.environment.stdout.write(bulkCommands(this.options.store as BulkStore, paths));
    return this.teller.code;
  }

  private async fingerprint(exports: readonly string[]): Promise<Fingerprint[] | null> {
    try {
      const inputs = await fingerprintExports(exports);
      if (inputs.length > 0) return inputs;
      const message = 'There are no exports in it; convert into it first, such as with -f nquads.';
      this.teller.problem({
        code: 'no-input',
        severity: 'error',
        message,
        place: { source: exports.join(' ') },
      });
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.teller.problem(unreadable(error.path ?? exports.join(' '), error));
    }
    return null;
  }

  private async load(
    exports: readonly string[],
    inputs: readonly Fingerprint[],
    validator: ArticleValidator,
    signal: AbortSignal,
    progress: Progress,
  ): Promise<void> {
    const { options } = this;
    const profile = profileNamed(options.store) as StoreProfile;
    const identity = this.identity(profile, inputs, validator.hash);
    const state = options.dryRun ? null : new StateFile(options.checkpoint ?? besides(exports, options));
    const begun = await this.begin(state, loadKey(identity));
    const client = this.client(signal);
    const store = options.endpoint
      ? new Store(profile, addressesOf(profile, options.endpoint, options.queryEndpoint), client, signal)
      : null;
    const writer =
      store && !options.dryRun ? new StoreWriter(store, profile, (refused) => loader.refuse(refused)) : null;
    const files = inputs.map(({ file }) => file);
    const { longestIri } = profile;
    const shared = { files, mode: options.mode, ...(longestIri === undefined ? {} : { longestIri }) };
    const loader = new Loader(
      { ...shared, limits: profile, writer, validate: validator.check, signal },
      begun,
      {
        problem: (problem) => this.teller.problem(problem),
        refused: (refused) => this.teller.refused(refused),
        notConforming: (article, report) => {
          this.teller.notConforming(article, report);
          return options.validate === 'report';
        },
        reached: async (checkpoint) => state?.write(`${JSON.stringify(checkpoint)}\n`),
        progress: (articles, bytes) => progress.add(articles, bytes),
      },
    );
    const loaded = await loader.run();
    if (signal.aborted) return;
    const verified =
      options.verify && store && !options.dryRun
        ? await verifyLoad({
            ...shared,
            store,
            loaded,
            repeated: loader.repeated,
            isLoaded: (article) => this.isLoaded(article, validator, loaded),
          })
        : null;
    if (verified) this.teller.verified(verified);
    await this.writeReceipt({
      ...identity,
      inputs: inputs.map(({ file, bytes, sha256 }) => ({ path: file.path, bytes, sha256 })),
      isDryRun: options.dryRun === true,
      loaded,
      verified,
      run: {
        seconds: Math.round(progress.end() * 1000) / 1000,
        requests: client.requests,
        retries: client.retries,
        continued: begun.files > 0 || begun.articles > 0,
      },
    });
    await state?.remove();
  }

  private identity(profile: StoreProfile, inputs: readonly Fingerprint[], settings: string): LoadIdentity {
    const { endpoint = '', mode, validate } = this.options;
    return {
      version: this.environment.version,
      store: profile.name,
      endpoint,
      mode,
      validate,
      settings,
      inputs: inputs.map(({ file, sha256 }) => ({ path: file.path, sha256 })),
    };
  }

  /** From where the load goes on. The checkpoint is written before anything is sent: it is to be known that it can be. */
  private async begin(state: StateFile | null, key: string): Promise<Checkpoint> {
    const text = await state?.read();
    const kept = text ? readCheckpoint(text, key) : null;
    if (kept && state) {
      this.teller.continued(kept, state.path);
      return kept;
    }
    if (text && state) {
      const message =
        'It is the checkpoint of another load: of other inputs, options or another version. This one begins anew.';
      this.teller.problem({
        code: 'other-checkpoint',
        severity: 'warning',
        message,
        place: { source: state.path },
      });
    }
    const empty = emptyCheckpoint(key);
    await state?.write(`${JSON.stringify(empty)}\n`);
    return empty;
  }

  private client(signal: AbortSignal): RetryingClient {
    const { credentials, retries } = this.options;
    return new RetryingClient(new HttpClient(credentials), {
      policy: { ...usualPolicy, retries },
      wait: (seconds) => sleep(seconds * 1000, undefined, { signal }).catch(() => {}),
      onRetry: (retry) => this.teller.retry(retry),
    });
  }

  private async isLoaded(
    article: ExportedArticle,
    { check }: ArticleValidator,
    { counts }: Checkpoint,
  ): Promise<boolean> {
    if (this.options.validate !== 'refuse' || counts.nonConforming === 0 || !check) return true;
    const { results } = await check(article);
    return results.every(({ severity }) => severity !== 'violation');
  }

  private async writeReceipt(receipt: LoadReceipt): Promise<void> {
    this.teller.ended(receipt);
    const text = writeReceipt(receipt);
    if (this.options.receipt === undefined) this.environment.stdout.write(text);
    else await writeFileWhole(this.options.receipt, text);
  }
}

/** Nothing is written but these two. */
function unwritable({ path = '', message }: NodeJS.ErrnoException): Problem {
  const advice = 'Name another file with --checkpoint, or for the receipt with --receipt.';
  return { code: 'unwritable', severity: 'error', message: `${message}. ${advice}`, place: { source: path } };
}

/** A file beside the first input, the same for the same command, whatever its input holds by now. */
function besides(exports: readonly string[], { store, endpoint = '', mode }: LoadOptions): string {
  const paths = exports.map((path) => resolve(path));
  const key = createHash('sha256')
    .update(JSON.stringify([store, endpoint, mode, paths]))
    .digest('hex');
  return `${paths[0]}.load-${key.slice(0, 12)}.json`;
}
