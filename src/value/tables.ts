/** The facts that value grammars look up, compiled from mappings/values/*.yaml. */
import type { LeadPatterns, LeadPatternWords } from './lead-patterns.js';
import { compileLeadPatterns } from './lead-patterns.js';
import type { NothingWords } from './nothing-words.js';
import { compileNothing } from './nothing-words.js';

/** How a date or a number is meant that is not meant exactly. */
export type Qualifier = 'circa' | 'before' | 'after' | 'early' | 'middle' | 'late';

export interface Country {
  readonly name: string;
  /** ISO 4217 codes of the currencies that are or were used there. */
  readonly currencies: readonly string[];
}

/** A part of a country. */
export interface CountryPart {
  readonly name: string;
  /** Of its page: "Georgia (U.S. state)". */
  readonly title: string;
  /** Name of the country. */
  readonly country: string;
  /** Whether the places in it are titled with its name. */
  readonly qualified: boolean;
}

export interface City {
  /** Names of the country, and of the part of it where that is known. */
  readonly country: string;
  readonly part: string | null;
}

/** What a currency sign may mean. */
export interface CurrencySign {
  readonly sign: string;
  /** ISO 4217 codes. */
  readonly candidates: readonly string[];
  /** Whether the sign can only be read where something else tells whose it is. */
  readonly shared: boolean;
  /** The candidate that is meant where nothing else is said. */
  readonly usual?: string;
}

/** The `entries` of each table file, as the YAML says them. */
export interface TableEntries {
  readonly countries: Readonly<Record<string, CountryEntry>>;
  readonly regions: readonly string[];
  readonly languages: Readonly<Record<string, string>>;
  readonly currencies: Readonly<Record<string, CurrencyEntry>>;
  readonly units: Readonly<Record<string, string>>;
  readonly words: WordEntries;
  readonly nothing: {
    readonly words: readonly string[];
    readonly counts: readonly string[];
    readonly counted: readonly string[];
    readonly files?: readonly string[] | undefined;
  };
  readonly ranks: readonly { readonly rank: string; readonly words: readonly string[] }[];
}

export interface CountryEntry {
  readonly currency?: string | undefined;
  readonly formerly?: readonly string[] | undefined;
  readonly adjectives?: readonly string[] | undefined;
  readonly also?: readonly string[] | undefined;
  readonly parts?: readonly string[] | undefined;
  readonly cities?: readonly string[] | undefined;
  readonly qualified?: boolean | undefined;
}

export interface CurrencyEntry {
  readonly code?: string | undefined;
  readonly candidates?: readonly string[] | undefined;
  readonly usual?: string | undefined;
}

export interface WordEntries {
  readonly months: readonly (readonly string[])[];
  readonly multipliers: Readonly<Record<string, number>>;
  readonly neutralMoneyNotes: readonly string[];
  readonly equivalentMoneyNotes: readonly string[];
  readonly approximations: readonly string[];
  readonly qualifiers: Readonly<Record<Qualifier, readonly string[]>>;
  readonly asOf: { readonly before: readonly string[]; readonly behind: readonly string[] };
  readonly ongoing: readonly string[];
  readonly compoundUnits: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly festivals: readonly string[];
  readonly festivalWords: readonly string[];
  readonly fictional: readonly string[];
  readonly conjunctions: readonly string[];
  readonly companions: readonly string[];
  readonly sharedNouns: readonly string[];
  readonly innerWords: readonly string[];
  /** What stands in clauses, and in no name of a field of work or a school of thought. */
  readonly clauseWords: readonly string[];
  readonly particles: readonly string[];
  readonly particleConjunctions: readonly string[];
  readonly decimalCommas: readonly string[];
  readonly joinedPrefixes: readonly string[];
  readonly nameSuffixes: readonly string[];
  readonly organisations: readonly string[];
  readonly honorifics: readonly string[];
  readonly bylines: readonly string[];
  readonly besideNames: readonly string[];
  readonly offices: readonly string[];
  readonly organisationSorts: readonly string[];
  readonly personSorts: readonly string[];
  readonly creditNotes: readonly string[];
  readonly genericWorks: readonly string[];
  readonly sameNames: readonly string[];
  readonly languageSuffixes: readonly string[];
  readonly abbreviations: readonly string[];
  readonly endAbbreviations: readonly string[];
  readonly sentenceStarters: readonly string[];
  readonly runParticles: readonly string[];
  readonly uncertain: readonly string[];
  readonly notPlaces: readonly string[];
  readonly aboutCountries: readonly string[];
  readonly territoryWords: readonly string[];
  readonly regionAdjectives: Readonly<Record<string, string>>;
  readonly occupations: readonly string[];
  readonly publications: readonly string[];
  readonly numbers: readonly string[];
  readonly ordinals: readonly string[];
  readonly tens: readonly string[];
  readonly tenths: readonly string[];
  readonly running: Readonly<Record<keyof RunningWords, readonly string[]>>;
  readonly leads: Readonly<
    Record<Exclude<keyof LeadWords, 'patterns'> | keyof LeadPatternWords, readonly string[]>
  >;
}

