import type { Problem } from '../problem.js';

const advice: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full; make room or choose another folder with -o.',
  EDQUOT: 'Your quota is used up; make room or choose another folder with -o.',
  EACCES: 'You have no permission to write there; choose another folder with -o.',
  EROFS: 'That file system is read-only; choose another folder with -o.',
  ENOTDIR: 'A part of the path is a file; choose another folder with -o.',
  EEXIST: 'A part of the path is a file; choose another folder with -o.',
  EISDIR: 'A folder of that name is in the way.',
  ENAMETOOLONG: 'The name is too long for this file system.',
};

/** Whether something thrown is an error of the file system. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

/** What the file system's error means for whoever wanted a file there. */
export function writeFailure(source: string, error: unknown): Problem {
  const { code, message } = error as NodeJS.ErrnoException;
  const text = `It could not be written. ${advice[code ?? ''] ?? `${message}.`}`;
  return { code: 'unwritable', severity: 'error', message: text, place: { source } };
}
