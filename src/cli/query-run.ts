import { plural } from '../plural.js';
import type { Problem } from '../problem.js';
import { aboutArticle, namedQueries } from '../query/named-queries.js';
import type { PreparedQuery } from '../query/predeclare.js';
import { predeclare } from '../query/predeclare.js';
import { readRows } from '../query/results.js';
import { writeTable } from '../query/table.js';
import { padded, widthOf } from '../query/text-width.js';
import { readTextFile } from '../read/package-files.js';
import { unreadable } from '../read/unreadable.js';
import type { Credentials } from '../remote/credentials.js';
import { openEmbeddedStore } from '../store/embedded-store.js';
import { scanQuery } from '../store/scan-query.js';
import type { SparqlAnswer, SparqlFailure, SparqlService } from '../store/sparql-service.js';
import { SparqlError } from '../store/sparql-service.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf, worse } from './exit-code.js';
import type { QueryFormat } from './query-formats.js';
import { graphFormats, isRowFormat, rowFormats } from './query-formats.js';
import type { RemoteOptions } from './remote-options.js';
import { writeOut } from './stdout-writer.js';

export interface QueryOptions extends RemoteOptions {
  readonly query?: string;
  readonly file?: string;
  readonly named?: string;
  readonly about?: string;
  readonly base: string;
  readonly list?: true;
  readonly format?: QueryFormat;
  readonly limit: number;
  readonly timeLimit: number;
  readonly endpoint?: string;
}

interface Question {
  /** Where it was written, for messages. */
  readonly source: string;
  readonly text: string;
}

/** One run of `query`: one question. */
export class QueryRun {
  private code: ExitCode = exitCode.fine;

  constructor(
    private readonly environment: Environment,
    private readonly options: QueryOptions,
    private readonly credentials: Credentials | undefined,
  ) {}

  async run(paths: readonly string[]): Promise<ExitCode> {
    if (this.options.list) return this.list();
    const question = await this.question();
    if (!question) return this.code;
    const prepared = predeclare(question.text);
    const { form } = scanQuery(prepared.text);
    const isGraph = form === 'construct' || form === 'describe';
    const format = this.options.format ?? (isGraph ? 'turtle' : 'table');
    if (form !== null && isRowFormat(format) === isGraph) {
      const names = (isGraph ? graphFormats : rowFormats).join(', ');
      this.fail(
        'wrong-format',
        exitCode.usage,
        question.source,
        `${form.toUpperCase()} gives ${isGraph ? 'a graph' : 'rows'}; take one of ${names} for --format.`,
      );
      return this.code;
    }
    let service: SparqlService | null = null;
    try {
      service = await this.open(paths, prepared);
      if (service) await this.print(await this.ask(service, prepared, format), format);
    } catch (error) {
      if (!(error instanceof SparqlError)) throw error;
      this.tellFailure(error, question, prepared, paths);
    } finally {
      await service?.close();
    }
    return this.code;
  }

  private async list(): Promise<ExitCode> {
    const queries = namedQueries();
    const width = Math.max(...queries.map(({ name }) => widthOf(name)));
    await writeOut(
      this.environment.stdout,
      queries.map(({ name, description }) => `${padded(name, width)}  ${description}\n`).join(''),
    );
    return exitCode.fine;
  }

  private async question(): Promise<Question | null> {
    const { query, file, named } = this.options;
    if (query !== undefined) return { source: '--query', text: query };
    if (named !== undefined) {
      const known = namedQueries();
      const found = known.find(({ name }) => name === named);
      if (found) return { source: `${named}.rq`, text: this.aboutIts(found.text) };
      const names = known.map(({ name }) => name).join(', ');
      return this.fail(
        'unknown-query',
        exitCode.usage,
        named,
        `There is no query of that name; there are ${names}.`,
      );
    }
    const source = file as string;
    if (source === '-') return { source: '<stdin>', text: await textOf(this.environment.stdin) };
    try {
      return { source, text: readTextFile(source).text };
    } catch (error) {
      this.problem(unreadable(source, error));
      return null;
    }
  }

  private aboutIts(text: string): string {
    const { about, base } = this.options;
    return about === undefined ? text : aboutArticle(text, about, base);
  }

