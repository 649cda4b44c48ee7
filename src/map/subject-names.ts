/** The names by which an article calls its subject. */
import { baseName } from '../article/title.js';
import type { Article } from '../article.js';

/** Its title, with and without what only tells it from others, and what its first infobox is headed with. */
export function subjectNames(article: Article): readonly string[] {
  const box = article.infoboxes[0]?.title?.value;
  return [...new Set([article.name, baseName(article), ...(box === undefined ? [] : [box])])].filter(
    (name) => name !== '',
  );
}
