/** What the program tells its caller, after BSD's sysexits. The highest that applies is given. */
export const exitCode = {
  fine: 0,
  /** The data does not conform to its shapes. */
  nonConforming: 1,
  /** The program was called wrongly. */
  usage: 2,
  /** An input could not be used. */
  badInput: 65,
  /** A file could not be read or written. */
  ioError: 74,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}
