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

const readings = ['fact', 'structure', 'nothing'] as const;

/** Shares of all characters in per cent, whole numbers that make 100 together; all 0 where there are no words. */
export function percentages(coverage: Coverage): Coverage {
  const total = coverage.fact + coverage.structure + coverage.nothing;
  if (total === 0) return { fact: 0, structure: 0, nothing: 0 };
  const shares = readings.map((reading) => ({ reading, share: (100 * coverage[reading]) / total }));
  const whole = { fact: 0, structure: 0, nothing: 0 };
  for (const { reading, share } of shares) whole[reading] = Math.floor(share);
  const left = 100 - whole.fact - whole.structure - whole.nothing;
  // What was cut off most gets what is left.
  shares.sort((a, b) => (b.share % 1) - (a.share % 1));
  for (const { reading } of shares.slice(0, left)) whole[reading]++;
  return whole;
}