/** Words that tell where what a sentence says begins and ends, in lower case. */
export interface RunningWords {
  /** Small words inside titles, behind which another name may begin too. */
  readonly insideTitles: ReadonlySet<string>;
  readonly titleConjunctions: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** Words that stand in no title of another language. */
  readonly notForeign: ReadonlySet<string>;
  /** Small words inside the name of a place. */
  readonly insidePlaces: ReadonlySet<string>;
  /** With these a clause begins that speaks of what stands before it. */
  readonly turning: ReadonlySet<string>;
  /** What points at the subject before a noun. */
  readonly pointers: ReadonlySet<string>;
  /** What joins its name to another. */
  readonly joiners: ReadonlySet<string>;
  /** What leads from something to the subject. */
  readonly relations: ReadonlySet<string>;
  /** With these the subject is what follows. */
  readonly beings: ReadonlySet<string>;
  /** With these a sentence announces a list behind it. */
  readonly announcing: ReadonlySet<string>;
}

/** Words by which it is read what a first sentence says that its subject is, in lower case. */
export interface LeadWords {
  readonly determiners: ReadonlySet<string>;
  /** Words behind which the head of a noun phrase has been said. */
  readonly phraseEnds: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  /** Participles that their ending does not show. */
  readonly participles: ReadonlySet<string>;
  /** What ends in -ing and is a part of a compound. */
  readonly gerunds: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  /** Behind these an adjective of nationality may be a language: "an English teacher". */
  readonly languageNouns: ReadonlySet<string>;
  /** How sentences begin that speak of the page and not of its subject. */
  readonly hatnotes: readonly string[];
  readonly patterns: LeadPatterns;
}

