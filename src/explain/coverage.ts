import { codePoints } from '../article.js';
import type { Coverage, Unit } from './explanation.js';

export function coverageOf({ words }: Pick<Unit, 'words'>): Coverage {
  const coverage = { fact: 0, structure: 0, nothing: 0 };
  for (const { role, isRepeated, pieces } of words) {
    if (role === 'label' || isRepeated) continue;
    for (const { text, reading } of pieces) coverage[reading] += codePoints(text);
  }
  return coverage;
}

export function addCoverage(all: readonly Coverage[]): Coverage {
  const sum = { fact: 0, structure: 0, nothing: 0 };
  for (const { fact, structure, nothing } of all) {
    sum.fact += fact;
    sum.structure += structure;
    sum.nothing += nothing;
  }
  return sum;
}

/** Shares of all characters in per cent, whole numbers that make 100 together; all 0 where there are no words. */
export function percentages({ fact, structure, nothing }: Coverage): Coverage {
  const total = fact + structure + nothing;
  if (total === 0) return { fact: 0, structure: 0, nothing: 0 };
  const shares = [fact, structure, nothing].map((count) => Math.floor((100 * count) / total));
  const [facts = 0, structures = 0] = shares;
  return { fact: facts, structure: structures, nothing: 100 - facts - structures };
}
