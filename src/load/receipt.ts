/** What a load did, for who ran it and for programs. All but `run` follows from input, options and store. */
import type { Checkpoint, LoadIdentity } from './checkpoint.js';
import type { Verification } from './verifier.js';

export interface LoadReceipt extends Omit<LoadIdentity, 'inputs'> {
  readonly inputs: readonly (LoadIdentity['inputs'][number] & { readonly bytes: number })[];
  readonly isDryRun: boolean;
  readonly loaded: Checkpoint;
  /** Null where it was not asked for. */
  readonly verified: Verification | null;
  readonly run: {
    readonly seconds: number;
    readonly requests: number;
    readonly retries: number;
    /** Whether it went on with a load that was stopped. */
    readonly continued: boolean;
  };
}

/** JSON that ends with a line break. */
export function writeReceipt(receipt: LoadReceipt): string {
  const { version, store, endpoint, mode, validate, inputs, isDryRun, loaded, verified, run } = receipt;
  const { counts, refused } = loaded;
  return `${JSON.stringify(
    {
      type: 'load',
      version,
      store,
      endpoint,
      mode,
      validate,
      dryRun: isDryRun,
      inputs,
      counts,
      refused,
      verified,
      run,
    },
    null,
    2,
  )}\n`;
}
