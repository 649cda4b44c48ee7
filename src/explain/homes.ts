/** Where statements and problems are shown: with the words of a unit, with a part, or with neither. */
import type { ExplainedProblem, ExplainedStatement } from './explanation.js';
import type { Found, Wanted } from './find-words.js';
import { findWords } from './find-words.js';
import { PartFinder } from './part-finder.js';
import type { Mark, Pin } from './pieces.js';
import type { SourceLines } from './source-lines.js';
import type { PartWords, UnitText, UnitWords } from './units.js';

/** A statement, and what its place follows from. */
export interface Placeable extends ExplainedStatement {
  /** Whether it is about all words of a part. */
  readonly isWide: boolean;
  /** Whether an option says it, and not the article. */
  readonly isOfOption: boolean;
}

export interface Homes {
  readonly marks: Shelf<UnitText, Mark>;
  readonly pins: Shelf<UnitText, Pin>;
  readonly unitStatements: Shelf<UnitWords, number>;
  readonly partStatements: Shelf<PartWords, number>;
  readonly unitProblems: Shelf<UnitWords, number>;
  readonly partProblems: Shelf<PartWords, number>;
  readonly elsewhere: readonly number[];
  readonly problemsElsewhere: readonly number[];
}

/** What is kept for whom, in the order in which it came. */
export class Shelf<Owner extends object, Thing> {
  private readonly kept = new Map<Owner, Thing[]>();

  put(owner: Owner, thing: Thing): void {
    const known = this.kept.get(owner);
    if (known) known.push(thing);
    else this.kept.set(owner, [thing]);
  }

  of(owner: Owner): readonly Thing[] {
    return this.kept.get(owner) ?? [];
  }
}

interface Owner {
  readonly unit: UnitWords;
  readonly part: PartWords;
}

/** The units and parts that hold words of a statement. */
class Owners {
  isOneUnit = true;
  /** Null where there are several. */
  onlyPart: PartWords | null;

  constructor(readonly first: Owner) {
    this.onlyPart = first.part;
  }

  add({ unit, part }: Owner): void {
    if (unit !== this.first.unit) this.isOneUnit = false;
    if (part !== this.first.part) this.onlyPart = null;
  }
}

export function findHomes(
  parts: readonly PartWords[],
  statements: readonly Placeable[],
  problems: readonly ExplainedProblem[],
  lines: SourceLines,
): Homes {
  const finder = new HomeFinder(parts);
  return { ...finder.ofStatements(statements), ...finder.ofProblems(problems, lines) };
}

class HomeFinder {
  private readonly texts: UnitText[] = [];
  private readonly owners: Owner[] = [];
  private readonly partFinder: PartFinder;

  constructor(parts: readonly PartWords[]) {
    this.partFinder = new PartFinder(parts);
    for (const part of parts) {
      for (const unit of part.units) {
        for (const text of unit.texts) {
          this.texts.push(text);
          this.owners.push({ unit, part });
        }
      }
    }
  }

  ofStatements(
    statements: readonly Placeable[],
  ): Pick<Homes, 'marks' | 'unitStatements' | 'partStatements' | 'elsewhere'> {
    const wanted = statements.flatMap(({ span }, statement) =>
      span ? [{ from: span.begin, to: span.end, statement }] : [],
    );
    const found = [...findWords(this.texts, wanted)].sort((a, b) => a.text - b.text);
    const owners = this.ownersOf(found);
    const marks = new Shelf<UnitText, Mark>();
    const unitStatements = new Shelf<UnitWords, number>();
    const partStatements = new Shelf<PartWords, number>();
    const elsewhere: number[] = [];
    const wide = new Set<number>();
    const unitOf = unitsOfSubjects(statements, owners);
    for (const [index, statement] of statements.entries()) {
      const own = owners.get(index);
      const unit = own ? ownUnit(statement, own) : freeUnit(statement, unitOf);
      const part = own ? own.onlyPart : statement.span && this.partFinder.at(statement.span.begin);
      if (own && !unit) wide.add(index);
      if (unit) unitStatements.put(unit, index);
      else if (part) partStatements.put(part, index);
      else elsewhere.push(index);
    }
    for (const { wanted: one, text, begin, end } of found) {
      const { statement } = one;
      const isFact = statements[statement]?.isFact === true;
      marks.put(this.texts[text] as UnitText, { begin, end, statement, isFact, isWide: wide.has(statement) });
    }
    return { marks, unitStatements, partStatements, elsewhere };
  }

  ofProblems(
    problems: readonly ExplainedProblem[],
    lines: SourceLines,
  ): Pick<Homes, 'pins' | 'unitProblems' | 'partProblems' | 'problemsElsewhere'> {
    const offsets = problems.map(({ line, column }) => lines.offset(line, column));
    const wanted = offsets.flatMap((from, problem) =>
      from === null ? [] : [{ from, to: from + 1, problem }],
    );
    const pins = new Shelf<UnitText, Pin>();
    const unitProblems = new Shelf<UnitWords, number>();
    const partProblems = new Shelf<PartWords, number>();
    const placed = new Set<number>();
    for (const { wanted: one, text, begin } of findWords(this.texts, wanted)) {
      // A cell that is shown in several rows has its problems where it stands.
      if (placed.has(one.problem)) continue;
      placed.add(one.problem);
      pins.put(this.texts[text] as UnitText, { at: begin, problem: one.problem });
      unitProblems.put((this.owners[text] as Owner).unit, one.problem);
    }
    const problemsElsewhere: number[] = [];
    for (const [problem, offset] of offsets.entries()) {
      if (placed.has(problem)) continue;
      const part = offset === null ? null : this.partFinder.at(offset);
      if (part) partProblems.put(part, problem);
      else problemsElsewhere.push(problem);
    }
    return { pins, unitProblems, partProblems, problemsElsewhere };
  }

  /** The owners of the words of each statement. */
  private ownersOf(found: readonly Found<{ readonly statement: number } & Wanted>[]): Map<number, Owners> {
    const owners = new Map<number, Owners>();
    for (const { wanted, text } of found) {
      const owner = this.owners[text] as Owner;
      const known = owners.get(wanted.statement);
      if (known) known.add(owner);
      else owners.set(wanted.statement, new Owners(owner));
    }
    return owners;
  }
}

/** The unit whose words a statement was read from. A fact whose words go on in the next is shown where they begin. */
function ownUnit({ isWide, isFact }: Placeable, { first, isOneUnit }: Owners): UnitWords | undefined {
  return !isWide && (isFact || isOneUnit) ? first.unit : undefined;
}

/** Where a statement without words is shown: with what it is about. */
function freeUnit(
  { span, isOfOption, subject }: Placeable,
  unitOf: ReadonlyMap<string, UnitWords>,
): UnitWords | undefined {
  return span || isOfOption ? undefined : unitOf.get(subject.iri);
}

/** The unit in which each subject is first spoken of. */
function unitsOfSubjects(
  statements: readonly Placeable[],
  owners: ReadonlyMap<number, Owners>,
): Map<string, UnitWords> {
  const units = new Map<string, UnitWords>();
  for (const [statement, { subject, isWide }] of statements.entries()) {
    const unit = owners.get(statement)?.first.unit;
    if (unit && !isWide && !units.has(subject.iri)) units.set(subject.iri, unit);
  }
  return units;
}
