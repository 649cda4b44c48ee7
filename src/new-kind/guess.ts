/** What a parameter is likely to mean, by what other kinds call so and by what its values look like. */
import type { Text } from '../article.js';
import { entry } from '../entry.js';
import type { FieldMapping, Mappings } from '../map/compile-mappings.js';
import { readsAs } from '../map/reads-as.js';
import { schema } from '../rdf/vocabulary.js';
import type { Parameter } from './parameter-uses.js';

export type Guess =
  /** A field of the library, by its id; what it means, as other things may be called so too. */
  | { readonly sort: 'library'; readonly id: string; readonly read: number; readonly means: string }
  /** One of its own, with the type of its value. */
  | { readonly sort: 'own'; readonly value: (typeof types)[number]; readonly read: number }
  /** Other kinds say that it means nothing. */
  | { readonly sort: 'ignored' }
  | { readonly sort: 'unknown' };

/** Types that a value may show itself to be of; of several that read as many, the first. */
const types = [
  'url',
  'coordinates',
  'date',
  'money',
  'quantity',
  'count',
  'code',
  'place',
  'thing',
  'text',
] as const;

/** Options that a type has in a draft, where it is hardly right without. */
export const draftOptions: { readonly [Type in (typeof types)[number]]?: Readonly<Record<string, string>> } =
  {
    place: { commas: 'outward' },
  };

/** The share of the uses that must be read by a type. */
const leastShare = 0.8;

/** Longer words are hardly a value. */
const longestText = 60;

export class Guesser {
  /**
   * @param library what the library's fields mean, by id
   * @param suits whether the kind's class may have a property
   */
  constructor(
    private readonly mappings: Mappings,
    private readonly library: ReadonlyMap<string, string>,
    private readonly suits: (property: string) => boolean,
  ) {}

  guess(parameter: Parameter): Guess {
    const { ids, ignoring } = this.votes(parameter.name);
    const known = [...ids].sort(([, a], [, b]) => b.roots.size - a.roots.size);
    if (ignoring > (known[0]?.[1].roots.size ?? 0)) return { sort: 'ignored' };
    for (const [id, { field }] of known) {
      const read = this.read(field, parameter);
      if (isEnough(read, parameter)) return { sort: 'library', id, read, means: this.library.get(id) ?? '' };
    }
    return this.byValues(parameter);
  }

  /** As what the other kinds know such a label; those that are sorts of one kind count once. */
  private votes(name: string) {
    const ids = new Map<string, { readonly roots: Set<string>; readonly field: FieldMapping }>();
    const ignoring = new Set<string>();
    for (const { claims, file } of this.mappings.kinds) {
      const claim = claims.find(name);
      const root = file.line.at(-1) as string;
      if (claim?.sort === 'ignored') ignoring.add(root);
      if (claim?.sort !== 'field' || !this.library.has(claim.field.id)) continue;
      const { field } = claim;
      if (this.suits(field.property.value))
        entry(ids, field.id, () => ({ roots: new Set<string>(), field })).roots.add(root);
    }
    return { ids, ignoring: ignoring.size };
  }

  private byValues(parameter: Parameter): Guess {
    const read = types.map((value) => ({ value, read: this.readBy(value, parameter) }));
    const best = read.reduce((one, other) => (other.read > one.read ? other : one));
    return isEnough(best.read, parameter) ? { sort: 'own', ...best } : { sort: 'unknown' };
  }

  private readBy(value: (typeof types)[number], parameter: Parameter): number {
    if (value === 'text' && !parameter.uses.every(({ field }) => field.values.every(isShort))) return 0;
    if (value === 'code' && !parameter.uses.every(({ field }) => field.values.every(hasDigit))) return 0;
    // Words around a link that are a country say that it is a place.
    if (
      value === 'place' &&
      !parameter.uses.some(({ field }) => field.values.some((text) => this.isInCountry(text)))
    )
      return 0;
    // Any words may be the name of something: only links show that they are.
    if (value === 'thing' && !parameter.uses.some(({ field }) => field.values.some(isLink))) return 0;
    const mapping = {
      id: 'guess',
      property: schema.mentions,
      value,
      isSign: false,
      options: draftOptions[value] ?? {},
      bounds: null,
    };
    return this.read(mapping, parameter);
  }

  private isInCountry({ value }: Text): boolean {
    const { countries } = this.mappings.tables;
    const parts = value.split(',').map((part) => part.trim().toLowerCase());
    return parts.length > 1 && countries.has(parts.at(-1) as string);
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
