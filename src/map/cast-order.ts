/**
 * Which side performs where a sign parts two names: "A – B" stands either way round. It is decided over a whole list, by whom
 * the article knows to perform, by how the sides are written, and by what the items agree on.
 */
import type { Text } from '../article.js';
import { slice } from '../article.js';
import { isName } from '../value/name.js';
import type { Order } from '../value/role.js';
import type { Performances } from './performances.js';

/** The two sides of an item or a row, as they stand. */
export interface Pair {
  readonly first: Text;
  readonly second: Text;
}

/** What speaks for an order: above 0 the first side performs, below 0 the second. */
interface Evidence {
  /** Of what the article says of the names. */
  readonly known: number;
  /** Of how they are written: a name of several words beside "the innkeeper" or "Kim". */
  readonly shape: number;
  /** Of which is a link. */
  readonly link: number;
}

/** As many pairs that are all written alike show by that which side performs. */
const fewestAlike = 3;

/** How many times as many items must agree as differ. */
const clearMajority = 3;

/**
 * The order of each pair of a list or table, null where it cannot be told.
 *
 * @param hasPerformers whether one side of each performs for certain
 */
export function ordersOf(
  cast: Performances,
  pairs: readonly Pair[],
  hasPerformers = false,
): readonly (Order | null)[] {
  const hint = cast.orders.size === 1 ? ([...cast.orders][0] as Order) : null;
  const found = agreedOrders(cast, pairs, hint, hasPerformers);
  for (const order of found) if (order) cast.orders.add(order);
  return found;
}

/** @param hint the order of other lists of the same cast, where they all agree */
function agreedOrders(
  cast: Performances,
  pairs: readonly Pair[],
  hint: Order | null,
  hasPerformers: boolean,
): readonly (Order | null)[] {
  const evidence = pairs.map((pair) => evidenceOf(cast, pair));
  const known = balance(evidence.map((one) => one.known));
  if (known.for > 0 && known.against > 0) return evidence.map((one) => orderAmongMixed(one, known));
  const shape = balance(evidence.map((one) => one.shape));
  if (known.for + known.against > 0) {
    const sign = known.for > 0 ? 1 : -1;
    const opposed = sign > 0 ? shape.against : shape.for;
    const agreeing = known.for + known.against + (sign > 0 ? shape.for : shape.against);
    // One name that is known does not outweigh a list that is written the other way round.
    if (opposed > agreeing) return pairs.map(() => null);
    const isFirm = known.for + known.against > 1 || opposed === 0;
    return evidence.map((one) => (isFirm || one.known !== 0 || one.shape * sign >= 0 ? orderOf(sign) : null));
  }
  const sign = leaning(shape);
  if (sign === 0 || Math.abs(shape.for - shape.against) < Math.min(2, pairs.length))
    return pairs.map(() => null);
  // Roles on one side of all of them, and full names on the other.
  const isUnanimous =
    hasPerformers && pairs.length >= fewestAlike && shape.for + shape.against === pairs.length;
  const isConfirmed =
    leaning(balance(evidence.map((one) => one.link))) === sign || hint === orderOf(sign) || isUnanimous;
  return evidence.map((one) => (isConfirmed && one.shape * sign >= 0 ? orderOf(sign) : null));
}

/** Whether those whom the article knows to perform all stand on the second side. */
export function areKnownTheOtherWay(cast: Performances, pairs: readonly Pair[]): boolean {
  const known = balance(pairs.map((pair) => evidenceOf(cast, pair).known));
  return known.against > 0 && known.for === 0;
}

/** In a list that stands both ways round an item counts for itself, where all that is seen of it agrees. */
function orderAmongMixed({ known, shape }: Evidence, all: Balance): Order | null {
  const isUsual = known > 0 ? all.for >= clearMajority * all.against : all.against >= clearMajority * all.for;
  return known !== 0 && (shape === known || (isUsual && shape === 0)) ? orderOf(known) : null;
}

function orderOf(sign: number): Order {
  return sign > 0 ? 'performer-first' : 'character-first';
}

interface Balance {
  readonly for: number;
  readonly against: number;
}

function balance(signs: readonly number[]): Balance {
  return { for: signs.filter((one) => one > 0).length, against: signs.filter((one) => one < 0).length };
}

function leaning(all: Balance): number {
  if (all.for > 0 && all.for >= clearMajority * all.against) return 1;
  return all.against > 0 && all.against >= clearMajority * all.for ? -1 : 0;
}

function evidenceOf(cast: Performances, { first, second }: Pair): Evidence {
  const known = (text: Text, other: Text): boolean => cast.knows(text) || isOfFiction(cast, other);
  const [one, other] = [known(first, second), known(second, first)];
  const [left, right] = [shapeOfSide(cast, first), shapeOfSide(cast, second)];
  const isLink = ({ links = [] }: Text): boolean => links.some(({ target }) => target !== undefined);
  return {
    known: Number(one && !isOfFiction(cast, first)) - Number(other && !isOfFiction(cast, second)),
    shape: Number(left === 'name' && right === 'role') - Number(left === 'role' && right === 'name'),
    link: Number(isLink(first)) - Number(isLink(second)),
  };
}

/** Whether a side can only be somebody who is played: a link says so, or a word such as "himself". */
function isOfFiction({ draft, spec }: Performances, { value, links = [] }: Text): boolean {
  return (
    spec.selves.includes(value.toLowerCase()) ||
    links.some(({ target }) => target !== undefined && draft.isOfFiction(target))
  );
}

/** How a side is written: as people's names are, as what only describes a role, or as either. */
export function shapeOfSide({ spec, draft: { mappings } }: Performances, text: Text): 'name' | 'role' | null {
  const head = slice(text, 0, text.value.search(/[,(;:–—]|\s-\s|$/u)).value;
  const words = head.split(/\s+/);
  const [first = ''] = words;
  const isTitled = spec.titles.includes(first.replace(/\.$/, '').toLowerCase());
  // "Chief of Police", "Woman in the bar"
  if (isTitled || /^\p{Ll}/u.test(first) || words.slice(1).some((word) => spec.inside.includes(word)))
    return 'role';
  // Scripts without spaces between names do not show it.
  if (words.length === 1) return /\p{Lo}/u.test(head) ? null : 'role';
  return isName(head, 'person', mappings.tables) ? 'name' : 'role';
}

/** "Chief of Police", "Woman in the bar" */
