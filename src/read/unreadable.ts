import type { Problem } from '../problem.js';

/** The problem that the file system's error is. */
export function unreadable(source: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reasons: Record<string, string> = {
    ENOENT: 'There is no such file or folder; check the path.',
    EACCES: 'You have no permission to read it.',
    EISDIR: 'It is a folder.',
  };
  const message = reasons[code] ?? `It cannot be read: ${(error as Error).message}.`;
  return { code: 'unreadable', severity: 'error', message, place: { source } };
}
