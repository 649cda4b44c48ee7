/** What the table of links says, in the form in which it is asked. */
import { labelKey } from './label-key.js';
import type { LinksTable } from './mapping-schema.js';

/** A catalogue with its pattern compiled. */
type Catalogue = LinksTable['entries']['catalogues'][number] & { readonly found: RegExp };

/** Who gives numbers to people, works and the like. */
export interface Authority {
  readonly scheme: string;
  /** The address of an entry, with `{id}` for its number. */
  readonly address: string;
  /** The whole of a number. */
  readonly whole: RegExp;
}

export interface LinkWords {
  readonly headings: ReadonlySet<string>;
  /** Headings of what is only called alike. */
  readonly alike: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
  readonly subject: readonly string[];
  /** What stands behind the name of what is catalogued: " at IMDb". */
  readonly behind: RegExp;
  readonly catalogues: readonly Catalogue[];
  /** By the parameters that give their numbers, in lower case. */
  readonly authorities: ReadonlyMap<string, Authority>;
  /** The labels of fields that hold the file of a picture of the subject, with those of the words below it. */
  readonly pictures: ReadonlyMap<string, ReadonlySet<string>>;
}

export function compileLinks(table: LinksTable['entries']): LinkWords {
  return {
    headings: new Set(table.headings.map(labelKey)),
    alike: new Set(table.alike.map(labelKey)),
    own: new Set(table.own),
    subject: table.subject,
    behind: new RegExp(`(?:^|\\s)(?:${table.prepositions.join('|')})\\s.*$`, 'is'),
    pictures: new Map(
      table.pictures.flatMap(({ files, captions }) => {
        const keys = new Set(captions.map(labelKey));
        return files.map((label) => [labelKey(label), keys] as const);
      }),
    ),
    authorities: new Map(
      table.authorities.flatMap(({ parameters, pattern, ...one }) => {
        const authority = { ...one, whole: new RegExp(`^(?:${pattern})$`) };
        return parameters.map((name) => [name.toLowerCase(), authority] as const);
      }),
    ),
    catalogues: table.catalogues.map((one) => ({
      ...one,
      found: new RegExp(`^https?://(?:www\\.|m\\.)?${one.pattern}(?=[/?#]|$)`, 'i'),
    })),
  };
}