  /** Null where none of the files could be read. */
  private async open(paths: readonly string[], prepared: PreparedQuery): Promise<SparqlService | null> {
    const { endpoint } = this.options;
    if (endpoint !== undefined) {
      const { remoteEndpoint } = await import('../store/remote-endpoint.js');
      return remoteEndpoint(endpoint, this.credentials ? { credentials: this.credentials } : {});
    }
    await this.check(prepared);
    const store = await openEmbeddedStore(paths, { onProblem: (problem) => this.problem(problem) });
    if (store.size.files > 0) return store;
    await store.close();
    return null;
  }

  /** Of nothing, so that a query that is wrong is told before a dump is loaded. */
  private async check(prepared: PreparedQuery): Promise<void> {
    const nothing = await openEmbeddedStore([]);
    try {
      await this.ask(nothing, prepared, 'ntriples');
    } catch (error) {
      if (!(error instanceof SparqlError) || error.failure === 'malformed') throw error;
    } finally {
      await nothing.close();
    }
  }

  private ask(service: SparqlService, { text }: PreparedQuery, format: QueryFormat): Promise<SparqlAnswer> {
    const { limit, timeLimit } = this.options;
    return service.query({
      query: text,
      results: isRowFormat(format) && format !== 'table' ? format : 'json',
      graphs: isRowFormat(format) ? 'turtle' : format,
      limits: { seconds: timeLimit, rows: limit },
    });
  }

  private async print({ body, form, isCut }: SparqlAnswer, format: QueryFormat): Promise<void> {
    const { stdout } = this.environment;
    let rows: number | null = null;
    if (form === 'ask' && (format === 'csv' || format === 'tsv' || format === 'table')) {
      await writeOut(this.environment.stdout, `${readRows(body) === true}\n`);
    } else if (format === 'table') {
      const solutions = readRows(body);
      if (typeof solutions === 'boolean') return;
      rows = solutions.rows.length;
      await writeOut(this.environment.stdout, writeTable(solutions, stdout.isTTY ? stdout.columns : null));
    } else await writeOut(this.environment.stdout, body.endsWith('\n') ? body : `${body}\n`);
    if (isCut) {
      const what = form === 'select' ? 'solutions' : 'triples';
      const own = this.options.endpoint === undefined ? '' : ', and the endpoint may have a limit of its own';
      const message = `There are more ${what} than are printed: --limit is ${this.options.limit}${own}.`;
      this.problem({ code: 'cut', severity: 'warning', message, place: { source: '<stdout>' } });
    } else if (rows !== null) this.environment.console.tell({ type: 'query', rows }, [plural(rows, 'row')]);
  }

  private tellFailure(
    { failure, message, position }: SparqlError,
    { source }: Question,
    { added }: PreparedQuery,
    paths: readonly string[],
  ): void {
    const isOfQuery = failure === 'malformed' || failure === 'timeout';
    const asked = this.options.endpoint ?? paths.join(' ');
    const place = position
      ? { source, line: position.line - added, column: position.column }
      : { source: isOfQuery ? source : asked };
    const advice = failure === 'timeout' ? ' Ask for less, or give it more with --time-limit.' : '';
    this.problem(
      { code: codes[failure], severity: 'error', message: message + advice, place },
      exits[failure],
    );
  }

  private fail(code: string, exit: ExitCode, source: string, message: string): null {
    this.problem({ code, severity: 'error', message, place: { source } }, exit);
    return null;
  }

  private problem(problem: Problem, code = exitCodeOf(problem)): void {
    this.environment.console.problem(problem);
    this.code = worse(this.code, code);
  }
}

const codes: Readonly<Record<SparqlFailure, string>> = {
  malformed: 'malformed-query',
  timeout: 'query-timeout',
  'too-large': 'too-large',
  busy: 'busy',
  cancelled: 'cancelled',
  refused: 'not-authorized',
  unavailable: 'unavailable',
};

const exits: Readonly<Record<SparqlFailure, ExitCode>> = {
  malformed: exitCode.usage,
  timeout: exitCode.tempFail,
  'too-large': exitCode.badInput,
  busy: exitCode.tempFail,
  cancelled: exitCode.tempFail,
  refused: exitCode.usage,
  unavailable: exitCode.ioError,
};

async function textOf(stream: NodeJS.ReadStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}
