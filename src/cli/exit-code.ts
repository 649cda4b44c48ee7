import type { Problem } from '../problem.js';

/** What the program tells its caller, after BSD's sysexits. The highest that applies is given. */
export const exitCode = {
  fine: 0,
  /** The data does not conform to its shapes. */
  nonConforming: 1,
  /** Two exports are not the same. */
  different: 1,
  /** The program was called wrongly. */
  usage: 2,
  /** An input could not be used. */
  badInput: 65,
  /** A file could not be read or written. */
  ioError: 74,
  /** A part of the work could not be done this time; the same command again goes on with it. */
  tempFail: 75,
  /** Stopped by SIGINT, by SIGTERM: 128 and the signal's number. */
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}

const codes: Readonly<Record<string, ExitCode>> = {
  unreadable: exitCode.ioError,
  'input-changed': exitCode.ioError,
  unwritable: exitCode.ioError,
  'replaces-input': exitCode.usage,
  'shapes-invalid': exitCode.usage,
  'shapes-unsupported': exitCode.usage,
  'mapping-invalid': exitCode.usage,
  'titles-invalid': exitCode.usage,
  'cannot-listen': exitCode.ioError,
  'shard-failed': exitCode.tempFail,
  'folder-in-use': exitCode.tempFail,
  'parts-missing': exitCode.tempFail,
  'not-authorized': exitCode.usage,
  'wrong-endpoint': exitCode.usage,
  'store-unreachable': exitCode.ioError,
  'store-gone': exitCode.tempFail,
  'not-verified': exitCode.ioError,
};

/** What an error makes of the run. */
export function exitCodeOf({ severity, code }: Problem): ExitCode {
  return severity === 'error' ? (codes[code] ?? exitCode.badInput) : exitCode.fine;
}
