/** What the headings above sentences say of them. */
import { labelKey } from '../label-key.js';
import type { Grammar, SentencePattern } from './grammar.js';

/** Whether a heading says, in its first part, that its section is about another thing: "Sequels and legacy", "Video game adaptation". */
export function isForeignHeading(heading: string, { foreignSections, foreignEndings }: Grammar): boolean {
  const isForeign = (words: string): boolean => {
    const key = labelKey(words.replace(/\([^()]*\)/g, ''));
    return foreignSections.has(key) || foreignEndings.some((ending) => ` ${key}`.endsWith(ending));
  };
  const [first = ''] = heading.split(/\s+(?:and|&|or)\s+|[,/:]/);
  return isForeign(heading) || isForeign(first);
}

/** Whether a pattern reads sentences under such headings. */
export function standsUnder({ sections, isOfLead }: SentencePattern, headings: readonly string[]): boolean {
  if (isOfLead && headings.length > 0) return false;
  return sections === null || sections.some((word) => headings.some((heading) => heading.includes(word)));
}
