/** What the infoboxes of pages say: which parameters they use, and how. */

import type { Article, Field } from '../article.js';
import { entry } from '../entry.js';
import { labelKey } from '../map/label-key.js';

export interface Use {
  readonly article: Article;
  readonly field: Field;
}

/** A parameter, or several that differ by a number, with all its uses. */
export interface Parameter {
  /** As a mapping writes it: `{n}` is the number. */
  readonly label: string;
  /** As a page writes it. */
  readonly name: string;
  readonly uses: readonly Use[];
}

export class ParameterUses {
  /** How many pages have the box. */
  pages = 0;
  private readonly template: string;
  /** By the key of the label, with a mark for its number; then by the key with the number. */
  private readonly found = new Map<string, Map<string, Use[]>>();

  constructor(template: string) {
    this.template = labelKey(template);
  }

  add(article: Article): void {
    const boxes = article.infoboxes.filter(
      ({ template }) => labelKey(template?.value ?? '') === this.template,
    );
    if (boxes.length > 0) this.pages++;
    for (const field of boxes.flatMap(({ fields }) => fields)) {
      const name = field.key?.value ?? '';
      if (labelKey(name) === '' || field.values.every(({ value }) => value === '')) continue;
      const numbered = entry(this.found, labelKey(numberless(name)), (): Map<string, Use[]> => new Map());
      entry(numbered, labelKey(name), (): Use[] => []).push({ article, field });
    }
  }

  /** Those used most first, else in the order of their names. */
  get parameters(): Parameter[] {
    const all = [...this.found.values()].flatMap((numbered): Parameter[] => {
      if (numbered.size > 1) return [parameterOf([...numbered.values()].flat(), true)];
      return [...numbered.values()].map((uses) => parameterOf(uses, false));
    });
    return all.sort((a, b) => b.uses.length - a.uses.length || (a.label < b.label ? -1 : 1));
  }
}

function parameterOf(uses: readonly Use[], isNumbered: boolean): Parameter {
  const name = uses[0]?.field.key?.value ?? '';
  const written = name.replaceAll('_', ' ').trim();
  const label = isNumbered ? numberedLabel(uses) : written;
  return { label, name, uses };
}

/** The place of the number is that of the name that has one. */
function numberedLabel(uses: readonly Use[]): string {
  const names = uses.map(({ field }) => field.key?.value ?? '');
  const name = names.find((one) => /\d/.test(one)) ?? '';
  return name.replaceAll('_', ' ').trim().replace(lastNumber, '{n}');
}

const lastNumber = /\d+(?!.*\d)/;

/** "office2" and "office" are the same with another number or none. */
function numberless(name: string): string {
  return name.replace(lastNumber, '');
}
