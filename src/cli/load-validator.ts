import { createHash } from 'node:crypto';
import { openValidator } from '../pipeline.js';
import type { Problem } from '../problem.js';
import { readTextFile } from '../read/package-files.js';
import type { ExportedArticle } from '../read/read-exports.js';
import { unreadable } from '../read/unreadable.js';
import type { TextFile } from '../source.js';
import type { ValidationReport } from '../validate.js';

export interface ArticleValidator {
  /** Null where nothing is to be checked. */
  readonly check: ((article: ExportedArticle) => Promise<ValidationReport>) | null;
  /** Of the shapes besides the built-in ones, and of where our vocabularies live. */
  readonly hash: string;
}

interface ValidatorOptions {
  readonly validate: 'refuse' | 'report' | 'off';
  readonly shapes?: readonly string[];
  readonly vocabBase: string;
}

/** @returns null where shapes cannot be used, which is told */
export async function openArticleValidator(
  { validate, shapes = [], vocabBase }: ValidatorOptions,
  tell: (problem: Problem) => void,
): Promise<ArticleValidator | null> {
  const problems: Problem[] = [];
  const files = shapes.flatMap((path): TextFile[] => {
    try {
      return [readTextFile(path)];
    } catch (error) {
      problems.push(unreadable(path, error));
      return [];
    }
  });
  const hash = createHash('sha256')
    .update(JSON.stringify([vocabBase, files]))
    .digest('hex');
  if (validate === 'off') return { check: null, hash };
  const validator = await openValidator(files, vocabBase, problems, true);
  for (const problem of problems) tell(problem);
  if (problems.some(({ severity }) => severity === 'error')) return null;
  return { check: ({ quads }) => validator.validateQuads(quads), hash };
}
