import type { BuiltTitles } from '../batch/build-titles.js';
import { TitlesBuild } from '../batch/build-titles.js';
import { makePlan } from '../batch/plan.js';
import { plural } from '../plural.js';
import type { Problem } from '../problem.js';
import { temporaryLinesFolder } from '../publish/lines-folder.js';
import { databaseLanguage } from '../rdf/wiki-languages.js';
import { readPageKinds } from '../read/page-kinds.js';
import type { RdfFile } from '../read/rdf-files.js';
import { findRdfFiles } from '../read/rdf-files.js';
import { readLines } from '../read/read-lines.js';
import type { SqlDump } from '../read/sql-tables.js';
import { readSqlDump, sqlDumpAt, wikiOfDatabase } from '../read/sql-tables.js';
import { unreadable } from '../read/unreadable.js';
import type { Container } from '../read.js';
import { cutInput, findInputs, inspectInput, readInputs } from '../read.js';
import type { Shard } from '../shard.js';
import { canonicalNamespaces } from '../source/namespaces.js';
import type { TitlesMeta } from '../titles/entry.js';
import { areComparable } from '../titles.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf, worse } from './exit-code.js';
import { Interruption } from './interruption.js';
import { articleInputs, replacedInput } from './kept-inputs.js';
import { Progress } from './progress.js';
import type { ShardHooks, ShardWorker, Worked } from './shard-worker.js';
import { ChildWorker } from './shard-worker.js';
import type { ScanConfig } from './titles-worker.js';
import { linesName, TitlesWorker } from './titles-worker.js';
import { WorkerPool } from './worker-pool.js';
import { isSystemError, writeFailure } from './write-failure.js';

export interface TitlesOptions {
  readonly output: string;
  readonly namespaces: readonly number[];
  readonly workers: number;
}

/** What Wikidata's database is called, which has links to all wikis. */
const wikidata = 'wikidatawiki';

interface Inputs {
  readonly exports: Container[];
  readonly dumps: SqlDump[];
  /** Of exports of articles, which say of which kind each is. */
  readonly kinds: RdfFile[];
}

/** One run of `titles`. The file is written only if all inputs could be read to their ends. */
export class TitlesRun {
  private code: ExitCode = exitCode.fine;

  constructor(
    private readonly environment: Environment,
    private readonly options: TitlesOptions,
  ) {}

  async run(paths: readonly string[]): Promise<ExitCode> {
    const { output } = this.options;
    const replaced = await replacedInput(output, articleInputs(paths));
    if (replaced) this.problem(replaced);
    const inputs = replaced ? null : await this.find(paths);
    const site = inputs && this.siteOf(inputs);
    if (!inputs || !site || this.code !== exitCode.fine) return this.code;
    const interruption = new Interruption();
    const build = new TitlesBuild(
      site,
      new Set(this.options.namespaces),
      databaseOf(site, inputs),
      inputs.dumps.length > 0,
    );
    try {
      const isRead = await this.read(inputs, build, interruption);
      if (interruption.code !== null) return interruption.code;
      if (isRead) this.tell(await build.write(output));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.problem(writeFailure(error.path ?? output, error));
    } finally {
      await build.discard();
      interruption.end();
    }
    return this.code;
  }

  private async find(paths: readonly string[]): Promise<Inputs> {
    const inputs: Inputs = { exports: [], dumps: [], kinds: [] };
    for (const path of paths) {
      if (path === '-') await this.lookAtStream(inputs);
      else if (!(await this.findKinds(path, inputs)))
        for await (const found of findInputs([path])) {
          if ('problem' in found) this.problem(found.problem);
          else await this.look(found.path, inputs);
        }
    }
    for (const { path, header } of inputs.exports) if (header.kind !== 'xml') this.problem(noExport(path));
    return inputs;
  }

  /** @returns whether the path is one of RDF */
  private async findKinds(path: string, { kinds }: Inputs): Promise<boolean> {
    const files = await findRdfFiles(path).catch(() => []);
    for (const file of files.filter(({ format }) => format !== undefined)) {
      if (file.format?.name === 'nquads' || file.format?.name === 'ntriples') kinds.push(file);
      else {
        const message = 'Kinds of articles are read from N-Quads and N-Triples; convert with -f nquads.';
        this.problem({ code: 'unknown-format', severity: 'error', message, place: { source: file.path } });
      }
    }
    return files.some(({ format }) => format !== undefined);
  }

