/** Which page a link of an article means, if the titles of its wiki are known. */
import type { Article, Text } from '../article.js';
import { nodesOf } from '../article.js';
import { underscoredTitle } from '../rdf/iris.js';
import type { TitleLookup } from '../titles.js';

export interface MeantPage {
  readonly title: string;
  /** The title that the link has, if that is one of a redirect. */
  readonly redirect?: string;
  readonly isAmbiguous: boolean;
  /** Kind of the article that a redirect leads to, if it is known. */
  readonly kind?: string;
}

/**
 * Follows redirects. Many lead from a part to the whole, and what they name is not what the page is about: a redirect to
 * the article itself keeps its own title, and so do those of which several in one field or list lead to the same page.
 */
export class LinkEnds {
  private readonly known = new Map<string, MeantPage>();
  private shared: ReadonlySet<string> | null = null;

  constructor(
    private readonly article: Article,
    private readonly titles: TitleLookup | undefined,
  ) {}

  /** @param target the title of a link */
  of(target: string): MeantPage {
    // A part of a page is no page.
    if (!this.titles || target.includes('#')) return { title: target, isAmbiguous: false };
    let meant = this.known.get(target);
    if (!meant) {
      meant = this.find(target, this.titles);
      this.known.set(target, meant);
    }
    return meant;
  }

  private find(target: string, titles: TitleLookup): MeantPage {
    const end = titles.endOf(target);
    const own = { title: target, isAmbiguous: end?.isAmbiguous ?? false };
    const key = end === null ? '' : underscoredTitle(end.title);
    if (end === null || end.isAmbiguous || key === underscoredTitle(target)) return own;
    const isWhole = key === underscoredTitle(this.article.name) || this.isShared(key, titles);
    if (isWhole) return own;
    const kind = end.kind === undefined ? {} : { kind: end.kind };
    return { title: end.title, redirect: target, isAmbiguous: false, ...kind };
  }

  private isShared(key: string, titles: TitleLookup): boolean {
    this.shared ??= new Set(this.sharedEnds(titles));
    return this.shared.has(key);
  }

  private *sharedEnds(titles: TitleLookup): Generator<string> {
    for (const texts of this.together()) {
      const titleOf = new Map<string, string>();
      const targets = new Set(texts.flatMap(({ links = [] }) => links.flatMap(({ target }) => target ?? [])));
      for (const target of targets) {
        if (target.includes('#')) continue;
        const end = underscoredTitle(titles.endOf(target)?.title ?? target);
        const title = underscoredTitle(target);
        if ((titleOf.get(end) ?? title) !== title) yield end;
        titleOf.set(end, title);
      }
    }
  }

  /** Texts that tell things apart: those of a field, and of a list. */
  private *together(): Generator<readonly Text[]> {
    for (const { fields } of this.article.infoboxes) for (const { values } of fields) yield values;
    for (const node of nodesOf(this.article))
      if (node.type === 'list') yield node.items.map(({ text }) => text);
  }
}
