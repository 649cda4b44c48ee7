import type { Statement } from '../statement.js';

/**
 * The statements that a graph has already, each with the words and the rule that made it.
 *
 * They are found by where their words begin, and compared; a text that tells one from all others would be as long as the
 * longest literal, and made anew for each.
 */
export class StatedOnce {
  private readonly byBegin = new Map<number | string, Statement[]>();
  private readonly keys = new Map<number | string, Set<string>>();

  /** Whether a statement is new; from then on it is not. */
  add(statement: Statement): boolean {
    // Without words, it is found by what it is about.
    const begin = statement.span?.begin ?? statement.subject.value;
    const others = this.byBegin.get(begin);
    if (!others) this.byBegin.set(begin, [statement]);
    else if (others.length < fewStatements) {
      for (const other of others) if (isSame(other, statement)) return false;
      others.push(statement);
    } else return this.addKey(begin, others, statement);
    return true;
  }

  /** Many statements of the same words, or of none, are told apart by a key. */
  private addKey(begin: number | string, others: readonly Statement[], statement: Statement): boolean {
    let keys = this.keys.get(begin);
    if (!keys) {
      keys = new Set(others.map(keyOf));
      this.keys.set(begin, keys);
    }
    const { size } = keys;
    return keys.add(keyOf(statement)).size > size;
  }
}

const fewStatements = 16;

function isSame(a: Statement, b: Statement): boolean {
  return (
    a.span?.end === b.span?.end &&
    a.predicate.value === b.predicate.value &&
    a.rule === b.rule &&
    a.subject.value === b.subject.value &&
    a.object.value === b.object.value &&
    languageOf(a) === languageOf(b)
  );
}

function keyOf(statement: Statement): string {
  const { subject, predicate, object, span, rule } = statement;
  return `${subject.value} ${predicate.value} ${object.value} ${languageOf(statement)} ${span?.end ?? ''} ${rule}`;
}

function languageOf({ object }: Statement): string {
  return 'language' in object ? object.language : '';
}
