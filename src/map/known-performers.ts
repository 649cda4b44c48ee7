/** Whom the article knows to perform, apart from its cast lists. */
import { disambiguator } from '../article/title.js';
import type { Text } from '../article.js';
import { slice } from '../article.js';
import { matchesOf } from '../value/matches.js';
import type { ValueTables } from '../value/tables.js';
import type { Draft } from './draft.js';
import { isTooLong } from './draft.js';
import { agents } from './known-agents.js';
import { namesIn } from './names-in.js';
import { isProse } from './plain-text.js';

/** How far behind "starring" names are looked for, in UTF-16 units. */
const reach = 400;

export class KnownPerformers {
  /** Names and titles of pages, in lower case. */
  private readonly names = new Set<string>();

  constructor(private readonly draft: Draft) {
    for (const name of draft.recall(agents).people) this.add(name);
    for (const { key, values } of draft.article.infoboxes[0]?.fields ?? []) {
      if (draft.fieldMapping(key?.value ?? '')?.value === 'person')
        for (const value of values) this.addLinks(value);
    }
    for (const block of draft.article.lead)
      if (isProse(block) && !isTooLong(block.text)) this.collect(block.text);
  }

  /** Whether a text names somebody who performs, or links to one. */
  has(name: Text): boolean {
    if (this.names.has(name.value.toLowerCase())) return true;
    return (name.links ?? []).some(
      ({ begin, end, target }) =>
        target !== undefined &&
        end - begin === name.value.length &&
        (this.names.has(target.toLowerCase()) || this.isOccupied(target)),
    );
  }

  /** "Ann Lee (actress)" */
  private isOccupied(target: string): boolean {
    const words = disambiguator(target)?.toLowerCase().split(' ') ?? [];
    return words.some((word) => this.draft.mappings.performances.performers.includes(word));
  }

  /** Names behind words that announce performers: "starring Ann Lee and Bo Roe". */
  private collect(text: Text): void {
    const { performances, tables } = this.draft.mappings;
    for (const words of [...performances.announcing, ...performances.reversed]) {
      const wanted = ` ${words} `;
      for (let at = text.value.indexOf(wanted); at >= 0; at = text.value.indexOf(wanted, at + 1)) {
        const begin = at + wanted.length;
        const rest = slice(text, begin, endOfRun(text.value, begin, tables));
        for (const { value, begin: from, end } of namesIn(rest, 'person', tables).found) {
          if (!/\s/.test(value)) continue;
          this.add(value);
          this.addLinks(slice(rest, from, end));
        }
      }
    }
  }

  private add(name: string): void {
    this.names.add(name.toLowerCase());
  }

  private addLinks({ links = [] }: Text): void {
    for (const { target } of links) if (target !== undefined) this.add(target);
  }
}

const afterNames = /[;:()]|\.(?=\s|$)|(?<!\S)\p{Ll}[^\s,]*/gu;

/** Names go on up to a word that is none: "Ann Lee, Bo Roe and Cy Poe as brothers". */
function endOfRun(text: string, begin: number, { particles, conjunctions }: ValueTables): number {
  for (const { 0: word, index } of matchesOf(afterNames, text.slice(begin, begin + reach))) {
    if (!particles.has(word) && !conjunctions.has(word)) return begin + index;
  }
  return Math.min(text.length, begin + reach);
}
