/** Which page a name means, as the links of the article tell. */
import { baseName, disambiguator, withoutDisambiguator } from '../article/title.js';
import type { Article, Infobox, Text } from '../article.js';
import { linkOf, nodesOf, slice } from '../article.js';

/** The page that a name means. */
export interface LinkedPage {
  readonly title: string;
  /** The words that link to it: the name itself, or the same words elsewhere in the article. */
  readonly link: Text;
}

/** A link of a text. */
interface Known {
  readonly title: string;
  readonly text: Text;
  readonly begin: number;
  readonly end: number;
}

/**
 * Only the first mention of a name is a link as a rule, so a name without one means the page that the same words lead to
 * elsewhere in the article. Where they lead to several pages there is no telling which. And where different words of one
 * field lead to the same page, that page is about something else or about all of them: each word stands for itself. A
 * character may be called as somebody else is: pages that say they are about one, `X (character)`, `X (title of the
 * film)`, count for no other mention.
 */
export class LinkedNames {
  /** The page by the words that link to it, null where they link to several; most articles do not need it. */
  private known: ReadonlyMap<string, Known | null> | null = null;
  private readonly shared: ReadonlySet<string>;

  private readonly work: string;

  /** @param fictional words in the parenthesis of a title that say that it is of somebody who is made up */
  constructor(
    private readonly article: Article,
    private readonly fictional: ReadonlySet<string>,
  ) {
    this.work = baseName(article);
    this.shared = new Set(article.infoboxes.flatMap(sharedPages));
  }

  /**
   * The page of a name: the one it links to, as long as it is the whole page, or what the page is called; else the one that the
   * same words of the article link to.
   *
   * @param isPerson whether somebody is named, who may be called by a last name
   */
  pageOf(name: Text, isPerson = false): LinkedPage | undefined {
    const target = linkOf(name)?.target;
    const own = target?.includes('#') ? wholePage(target, name.value, isPerson) : target;
    const elsewhere = own === undefined ? this.pages.get(name.value) : undefined;
    const title = own ?? elsewhere?.title;
    // A part of a page is no thing.
    if (title === undefined || title.includes('#') || this.shared.has(title)) return undefined;
    return { title, link: elsewhere ? slice(elsewhere.text, elsewhere.begin, elsewhere.end) : name };
  }

  private get pages(): ReadonlyMap<string, Known | null> {
    if (this.known) return this.known;
    const pages = new Map<string, Known | null>();
    for (const node of nodesOf(this.article)) if (node.type === 'text') this.collect(node, pages);
    this.known = pages;
    return pages;
  }

  private collect(text: Text, pages: Map<string, Known | null>): void {
    const { value, links = [] } = text;
    for (const { begin, end, target: title } of links) {
      const words = value.slice(begin, end);
      // One word alone may well be another's name.
      if (title === undefined || title.includes('#') || !/\S\s\S/.test(words)) continue;
      if (this.isOfFiction(title)) continue;
      const known = pages.get(words);
      if (known === undefined) pages.set(words, { title, text, begin, end });
      else if (known?.title !== title) pages.set(words, null);
    }
  }

  /** Whether a page says of itself that it is about somebody who is made up. */
  isOfFiction(target: string): boolean {
    const inside = disambiguator(target);
    return (
      inside !== undefined &&
      (inside === this.work || inside.split(' ').some((word) => this.fictional.has(word.toLowerCase())))
    );
  }
}

/**
 * The page that a link to one of its sections means, `Ann Lee#Life`: if the words are what the page is called, or the last
 * name of whom it is about. A section may be about another thing: then the target itself.
 */
function wholePage(target: string, words: string, isPerson: boolean): string {
  const [page = ''] = target.split('#', 1);
  const called = withoutDisambiguator(page);
  const [name = ''] = words.split('#', 1);
  const isLastName = isPerson && called.endsWith(` ${name}`) && !/(?:^|\s)\P{Lu}/u.test(called);
  return page !== '' && (name === called || name === page || isLastName) ? page : target;
}

function sharedPages({ fields }: Infobox): string[] {
  return fields.flatMap(({ values }) => {
    const names = new Map<string, Set<string>>();
    for (const { value, links = [] } of values) {
      for (const { begin, end, target } of links) {
        if (target === undefined) continue;
        const words = names.get(target) ?? new Set();
        names.set(target, words.add(value.slice(begin, end)));
      }
    }
    return [...names].filter(([, words]) => words.size > 1).map(([target]) => target);
  });
}
