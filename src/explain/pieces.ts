/** Cuts words where what was read from them changes. */
import type { Piece, Reading } from './explanation.js';
import type { UnitText } from './units.js';

/** A stretch of words, in UTF-16 units, that a statement was read from. */
export interface Mark {
  readonly begin: number;
  readonly end: number;
  readonly statement: number;
  readonly isFact: boolean;
  /** Whether it belongs to the whole part and not to these words. */
  readonly isWide: boolean;
}

/** Where words begin that a problem is about. */
export interface Pin {
  readonly at: number;
  readonly problem: number;
}

interface Change {
  readonly at: number;
  readonly mark: Mark;
  readonly opens: boolean;
}

export function cutPieces(
  { value, begin, end }: UnitText,
  marks: readonly Mark[],
  pins: readonly Pin[],
): Piece[] {
  const changes = marks
    .flatMap((mark): Change[] => [
      { at: mark.begin, mark, opens: true },
      { at: mark.end, mark, opens: false },
    ])
    .sort((a, b) => a.at - b.at);
  const pinned = new Map<number, number[]>();
  for (const { at, problem } of pins) pinned.set(at, [...(pinned.get(at) ?? []), problem]);
  const cuts = [...new Set([begin, ...changes.map(({ at }) => at), ...pinned.keys(), end])]
    .filter((at) => at >= begin && at <= end)
    .sort((a, b) => a - b);
  const open = new OpenMarks();
  const pieces: Piece[] = [];
  let next = 0;
  for (const [i, at] of cuts.entries()) {
    for (let change = changes[next]; change && change.at <= at; change = changes[++next])
      open.apply(change.mark, change.opens);
    const until = cuts[i + 1];
    if (until === undefined) break;
    const problems = pinned.get(at) ?? [];
    add(pieces, {
      text: value.slice(at, until),
      reading: open.reading,
      statements: open.statements,
      problems,
    });
  }
  return pieces;
}

/** Two pieces that show the same are one. */
function add(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  const isSame =
    last !== undefined &&
    piece.problems.length === 0 &&
    last.reading === piece.reading &&
    last.statements.length === piece.statements.length &&
    last.statements.every((statement, i) => statement === piece.statements[i]);
  if (isSame) pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
  else pieces.push(piece);
}

/** The marks that words stand in. A statement may have several of them, one behind the other. */
class OpenMarks {
  private readonly own = new Map<number, number>();
  private readonly counts: Record<Reading, number> = { fact: 0, structure: 0, nothing: 0 };

  apply({ statement, isFact, isWide }: Mark, opens: boolean): void {
    const step = opens ? 1 : -1;
    this.counts[isFact ? 'fact' : 'structure'] += step;
    if (isWide) return;
    const count = (this.own.get(statement) ?? 0) + step;
    if (count === 0) this.own.delete(statement);
    else this.own.set(statement, count);
  }

  get statements(): number[] {
    return [...this.own.keys()].sort((a, b) => a - b);
  }

  get reading(): Reading {
    if (this.counts.fact > 0) return 'fact';
    return this.counts.structure > 0 ? 'structure' : 'nothing';
  }
}
