/** Which characters of the cast the plot speaks of. */
import type { NamedNode } from '@rdfjs/types';
import type { Section, Text } from '../article.js';
import { slice } from '../article.js';
import { schema } from '../rdf/vocabulary.js';
import type { Draft } from './draft.js';
import { isTooLong } from './draft.js';
import { labelKey } from './label-key.js';
import { headingWords, isProse } from './plain-text.js';

export const emits = { classes: [], properties: [schema.mentions] };

/** Casts are shorter. */
const mostCharacters = 300;

export function mapPlots(draft: Draft): void {
  const headings = new Set(draft.mappings.performances.plots.map(labelKey));
  const plots = draft.article.sections.filter(({ heading }) => headings.has(labelKey(headingWords(heading))));
  if (plots.length === 0 || !draft.kind) return;
  const characters = [...charactersOf(draft)].slice(0, mostCharacters);
  for (const plot of plots) for (const [name, role] of characters) mention(draft, plot, name, role);
}

/** The performance of each character; one that several play is none of them. */
function charactersOf({ statements }: Draft): Map<string, NamedNode> {
  const roles = new Map<string, NamedNode | null>();
  for (const { subject, predicate, object } of statements) {
    if (!predicate.equals(schema.characterName)) continue;
    const known = roles.get(object.value);
    roles.set(object.value, known === undefined || known?.equals(subject) ? subject : null);
  }
  return new Map([...roles].filter((entry): entry is [string, NamedNode] => entry[1] !== null));
}

/** States the first place where a section calls a character by the name that the cast gives. */
function mention(draft: Draft, section: Section, name: string, role: NamedNode): void {
  for (const block of section.blocks) {
    if (!isProse(block) || isTooLong(block.text)) continue;
    const begin = wordsAt(block.text, name);
    if (begin < 0) continue;
    const { span } = slice(block.text, begin, begin + name.length);
    draft.state(draft.section(section), schema.mentions, role, span, `${draft.kind?.name}/plot`);
    return;
  }
}

/** Where words stand that are no part of others, or -1. */
function wordsAt({ value }: Text, words: string): number {
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(value.charAt(at));
  for (let at = value.indexOf(words); at >= 0; at = value.indexOf(words, at + 1)) {
    if (!isLetter(at - 1) && !isLetter(at + words.length)) return at;
  }
  return -1;
}
