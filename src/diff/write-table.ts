import type { Quad } from '@rdfjs/types';
import { grouped } from '../entry.js';
import { plural } from '../plural.js';
import { parseTriple } from '../rdf/parse-line.js';
import type { ArticleChanges, Change, ChangeKind } from './article-changes.js';
import { countChanges, isAboutPlaces, kindOf } from './article-changes.js';
import type { ChangeWriter } from './change-writer.js';
import { shortPlace, shortTerm, titleOf } from './short-terms.js';

export interface TableOptions {
  readonly colors: boolean;
  /** Only how many changes each article has. */
  readonly stat: boolean;
  /** Show also statements about the words that others were read from. */
  readonly places: boolean;
}

const signs: Readonly<Record<ChangeKind, string>> = { removed: '-', added: '+', moved: '~' };
const colors: Readonly<Record<ChangeKind | 'heading', string>> = {
  removed: '31',
  added: '32',
  moved: '36',
  heading: '1',
};
const kinds: readonly ChangeKind[] = ['removed', 'added', 'moved'];

/** A change, its statement read. */
interface Row {
  readonly change: Change;
  readonly kind: ChangeKind;
  readonly quad: Quad;
}

/** For people: each article with its statements, those of one property together. */
export function tableWriter({ colors: isColored, stat, places }: TableOptions): ChangeWriter {
  const paint = (color: keyof typeof colors, text: string): string =>
    isColored ? `\u001b[${colors[color]}m${text}\u001b[0m` : text;

  const heading = ({ page, state, changes, isContinued }: ArticleChanges): string => {
    const { added, removed, moved } = countChanges(changes);
    const whole = { removed: ', only in A', added: ', only in B', changed: '' }[state];
    const more = isContinued ? ', continued' : '';
    return `${paint('heading', titleOf(page))} <${page}> +${added} -${removed} ~${moved}${whole}${more}\n`;
  };

  const line = ({ change, kind, quad }: Row, from: number): string => {
    const { subject, predicate, object } = quad;
    const words = [shortTerm(subject), shortTerm(predicate), shortTerm(object, from)].join(' ');
    return `${paint(kind, `  ${signs[kind]} ${words}${kind === 'moved' ? moveOf(change) : ''}`)}\n`;
  };

  return {
    begin: () => '',
    article(changes) {
      if (stat) return heading(changes);
      const shown = places ? changes.changes : changes.changes.filter((change) => !isAboutPlaces(change));
      const hidden = changes.changes.length - shown.length;
      const lines = groupsOf(shown.map(rowOf)).flatMap((group) => {
        const from = firstDifference(group);
        return group.map((row) => line(row, from));
      });
      const note =
        hidden === 0 ? '' : `  … ${plural(hidden, 'statement')} about the words of the source (--places)\n`;
      return `${heading(changes)}${lines.join('')}${note}\n`;
    },
    end: () => '',
  };
}

function rowOf(change: Change): Row {
  return { change, kind: kindOf(change), quad: parseTriple(change.triple) };
}

/** Of one subject and property what went, came, and moved, in this order. */
function groupsOf(rows: readonly Row[]): Row[][] {
  const groups = grouped(rows, ({ quad }) => `${quad.subject.value} ${quad.predicate.value}`);
  return [...groups.values()].map((group) =>
    kinds.flatMap((kind) => group.filter((row) => row.kind === kind)),
  );
}

/** Where one literal that took another's place begins to differ from it. */
function firstDifference(group: readonly Row[]): number {
  const [one, other] = group.filter(({ kind }) => kind !== 'moved').map(({ quad }) => quad.object.value);
  if (one === undefined || other === undefined || group.length !== 2) return 0;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

function moveOf({ removed, added }: Change): string {
  const from = removed.map(shortPlace).join(', ');
  const to = added.map(shortPlace).join(', ');
  if (from === '') return ` [also read at ${to}]`;
  return to === '' ? ` [no longer read at ${from}]` : ` [${from} → ${to}]`;
}
