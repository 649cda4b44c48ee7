/** What templates do, compiled from mappings/wikitext/templates.yaml. */
import { remembered } from '../../remembered.js';
import type { Format, Tables } from './format.js';
import { compileFormat, wordsOf } from './format.js';
import type { Saying } from './sayings.js';
import { said } from './sayings.js';
import { TemplateNames } from './template-names.js';

/** The `entries` of the table of templates, as the YAML says them. */
export interface TemplateEntries {
  readonly infobox: {
    readonly names: readonly string[];
    readonly titles: readonly string[];
    readonly notes: readonly string[];
  };
  readonly fields: readonly string[];
  readonly hidden: readonly (readonly string[])[];
  readonly pictures: readonly string[];
  readonly pictureOptions: readonly string[];
  readonly descriptions: readonly string[];
  readonly identifiers: readonly string[];
  readonly disambiguation: readonly string[];
  readonly list: readonly string[];
  readonly block: { readonly names: readonly string[]; readonly contents: readonly string[] };
  readonly date: readonly string[];
  readonly dates: readonly string[];
  readonly duration: readonly string[];
  readonly measure: readonly string[];
  readonly percentage: readonly string[];
  readonly coordinates: readonly string[];
  readonly text: readonly TextEntry[];
  readonly tables: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly interwiki: readonly string[];
  readonly languages: readonly string[];
  readonly unshown: readonly string[];
}

export interface TextEntry {
  /** A format, or one by how many parameters without a name are given. */
  readonly show: string | Readonly<Record<string, string>>;
  readonly names?: readonly string[] | undefined;
  readonly link?: string | undefined;
  readonly href?: string | undefined;
  readonly unless?: string | undefined;
  readonly languageSecond?: boolean | undefined;
  readonly codes?: string | undefined;
  readonly language?: string | Readonly<Record<string, string>> | undefined;
  readonly currency?: string | undefined;
  readonly country?: string | undefined;
}

export type TemplateAction =
  | {
      readonly does:
        | 'infobox'
        | 'fields'
        | 'hide'
        | 'picture'
        | 'describe'
        | 'identify'
        | 'disambiguate'
        | 'list'
        | 'block'
        | 'date'
        | 'dates'
        | 'duration'
        | 'measure'
        | 'percentage'
        | 'coordinates';
    }
  | TextAction;

export interface TextAction {
  readonly does: 'show';
  readonly show: Format;
  /** What is shown of so many parameters without a name, where that is another format. */
  readonly shows?: Readonly<Record<string, Format>>;
  readonly link?: Format;
  readonly href?: Format;
  /** The parameter that takes the link away. */
  readonly unless?: string;
  /** Whether the second parameter is the code of a language, which older calls give first. */
  readonly languageSecond?: boolean;
  /** What is said of all the words that it shows. */
  readonly says?: readonly Saying[];
  /** Tags of languages by the names of the parameters that are in them. */
  readonly languages?: Readonly<Record<string, string>>;
}

/** A template's name, what it does, and where its first parameter begins if that stands behind a colon in the name. */
export interface NamedAction {
  /** In lower case, with single spaces. */
  readonly name: string;
  /** Null where the template is not known. */
  readonly action: TemplateAction | null;
  /** Offset in the name as the source writes it, or -1. */
  readonly argument: number;
  /** What the `*` of the name that it is known by stands for; the whole name, if that has none. */
  readonly star: string;
}

/** How many spellings of names are remembered, so that hostile pages cannot fill the memory. */
const mostRemembered = 20_000;

export class Templates {
  /** Fields whose value is the title of an infobox; of those that are given, the one of the least number. */
  readonly titles: ReadonlyMap<string, number>;
  /** Parameters of notices about a page, in lower case, which make no infobox. */
  readonly notes: ReadonlySet<string>;
  /** Named parameters that hold the contents of a template that is a part of the page. */
  readonly contents: ReadonlySet<string>;
  readonly tables: Tables;
  /** Prefixes by which titles lead to other wikis, in lower case. */
  readonly interwiki: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
  /** Words between the bars of a picture that say how it is shown, in lower case. */
  readonly pictureOptions: ReadonlySet<string>;
  private readonly unshown: Pick<ReadonlySet<string>, 'has'>;
  private readonly names = new TemplateNames<TemplateAction>();
  /** By codes, which are written in capitals: `{{AUT}}` is Austria, `{{aut}}` an author. */
  private readonly codes = new Map<string, TemplateAction>();

