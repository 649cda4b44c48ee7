import { join } from 'node:path';
import type { Article } from '../article.js';
import { draftKind } from '../new-kind.js';
import { parseSource } from '../parse.js';
import type { Problem } from '../problem.js';
import { writeFileWhole } from '../publish.js';
import { defaultVocabularyBase } from '../rdf/vocabulary.js';
import {
  readMappingFiles,
  readMappingFolder,
  readTextFile,
  readVocabularyFiles,
} from '../read/package-files.js';
import type { TextFile } from '../source.js';
import { allSources } from './all-sources.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf, worse } from './exit-code.js';
import { openSettings } from './open-workshop.js';
import { writeOut } from './stdout-writer.js';
import { writeFailure } from './write-failure.js';

export interface NewOptions {
  readonly from: string;
  readonly pages: readonly string[];
  readonly class?: string;
  readonly is?: string;
  readonly output?: string;
}

/** One run of `new kind`. */
export class NewRun {
  private code: ExitCode = exitCode.fine;

  constructor(
    private readonly environment: Environment,
    private readonly options: NewOptions,
  ) {}

  async run(name: string): Promise<ExitCode> {
    const { from: template, pages, output } = this.options;
    const path = output === undefined ? null : join(output, 'kinds', `${name}.yaml`);
    if (path !== null && ifThere(() => readTextFile(path)) !== null) {
      const message = 'The file is there already, and is not replaced.';
      this.problem({ code: 'file-exists', severity: 'error', message, place: { source: path } });
      return exitCode.usage;
    }
    const settings = await openSettings({ vocabBase: defaultVocabularyBase, validate: false }, (problem) =>
      this.problem(problem),
    );
    if (!settings) return this.code;
    const { templates, usual, version } = await settings.workshop();
    const articles: Article[] = [];
    for await (const result of allSources(pages, this.environment.stdin, version)) {
      if ('problem' in result) this.problem(result.problem);
      else articles.push(parseSource(result.source, templates, usual).article);
    }
    const wanted = { name, template, class: this.options.class, is: this.options.is };
    const { text, problems } = draftKind(wanted, articles, {
      mappings: mappingsWith(output),
      vocabularies: readVocabularyFiles(),
    });
    for (const problem of problems) this.problem(problem);
    if (text === null) return this.code;
    if (path === null) await writeOut(this.environment.stdout, text);
    else await this.write(path, text);
    return this.code;
  }

  private async write(path: string, text: string): Promise<void> {
    try {
      await writeFileWhole(path, text);
      this.environment.console.tell({ type: 'draft', path }, [
        `${path} is written; check it with article2rdf lint.`,
      ]);
    } catch (error) {
      this.problem(writeFailure(path, error));
    }
  }

  private problem(problem: Problem): void {
    this.environment.console.problem(problem);
    this.code = worse(this.code, exitCodeOf(problem));
  }
}

/** The package's, and those of a folder that may not be there yet. */
function mappingsWith(folder: string | undefined): readonly TextFile[] {
  const own = folder === undefined ? [] : (ifThere(() => readMappingFolder(folder)) ?? []);
  return [...readMappingFiles(), ...own];
}

/** What is read of a file or a folder; null if there is none. */
function ifThere<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
