/** What a parameter is likely to mean, by what other kinds call so and by what its values look like. */
import type { Text } from '../article.js';
import { entry } from '../entry.js';
import type { FieldMapping, Mappings } from '../map/compile-mappings.js';
import { readsAs } from '../map/reads-as.js';
import { schema } from '../rdf/vocabulary.js';
import type { Parameter } from './parameter-uses.js';

export type Guess =
  /** A field of the library, by its id. */
  | { readonly sort: 'library'; readonly id: string; readonly read: number }
  /** One of its own, with the type of its value. */
  | { readonly sort: 'own'; readonly value: string; readonly read: number }
  /** Other kinds say that it means nothing. */
  | { readonly sort: 'ignored' }
  | { readonly sort: 'unknown' };

/** Types that a value may show itself to be of; of several that read as many, the first. */
const types = ['url', 'coordinates', 'date', 'money', 'quantity', 'count', 'code', 'thing', 'text'] as const;

/** The share of the uses that must be read by a type. */
const leastShare = 0.8;

/** Longer words are hardly a value. */
const longestText = 60;

export class Guesser {
  /**
   * @param library the ids of the library's fields
   * @param suits whether the kind's class may have a property
   */
  constructor(
    private readonly mappings: Mappings,
    private readonly library: ReadonlySet<string>,
    private readonly suits: (property: string) => boolean,
  ) {}

  guess(parameter: Parameter): Guess {
    const { ids, ignoring } = this.votes(parameter.name);
    const known = [...ids].sort(([, a], [, b]) => b.votes - a.votes);
    if (ignoring > (known[0]?.[1].votes ?? 0)) return { sort: 'ignored' };
    for (const [id, { field }] of known) {
      const read = this.read(field, parameter);
      if (isEnough(read, parameter)) return { sort: 'library', id, read };
    }
    return this.byValues(parameter);
  }

  /** As what the other kinds know such a label. */
  private votes(name: string) {
    const ids = new Map<string, { votes: number; field: FieldMapping }>();
    let ignoring = 0;
    for (const { claims } of this.mappings.kinds) {
      const claim = claims.find(name);
      if (claim?.sort === 'ignored') ignoring++;
      if (claim?.sort !== 'field' || !this.library.has(claim.field.id)) continue;
      const { field } = claim;
      if (this.suits(field.property.value)) entry(ids, field.id, () => ({ votes: 0, field })).votes++;
    }
    return { ids, ignoring };
  }

  private byValues(parameter: Parameter): Guess {
    const read = types.map((value) => ({ value, read: this.readBy(value, parameter) }));
    const best = read.reduce((one, other) => (other.read > one.read ? other : one));
    return isEnough(best.read, parameter) ? { sort: 'own', ...best } : { sort: 'unknown' };
  }

  private readBy(value: (typeof types)[number], parameter: Parameter): number {
    if (value === 'text' && !parameter.uses.every(({ field }) => field.values.every(isShort))) return 0;
    if (value === 'code' && !parameter.uses.every(({ field }) => field.values.every(hasDigit))) return 0;
    // Any words may be the name of something: only links show that they are.
    if (value === 'thing' && !parameter.uses.some(({ field }) => field.values.some(isLink))) return 0;
    const mapping = {
      id: 'guess',
      property: schema.mentions,
      value,
      isSign: false,
      options: {},
      bounds: null,
    };
    return this.read(mapping, parameter);
  }

  private read(mapping: FieldMapping, { uses }: Parameter): number {
    return uses.filter(({ field, article }) => readsAs(mapping, field, article, this.mappings)).length;
  }
}

function isEnough(read: number, { uses }: Parameter): boolean {
  return read > 0 && read >= leastShare * uses.length;
}

function isShort({ value }: Text): boolean {
  return value.length <= longestText && !value.includes('\n');
}

function hasDigit({ value }: Text): boolean {
  return /\d/.test(value);
}

/** Whether more of the words are links than not. */
function isLink({ value, links = [] }: Text): boolean {
  return 2 * links.reduce((sum, { begin, end }) => sum + end - begin, 0) > value.length;
}