  private async lookAtStream({ exports }: Inputs): Promise<void> {
    for await (const read of readInputs(['-'], this.environment.stdin)) {
      if ('container' in read) exports.push(read.container);
      else this.problem('problem' in read ? read.problem : noExport('<stdin>'));
    }
  }

  private async look(path: string, { exports, dumps }: Inputs): Promise<void> {
    try {
      const dump = await sqlDumpAt(path);
      const inspected = dump ?? (await inspectInput(path));
      if ('problem' in inspected) this.problem(inspected.problem);
      else if ('header' in inspected) exports.push({ path, header: inspected.header });
      else dumps.push(inspected);
    } catch (error) {
      this.problem(unreadable(path, error));
    }
  }

  /** The wiki that all inputs are of; null where they are of several, which is reported. */
  private siteOf({ exports, dumps }: Inputs): TitlesMeta['site'] | null {
    const wikis = new Map<string, string>();
    for (const { path, header } of exports)
      if (header.site?.wiki !== undefined) wikis.set(header.site.wiki, path);
    for (const { path, database } of dumps)
      if (database !== null && database !== wikidata) wikis.set(wikiOfDatabase(database), path);
    const [first, ...others] = [...wikis];
    const second = first && others.find(([wiki]) => areComparable(wiki, first[0]));
    if (first && second) {
      const message = `It is of ${second[0]}, and ${first[1]} is of ${first[0]}; a file holds the titles of one wiki.`;
      this.problem({ code: 'other-wiki', severity: 'error', message, place: { source: second[1] } });
      return null;
    }
    const site = exports.find(({ header }) => header.site)?.header.site;
    const database = databaseNamed(dumps);
    const language = site?.language ?? (database === null ? null : databaseLanguage(database));
    return {
      ...(first ? { wiki: first[0] } : {}),
      ...(language ? { language } : {}),
      namespaces: site?.namespaces ?? canonicalNamespaces,
    };
  }

  /** @returns whether all was read */
  private async read(inputs: Inputs, build: TitlesBuild, interruption: Interruption): Promise<boolean> {
    const plan = this.planOf(inputs);
    const sizes = [...plan.map(({ start, end }) => end - start), ...inputs.dumps.map(({ size }) => size)];
    const progress = new Progress(
      this.environment.console,
      sizes.reduce((sum, size) => sum + size, 0),
    );
    try {
      const isRead = await this.readExports(plan, inputs, build, interruption, progress);
      if (!isRead || interruption.code !== null) return false;
      const parts = partsOf(inputs, (bytes) => progress.add(0, bytes));
      for await (const part of parts) {
        if ('rows' in part) await build.addRows(part.rows);
        else if ('kinds' in part) await build.addKinds(part.kinds);
        else this.problem(part.problem);
        if ('problem' in part || interruption.code !== null) return false;
      }
      return true;
    } finally {
      progress.end();
    }
  }

  private planOf({ exports, dumps }: Inputs): Shard[] {
    const { namespaces } = this.options;
    const options: ScanConfig = { namespaces, hasTables: dumps.length > 0 };
    const cut = exports.map(({ path, header, stream }) => {
      const src = stream ? '-' : path;
      return { src, header, ranges: cutInput(src, header) };
    });
    return makePlan(cut, { version: this.environment.version, options: { ...options } });
  }