export interface ValueTables {
  /** By name and by other name, in lower case. */
  readonly countries: ReadonlyMap<string, Country>;
  /** By adjective, in lower case. */
  readonly nationalities: ReadonlyMap<string, Country>;
  readonly regions: ReadonlyMap<string, string>;
  /** BCP 47 tags by the language's name, in lower case. */
  readonly languages: ReadonlyMap<string, string>;
  /** Longest sign first. */
  readonly currencySigns: readonly CurrencySign[];
  /** Every ISO 4217 code that a table names. */
  readonly currencyCodes: ReadonlySet<string>;
  /** Ranks of taxa, from the highest to the lowest. */
  readonly ranks: readonly string[];
  /** The rank that a word of a parameter says. */
  readonly rankWords: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
  /** 1 to 12, by the month's name in lower case. */
  readonly months: ReadonlyMap<string, number>;
  /** Powers of ten, by the word in lower case. */
  readonly multipliers: ReadonlyMap<string, number>;
  readonly neutralMoneyNotes: ReadonlySet<string>;
  readonly equivalentMoneyNotes: readonly string[];
  readonly approximations: readonly string[];
  /** Words before a date or a number that say how it is meant, the longest first. */
  readonly qualifiers: ReadonlyMap<string, Qualifier>;
  /** Words around the date at which a number was true, in lower case. */
  readonly asOf: { readonly before: ReadonlySet<string>; readonly behind: ReadonlySet<string> };
  /** Words for the end of what has not ended. */
  readonly ongoing: ReadonlySet<string>;
  /** By the codes of two units of which the second follows the first (feet and inches), how many of the second make one of the first. */
  readonly compoundUnits: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Words that stand in the name of a festival, in lower case. */
  readonly festivals: ReadonlySet<string>;
  /** What may stand in lower case between a festival's name and the word "festival". */
  readonly festivalWords: ReadonlySet<string>;
  /** Words by which a title says that it is of somebody who is made up, in lower case. */
  readonly fictional: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  /** Conjunctions and slashes between the last items of a list. */
  readonly separator: RegExp;
  /** The same, and dashes between spaces. */
  readonly looseSeparator: RegExp;
  readonly companions: ReadonlySet<string>;
  /** Nouns that several names before them have in common. */
  readonly sharedNouns: ReadonlySet<string>;
  readonly innerWords: ReadonlySet<string>;
  readonly clauseWords: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  /** Of these, conjunctions. */
  readonly particleConjunctions: ReadonlySet<string>;
  /** Codes of languages that write `1,5` for one and a half. */
  readonly decimalCommas: ReadonlySet<string>;
  /** What a capital may follow inside of one word of a name. */
  readonly joinedPrefixes: ReadonlySet<string>;
  readonly nameSuffixes: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  /** What stands before a person's name and is no part of it, without a full stop. */
  readonly honorifics: ReadonlySet<string>;
  /** Small words that lead to the name behind them: "by", "with". */
  readonly bylines: ReadonlySet<string>;
  /** How words begin that stand beside a linked name and are no part of it. */
  readonly besideNames: ReadonlySet<string>;
  /** The first two words of offices that may stand where a name does. */
  readonly offices: ReadonlySet<string>;
  /** Words in the parenthesis of a title that say that it is of an organisation, and of a person. */
  readonly organisationSorts: ReadonlySet<string>;
  readonly personSorts: ReadonlySet<string>;
  /** Words that name nobody, nothing and nowhere. */
  readonly nothing: NothingWords;
  readonly creditNotes: ReadonlySet<string>;
  readonly genericWorks: ReadonlySet<string>;
  /** What says that something is called as the subject is, in lower case: "of the same name". */
  readonly sameNames: readonly string[];
  readonly languageSuffixes: readonly string[];
  /** Words whose full stop ends no sentence, without it. */
  readonly abbreviations: ReadonlySet<string>;
  /** Those of them that may end one all the same. */
  readonly endAbbreviations: ReadonlySet<string>;
  /** Words that begin many sentences and few names. */
  readonly sentenceStarters: ReadonlySet<string>;
  /** Lower-case words inside the names that sentences mention. */
  readonly runParticles: ReadonlySet<string>;
  /** How a note begins that says that a date beside it is not certain. */
  readonly uncertain: ReadonlySet<string>;
  /** Parts of countries by name, in lower case. */
  readonly parts: ReadonlyMap<string, CountryPart>;
  /** Cities by name, in lower case. */
  readonly cities: ReadonlyMap<string, City>;
  /** What stands behind "in" as a place does and is none: "shot in Technicolor". */
  readonly notPlaces: ReadonlySet<string>;
  /** How titles of pages begin that are about something of a country, in lower case. */
  readonly aboutCountries: readonly string[];
  /** What may follow "other" as the place of an amount. */
  readonly territoryWords: ReadonlySet<string>;
  /** Regions that are no country, by their adjective in lower case. */
  readonly regionAdjectives: ReadonlyMap<string, string>;
  /** What people are called before their name, in lower case. */
  readonly occupations: ReadonlySet<string>;
  /** Names of newspapers, magazines and web sites, and words that end some. */
  readonly publications: ReadonlySet<string>;
  /** From one on, by the word in lower case. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly running: RunningWords;
  readonly leads: LeadWords;
}

/** Turns what the YAML says into what grammars look up. */
export function compileTables(entries: TableEntries): ValueTables {
  const countries = new Map<string, Country>();
  const nationalities = new Map<string, Country>();
  const currencyCodes = new Set<string>();
  for (const [name, entry] of Object.entries(entries.countries)) {
    const currencies = [...(entry.currency ? [entry.currency] : []), ...(entry.formerly ?? [])];
    const country: Country = { name, currencies };
    for (const code of currencies) currencyCodes.add(code);
    for (const label of [name, ...(entry.also ?? [])]) countries.set(label.toLowerCase(), country);
    for (const adjective of entry.adjectives ?? []) nationalities.set(adjective.toLowerCase(), country);
  }
  const currencySigns = Object.entries(entries.currencies).map(([sign, entry]): CurrencySign => {
    const candidates = entry.code ? [entry.code] : (entry.candidates ?? []);
    for (const code of candidates) currencyCodes.add(code);
    return { sign, candidates, shared: !entry.code, ...(entry.usual ? { usual: entry.usual } : {}) };
  });
  currencySigns.sort((a, b) => b.sign.length - a.sign.length || (a.sign < b.sign ? -1 : 1));
  const { words } = entries;
  return {
    countries,
    nationalities,
    regions: new Map(entries.regions.map((name) => [name.toLowerCase(), name])),
    languages: lowerCased(entries.languages),
    currencySigns,
    currencyCodes,
    units: new Map(Object.entries(entries.units)),
    ranks: entries.ranks.map(({ rank }) => rank),
    rankWords: new Map(entries.ranks.flatMap(({ rank, words }) => words.map((word) => [word, rank]))),
    months: new Map(
      words.months.flatMap((names, i) => names.map((name): [string, number] => [name.toLowerCase(), i + 1])),
    ),
    multipliers: lowerCased(words.multipliers),
    neutralMoneyNotes: new Set(words.neutralMoneyNotes),
    equivalentMoneyNotes: words.equivalentMoneyNotes,
    approximations: words.approximations,
    qualifiers: compileQualifiers(words.qualifiers),
    asOf: { before: new Set(words.asOf.before), behind: new Set(words.asOf.behind) },
    ongoing: new Set(words.ongoing),
    compoundUnits: words.compoundUnits,
    festivals: new Set(words.festivals),
    festivalWords: new Set(words.festivalWords),
    fictional: new Set(words.fictional),
    conjunctions: new Set(words.conjunctions),
    ...separators(words.conjunctions),
    companions: new Set(words.companions),
    sharedNouns: new Set(words.sharedNouns),
    innerWords: new Set([...words.innerWords, ...words.conjunctions]),
    clauseWords: new Set(words.clauseWords),
    particles: new Set(words.particles),
    particleConjunctions: new Set(words.particleConjunctions),
    decimalCommas: new Set(words.decimalCommas),
    joinedPrefixes: new Set(words.joinedPrefixes),
    nameSuffixes: new Set(words.nameSuffixes),
    organisations: new Set(words.organisations),
    honorifics: new Set(words.honorifics),
    bylines: new Set(words.bylines),
    besideNames: new Set(words.besideNames),
    offices: new Set(words.offices),
    organisationSorts: new Set(words.organisationSorts),
    personSorts: new Set(words.personSorts),
    nothing: compileNothing(entries.nothing),
    creditNotes: new Set(words.creditNotes),
    genericWorks: new Set(words.genericWorks),
    sameNames: words.sameNames,
    languageSuffixes: words.languageSuffixes,
    abbreviations: new Set(words.abbreviations),
    endAbbreviations: new Set(words.endAbbreviations),
    sentenceStarters: new Set(words.sentenceStarters),
    runParticles: new Set(words.runParticles),
    uncertain: new Set(words.uncertain),
    ...compilePlaces(entries.countries),
    notPlaces: new Set(words.notPlaces),
    aboutCountries: words.aboutCountries,
    territoryWords: new Set(words.territoryWords),
    regionAdjectives: new Map(Object.entries(words.regionAdjectives)),
    occupations: new Set(words.occupations),
    publications: new Set(words.publications),
    numbers: numberWords(words.numbers, words.tens, words.tens),
    ordinals: numberWords(words.ordinals, words.tens, words.tenths),
    running: setsOf(words.running),
    leads: {
      patterns: compileLeadPatterns(words.leads),
      determiners: new Set(words.leads.determiners),
      phraseEnds: new Set(words.leads.phraseEnds),
      verbs: new Set(words.leads.verbs),
      participles: new Set(words.leads.participles),
      gerunds: new Set(words.leads.gerunds),
      conjunctions: new Set(words.leads.conjunctions),
      languageNouns: new Set(words.leads.languageNouns),
      hatnotes: words.leads.hatnotes,
    },
  };
}

/** Lists of words as sets. */
function setsOf<Name extends string>(
  lists: Readonly<Record<Name, readonly string[]>>,
): Record<Name, ReadonlySet<string>> {
  const sets = Object.entries<readonly string[]>(lists).map(([name, words]) => [name, new Set(words)]);
  return Object.fromEntries(sets) as Record<Name, ReadonlySet<string>>;
}

/**
 * @param units from one on
 * @param tens what stands before a unit, from twenty on
 * @param round the tens themselves
 */
function numberWords(
  units: readonly string[],
  tens: readonly string[],
  round: readonly string[],
): Map<string, number> {
  const words = new Map(units.map((word, i) => [word, i + 1]));
  for (const [i, word] of round.entries()) words.set(word, 10 * (i + 2));
  for (const [i, ten] of tens.entries())
    for (const [unit, word] of units.slice(0, 9).entries())
      words.set(`${ten}-${word}`, 10 * (i + 2) + unit + 1);
  return words;
}

function compileQualifiers(entries: WordEntries['qualifiers']): Map<string, Qualifier> {
  const pairs = Object.entries(entries).flatMap(([qualifier, words]) =>
    words.map((word): [string, Qualifier] => [word, qualifier as Qualifier]),
  );
  return new Map(pairs.sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1)));
}

function compilePlaces(countries: TableEntries['countries']): Pick<ValueTables, 'parts' | 'cities'> {
  const parts = new Map<string, CountryPart>();
  const cities = new Map<string, City>();
  for (const [country, entry] of Object.entries(countries)) {
    for (const title of entry.parts ?? []) {
      const name = title.replace(/ \([^()]*\)$/, '');
      parts.set(name.toLowerCase(), { name, title, country, qualified: entry.qualified === true });
    }
    for (const place of entry.cities ?? []) {
      const [, city = place, part] = /^(.+), ([^,]+)$/.exec(place) ?? [];
      cities.set(city.toLowerCase(), { country, part: part ?? null });
    }
  }
  return { parts, cities };
}

function separators(conjunctions: readonly string[]): { separator: RegExp; looseSeparator: RegExp } {
  const words = conjunctions.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  const pattern = `^(?:${words})\\s+|\\s+(?:${words})(?:\\s+|$)|\\s*/\\s*`;
  return {
    separator: new RegExp(pattern, 'gi'),
    looseSeparator: new RegExp(`${pattern}|\\s+[-–—]\\s+`, 'gi'),
  };
}

function lowerCased<T>(record: Readonly<Record<string, T>>): Map<string, T> {
  return new Map(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]));
}