  /** @param namesNothing whether words name nothing: "TBA" where a name should stand */
  constructor(
    entries: TemplateEntries,
    readonly namesNothing: (words: string) => boolean = () => false,
  ) {
    this.titles = new Map(entries.infobox.titles.map((name, rank) => [name, rank]));
    this.notes = new Set(entries.infobox.notes);
    this.contents = new Set(entries.block.contents);
    this.tables = new Map(
      Object.entries(entries.tables).map(([name, table]) => [name, new Map(Object.entries(table))]),
    );
    this.interwiki = new Set(entries.interwiki);
    this.languages = new Set(entries.languages);
    this.unshown = new Set(entries.unshown);
    this.pictureOptions = new Set(entries.pictureOptions);
    this.names.define(entries.infobox.names, { does: 'infobox' });
    this.names.define(entries.hidden.flat(), { does: 'hide' });
    this.names.define(entries.pictures, { does: 'picture' });
    this.names.define(entries.descriptions, { does: 'describe' });
    this.names.define(entries.identifiers, { does: 'identify' });
    this.names.define(entries.disambiguation, { does: 'disambiguate' });
    this.names.define(entries.block.names, { does: 'block' });
    for (const does of [
      'fields',
      'list',
      'date',
      'dates',
      'duration',
      'measure',
      'percentage',
      'coordinates',
    ] as const) {
      this.names.define(entries[does], { does });
    }
    for (const entry of entries.text) {
      const action = compileEntry(entry);
      this.names.define(entry.names ?? [], action);
      for (const code of this.tables.get(entry.codes ?? '')?.keys() ?? [])
        this.codes.set(code.toUpperCase(), action);
    }
  }

  /** What the template of a name does. The name is what stands between the braces and the first bar. */
  readonly named = remembered(mostRemembered, (written) => this.look(written));

  /** Whether a parameter of that name holds no words, whatever template it belongs to. */
  isUnshown(parameter: string): boolean {
    let end = parameter.length;
    while (end > 0 && isDigit(parameter.charCodeAt(end - 1))) end--;
    return this.unshown.has(parameter.slice(0, end).toLowerCase());
  }

  private look(written: string): NamedAction {
    const name = normalName(written);
    const code = written.trim();
    const action = this.codes.get(code) ?? this.names.named(name) ?? null;
    if (action) return { name, action: called(action, code, this.tables), argument: -1, star: code };
    const colon = written.indexOf(':');
    const parted = colon > 0 && this.names.named(normalName(written.slice(0, colon + 1)));
    if (parted) return { name, action: called(parted, code, this.tables), argument: colon + 1, star: code };
    const form = this.names.fitting(name);
    if (!form) return { name, action: null, argument: -1, star: code };
    const { value, star } = form;
    return { name, action: called(value, star, this.tables), argument: -1, star };
  }
}

/** What a template does that is called by a name, in which a `*` stands for some words. */
function called(action: TemplateAction, star: string, tables: Tables): TemplateAction {
  if (action.does !== 'show' || !action.says) return action;
  const says = action.says.map(({ what, format }) => {
    const words = wordsOf(format, star, tables);
    return words === null ? { what, format } : { what, format, always: said(what, words) };
  });
  return { ...action, says };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function compileEntry(entry: TextEntry): TextAction {
  const { show, link, href, unless, languageSecond, language, currency, country } = entry;
  const said = { language: typeof language === 'string' ? language : undefined, currency, country };
  const says = (['language', 'currency', 'country'] as const).flatMap((what) =>
    said[what] === undefined ? [] : [{ what, format: compileFormat(said[what]) }],
  );
  return {
    does: 'show',
    ...compileShow(show),
    ...(link === undefined ? {} : { link: compileFormat(link) }),
    ...(href === undefined ? {} : { href: compileFormat(href) }),
    ...(unless === undefined ? {} : { unless }),
    ...(languageSecond === undefined ? {} : { languageSecond }),
    ...(says.length === 0 ? {} : { says }),
    ...(typeof language === 'object' ? { languages: language } : {}),
  };
}

function compileShow(show: TextEntry['show']): Pick<TextAction, 'show' | 'shows'> {
  if (typeof show === 'string') return { show: compileFormat(show) };
  const shows = Object.fromEntries(
    Object.entries(show).map(([count, format]) => [count, compileFormat(format)]),
  );
  return { show: Object.values(shows).at(-1) ?? [], shows };
}

const comments = /<!--.*?-->/gs;

function normalName(written: string): string {
  return written
    .slice(0, 200)
    .replace(comments, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^template: ?/, '');
}