  private async readExports(
    plan: readonly Shard[],
    { exports }: Inputs,
    build: TitlesBuild,
    interruption: Interruption,
    progress: Progress,
  ): Promise<boolean> {
    let isRead = true;
    const hooks = {
      progress: (articles: number, bytes: number) => progress.add(articles, bytes),
      problem: (problem: Problem) => this.problem(problem),
      failure: (problem: Problem) => {
        isRead = false;
        this.problem(problem);
      },
    };
    const folder = await temporaryLinesFolder();
    try {
      const takeOver = async (id: number): Promise<void> => {
        const path = folder.pathOf(linesName(id));
        for await (const lines of readLines(path)) await build.addLines(lines);
        await folder.remove(path);
      };
      const { workers } = this.options;
      const streams = exports.flatMap(({ stream }) => (stream ? [stream] : []));
      const isOwn = ({ src }: Shard): boolean => workers < 2 || src === '-';
      const children = new WorkerPool(
        (isRetry) => new ScanningChild(new ChildWorker(folder.path, isRetry, 'titles'), takeOver),
        hooks,
      );
      const own = new WorkerPool(() => new TitlesWorker((lines) => build.addLines(lines), streams), hooks);
      interruption.signal.addEventListener('abort', () => {
        children.stop();
        own.stop();
      });
      await children.run(
        plan.filter((shard) => !isOwn(shard)),
        workers,
      );
      await own.run(plan.filter(isOwn), 1);
    } finally {
      await folder.discard();
    }
    return isRead;
  }

  private tell({ counts, circles, refused }: BuiltTitles): void {
    const { console } = this.environment;
    const { output } = this.options;
    for (const title of circles) {
      const message = `The redirect "${title.replaceAll('_', ' ')}" leads in a circle; links to it keep its own title.`;
      this.problem({ code: 'redirect-circle', severity: 'warning', message, place: { source: output } });
    }
    const { titles, redirects, sections, double, outside, disambiguations, items, kinds } = counts;
    console.tell({ type: 'titles', ...counts, refused, output }, [
      `${plural(titles, 'title')}, of which ${plural(redirects, 'redirect')} and ${plural(disambiguations, 'disambiguation page')}; ${plural(items, 'Wikidata item')}`,
      `of the redirects: ${sections} into a section, ${double} to another redirect, ${counts.circles} in a circle, ${outside} to no page here`,
      ...(kinds > 0 ? [`of ${plural(kinds, 'title')} the kind of article is known`] : []),
      ...(refused > 0 ? [`left out ${plural(refused, 'page')} whose title no page can have`] : []),
      `wrote ${output}`,
    ]);
  }

  private problem(problem: Problem): void {
    this.environment.console.problem(problem);
    this.code = worse(this.code, exitCodeOf(problem));
  }
}

/** What tables and exports of articles say, one after the other. */
async function* partsOf({ dumps, kinds }: Inputs, add: (bytes: number) => void) {
  const counting = () => {
    let before = 0;
    return (bytes: number): void => {
      add(bytes - before);
      before = bytes;
    };
  };
  for (const dump of dumps) yield* readSqlDump(dump, counting());
  for (const file of kinds) yield* readPageKinds(file, counting());
}

/** A child whose lines are taken over as soon as it has written those of a shard. */
class ScanningChild implements ShardWorker {
  constructor(
    private readonly child: ChildWorker,
    private readonly takeOver: (shard: number) => Promise<void>,
  ) {}

  get isAlive(): boolean {
    return this.child.isAlive;
  }

  async work(shard: Shard, hooks: ShardHooks): Promise<Worked> {
    const worked = await this.child.work(shard, hooks);
    if (worked.type === 'done') await this.takeOver(shard.id);
    return worked;
  }

  stop(): void {
    this.child.stop();
  }
}

/** The database that tables of the wiki itself are of; null where none says it. */
function databaseNamed(dumps: readonly SqlDump[]): string | null {
  return dumps.find(({ database }) => database !== null && database !== wikidata)?.database ?? null;
}

/** By which Wikidata knows the wiki. */
function databaseOf({ wiki }: TitlesMeta['site'], { dumps }: Inputs): string | null {
  const language = /^([a-z-]+)\.wikipedia\.org$/.exec(wiki ?? '')?.[1];
  return (
    databaseNamed(dumps) ?? (language === undefined ? (wiki ?? null) : `${language.replaceAll('-', '_')}wiki`)
  );
}

function noExport(source: string): Problem {
  const message = "It is no wiki's export and no table of a wiki's database.";
  return { code: 'unknown-format', severity: 'error', message, place: { source } };
}
