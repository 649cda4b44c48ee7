/** What shows in a first sentence where it says what its subject is. */
import { literalPattern } from './literal-pattern.js';

/** Words of which the patterns are made. */
export interface LeadPatternWords {
  readonly copulas: readonly string[];
  readonly officeCopulas: readonly string[];
  readonly oneOf: readonly string[];
  readonly articles: readonly string[];
  readonly namings: readonly string[];
  readonly others: readonly string[];
  readonly turns: readonly string[];
  readonly pronouns: readonly string[];
  readonly standIns: readonly string[];
  readonly standInArticles: readonly string[];
  readonly possessions: readonly string[];
  readonly owners: readonly string[];
  readonly personCopulas: readonly string[];
  readonly presentCopulas: readonly string[];
  readonly centuries: readonly string[];
  readonly asides: readonly string[];
}

export interface LeadPatterns {
  /** "is a", "was King", "served as"; `article` or `digit` where it has one, `oneOf` where that is "one of the". */
  readonly copula: RegExp;
  /** What goes on about a name: other names, what stands in brackets, a subtitle. */
  readonly aside: RegExp;
  /** Where the words before the verb end with what is another than the subject. */
  readonly other: RegExp;
  /** ", but it" */
  readonly turn: RegExp;
  readonly standIn: RegExp;
  /** "the album", with the noun. */
  readonly standInNoun: RegExp;
  readonly startsAside: RegExp;
  /** Where words end with what something else is of the subject: "The founder of". */
  readonly possession: RegExp;
  /** "whose X" */
  readonly owner: RegExp;
  /** What says who somebody is, and what may say it of everyone of a sort. */
  readonly personCopula: RegExp;
  readonly presentCopula: RegExp;
  /** Years or a century in parentheses. */
  readonly lifetime: RegExp;
}

export function compileLeadPatterns(words: LeadPatternWords): LeadPatterns {
  const oneOf = anyOf(words.oneOf);
  const articles = anyOf(words.articles);
  return {
    copula: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${anyOf(words.copulas)}\\s+(?:(?<article>(?<oneOf>${oneOf})|${articles})\\s+|(?=\\p{Lu})|(?<digit>(?=\\d)))|${anyOf(words.officeCopulas)}\\s+(?:${articles}\\s+)?)`,
      'gu',
    ),
    aside: new RegExp(`^(?:$|[,;:–—/(["“”‘!?.&-]|${anyOf(words.namings)}\\b|[\\p{Lu}\\p{N}])`, 'u'),
    other: new RegExp(`(?<!\\p{L})${anyOf(words.others)}$`, 'iu'),
    turn: new RegExp(`^[,;][^,;]*\\s${anyOf(words.turns)}\\s+${anyOf(words.pronouns)}$`),
    standIn: new RegExp(`^${anyOf(words.standIns)}$`, 'i'),
    standInNoun: new RegExp(`^${anyOf(words.standInArticles)} (.+)$`, 'i'),
    startsAside: new RegExp(`^${anyOf(words.asides)}\\s`),
    possession: new RegExp(
      `(?<!\\p{L})\\p{Ll}[\\p{L}-]*\\s+${anyOf(words.possessions)}\\s+(?:${articles}\\s+)?$`,
      'u',
    ),
    owner: new RegExp(`(?<!\\p{L})${anyOf(words.owners)}\\s[^,]*$`, 'u'),
    personCopula: new RegExp(`^${anyOf(words.personCopulas)}\\s`),
    presentCopula: new RegExp(`^${anyOf(words.presentCopulas)}(?!\\p{L})`, 'u'),
    lifetime: new RegExp(`\\([^()]*(?:\\d{3,4}|${anyOf(words.centuries)})`),
  };
}

/** Any of some words or phrases. */
function anyOf(words: readonly string[]): string {
  return `(?:${words.map((word) => literalPattern(word).replaceAll(' ', '\\s+')).join('|')})`;
}
