/** An explanation for a terminal. */
import { printable } from '../source/printable.js';
import { percentages } from './coverage.js';
import type { Coverage, Explanation, Part, Piece, Unit } from './explanation.js';
import {
  byRule,
  countWords,
  cut,
  lacksFact,
  meanings,
  noFact,
  objectWords,
  partTitle,
  problemPlace,
  wordsOfEach,
} from './wording.js';
import type { Run } from './wrap.js';
import { columns, wrap } from './wrap.js';

export interface TextOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly isColored: boolean;
}

/** SGR parameters. */
const styles = {
  strong: '1',
  faint: '2',
  fact: '32',
  predicate: '36',
  error: '31',
  warning: '33',
  info: '36',
} as const;

const longestObject = 120;
const longestWords = 60;
const indent = 2;

/** Pure: the same explanation and options give the same text; it ends with a line break. */
export function writeText(explanation: Explanation, options: TextOptions): string {
  return `${new TextWriter(explanation, options).lines().join('\n')}\n`;
}

class TextWriter {
  constructor(
    private readonly explanation: Explanation,
    private readonly options: TextOptions,
  ) {}

  lines(): string[] {
    const { title, source, kind, parts, elsewhere, problemsElsewhere } = this.explanation;
    const about = [source, kind ?? 'of no known kind', countWords(this.explanation)].join(' · ');
    return [
      ...this.wrapped([run(title, styles.strong)], 0),
      ...this.wrapped([run(about, styles.faint)], 0),
      '',
      ...this.coverage(),
      ...parts.flatMap((part) => ['', ...this.part(part)]),
      ...(elsewhere.length + problemsElsewhere.length > 0
        ? [
            '',
            this.heading('Elsewhere'),
            ...this.statements(elsewhere, new Map()),
            ...this.problems(problemsElsewhere, new Map()),
          ]
        : []),
    ];
  }

  /** A line a part: how many of its characters stand behind what. */
  private coverage(): string[] {
    const { parts, coverage } = this.explanation;
    const width = this.options.width - 44;
    const cells = (name: string, values: readonly string[]): string =>
      pad(printable(cut(name, width - 1)), width) + values.map((value) => value.padStart(11)).join('');
    const row = (name: string, own: Coverage): string => {
      const { fact, structure, nothing } = percentages(own);
      const shares = [fact, structure, nothing].map((share) => `${share} %`);
      return cells(name, [...shares, String(own.fact + own.structure + own.nothing)]).trimEnd();
    };
    const head = cells('characters behind', ['fact', 'structure', 'nothing', 'of']);
    const legend = (['fact', 'structure'] as const).map((reading) => `${reading}: ${meanings[reading]}`);
    return [
      this.paint(head, styles.faint),
      ...parts.map((part) =>
        row(`${'  '.repeat(Math.max(0, part.level - 2))}${partTitle(part)}`, part.coverage),
      ),
      this.paint(row('all', coverage), styles.strong),
      ...this.wrapped([run(legend.join('; '), styles.faint)], 0),
    ];
  }

  private part(part: Part): string[] {
    return [
      this.heading(partTitle(part)),
      ...this.statements(part.statements, new Map()),
      ...this.problems(part.problems, new Map()),
      ...part.units.flatMap((unit, i) => [
        ...(unit.block !== (part.units[i - 1]?.block ?? unit.block) && unit.type !== 'field' ? [''] : []),
        ...this.unit(unit),
      ]),
    ];
  }

  private unit(unit: Unit): string[] {
    const lacks = lacksFact(unit);
    const sign = unit.hasFact ? run('● ', styles.fact) : run(lacks ? '○ ' : '· ', styles.faint);
    const note = lacks ? [run(` (${noFact})`, styles.faint)] : [];
    const words = unit.words.flatMap(({ role, pieces }, i) => [
      ...(i === 0 ? [] : [run(separator(unit, i), styles.faint)]),
      ...pieces.map((piece) => run(piece.text, role === 'label' ? styles.strong : styleOf(piece))),
    ]);
    const depth = indent * (unit.level - 1);
    const own = wordsOfEach(unit);
    return [
      ...this.wrapped([sign, ...words, ...note], Math.min(depth, this.options.width / 2), indent),
      ...this.statements(unit.statements, own.statements),
      ...this.problems(unit.problems, own.problems),
    ];
  }

  private statements(indexes: readonly number[], words: ReadonlyMap<number, string>): string[] {
    const { statements: all } = this.explanation;
    return byRule(indexes, all).flatMap(({ rule, statements }) => [
      ...this.wrapped([run(rule, styles.faint)], 2 * indent),
      ...statements.flatMap((index) => this.statement(index, words.get(index))),
    ]);
  }

  private statement(index: number, words: string | undefined): string[] {
    const statement = this.explanation.statements[index];
    if (!statement) return [];
    const { subject, predicate, object, evidence = [] } = statement;
    const { words: value, kind } = objectWords(object, longestObject);
    // What the object or the subject shows already need not be said again.
    const shown = [value.replace(/^“|”$/g, ''), subject.label];
    const from =
      words === undefined || shown.includes(cut(words, longestObject)) ? '' : cut(words, longestWords);
    return this.wrapped(
      [
        run(`${cut(subject.label, longestObject)} `),
        run(`${predicate.label} `, styles.predicate),
        run(value),
        ...(kind === '' ? [] : [run(` ${kind}`, styles.faint)]),
        ...(from === '' ? [] : [run(` ← ${from}`, styles.faint)]),
        ...evidence.map(({ label }) => run(` [source: ${cut(label, longestObject)}]`, styles.faint)),
      ],
      3 * indent,
      2 * indent,
    );
  }

  private problems(indexes: readonly number[], words: ReadonlyMap<number, string>): string[] {
    return indexes.flatMap((index) => {
      const problem = this.explanation.problems[index];
      if (!problem) return [];
      const about = words.get(index);
      const place = [problemPlace(problem), about === undefined ? '' : `“${cut(about, longestWords)}”`]
        .filter((part) => part !== '')
        .join(' ');
      return this.wrapped(
        [
          run(`! ${problem.severity}`, styles[problem.severity]),
          run(`${place === '' ? '' : ` ${place}`}: ${problem.message} [${problem.code}]`),
        ],
        2 * indent,
        indent,
      );
    });
  }

  private heading(title: string): string {
    const name = printable(cut(title, this.options.width - 4));
    const rule = '─'.repeat(Math.max(0, this.options.width - columns(name) - 1));
    return `${this.paint(name, styles.strong)} ${this.paint(rule, styles.faint)}`;
  }

  private wrapped(runs: readonly Run[], first: number, hanging = 0): string[] {
    return wrap(runs, { ...this.options, first, rest: first + hanging });
  }

  private paint(text: string, style: string): string {
    return this.options.isColored ? `\u001b[${style}m${text}\u001b[0m` : text;
  }
}

function run(text: string, style = ''): Run {
  return { text, style };
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

function styleOf({ reading, statements }: Piece): string {
  if (reading === 'fact') return statements.length > 0 ? styles.fact : '';
  return reading === 'nothing' ? styles.faint : '';
}

/** Between a label and its value, between values, between cells. */
function separator({ type, words }: Unit, index: number): string {
  if (type === 'row' || type === 'header') return ' | ';
  return words[index - 1]?.role === 'label' ? ': ' : '; ';
}
