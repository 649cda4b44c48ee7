/** What shows in a first sentence where it says what its subject is. */

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
  };
}

/** Any of some words or phrases. */
function anyOf(words: readonly string[]): string {
  const quoted = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'));
  return `(?:${quoted.join('|')})`;
}
