/** Messages for people and for programs. Data goes to stdout; everything said about it goes to stderr. */
import type { Problem, Severity } from '../problem.js';
import { formatPlace } from '../problem.js';
import { printable } from '../source/printable.js';
import { plainResult } from '../validate/report-json.js';
import { formatResult } from '../validate/report-text.js';
import type { ValidationResult } from '../validate.js';

export interface ConsoleOptions {
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly json: boolean;
}

const colors: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36' };

export class Console {
  private readonly colored: boolean;
  /** What stands in the last line of a terminal while work goes on; empty where nothing does. */
  private statusLine = '';

  constructor(
    private readonly options: ConsoleOptions,
    private readonly stderr: NodeJS.WriteStream,
    private readonly environment: NodeJS.ProcessEnv,
  ) {
    this.colored = this.isColored(stderr);
  }

  /** Whether what is written to a stream for people may have colours (https://no-color.org/). */
  isColored(stream: NodeJS.WriteStream): boolean {
    return stream.isTTY === true && (this.environment.NO_COLOR ?? '') === '' && !this.options.json;
  }

  /** Errors always; warnings unless quiet; what is only worth knowing where --verbose asks for it. */
  problem(problem: Problem): void {
    const { severity, message, code, place } = problem;
    if (this.options.json) {
      this.line(JSON.stringify({ type: 'problem', ...problem }));
      return;
    }
    if (
      severity === 'info'
        ? !this.options.verbose || this.options.quiet
        : severity === 'warning' && this.options.quiet
    )
      return;
    this.line(
      `${printable(formatPlace(place))}: ${this.paint(severity, severity)}: ${printable(message)} [${code}]`,
    );
  }

  /** A validation result: violations always, others unless quiet. */
  result(result: ValidationResult): void {
    if (this.options.json) this.line(JSON.stringify({ type: 'result', ...plainResult(result) }));
    else if (result.severity === 'violation' || !this.options.quiet) {
      const text = formatResult(result).split('\n').map(printable).join('\n');
      this.line(
        text.replace(result.severity, (word) => this.paint(word === 'violation' ? 'error' : 'warning', word)),
      );
    }
  }

  /** A record for programs, or lines for people. */
  tell(record: object, lines: readonly string[]): void {
    if (this.options.json) this.line(JSON.stringify(record));
    else if (!this.options.quiet) for (const line of lines) this.line(line);
  }

  /** A record for programs that is told as JSON whatever the options, for commands whose messages are data. */
  record(record: object): void {
    this.line(JSON.stringify(record));
  }

  /** Shows how far the work is: on a terminal in a line of its own that the next one replaces. */
  progress(record: object, text: string): void {
    if (this.options.json) this.line(JSON.stringify(record));
    else if (this.options.quiet) return;
    else if (!this.isTerminal) this.line(text);
    else {
      this.clearStatus();
      this.statusLine = printable(text).slice(0, (this.stderr.columns ?? 80) - 1);
      this.stderr.write(this.statusLine);
    }
  }

  /** Takes the line of {@link progress} away. */
  clearStatus(): void {
    if (this.statusLine !== '') this.stderr.write('\r\u001b[K');
    this.statusLine = '';
  }

  get isTerminal(): boolean {
    return this.stderr.isTTY === true && !this.options.json;
  }

  paint(severity: Severity, text: string): string {
    return this.colored ? `\u001b[${colors[severity]}m${text}\u001b[0m` : text;
  }

  private line(text: string): void {
    const status = this.statusLine;
    this.clearStatus();
    this.stderr.write(`${text}\n${status}`);
    this.statusLine = status;
  }
}
