import type { Mappings } from '../map/compile-mappings.js';
import type { Problem } from '../problem.js';
import { canonicalTag } from '../rdf/language-tag.js';
import type { TurtleFile } from './finding.js';
import { finding } from './finding.js';

const file = (name: string): string => `mappings/values/${name}.yaml`;

/** Language tags are well formed, and every currency that can be read is one that the shapes allow. */
export function* lintTables({ tables }: Mappings, shapes: readonly TurtleFile[]): Generator<Problem> {
  for (const [name, tag] of tables.languages) {
    if (canonicalTag(tag) === null)
      yield finding('language-tag', `${tag}, for ${name}, is no BCP 47 tag.`, file('languages'));
  }
  const listed = new Set(
    shapes
      .flatMap(({ quads }) => quads.map(({ object }) => object.value))
      .filter((value) => /^[A-Z]{3}$/.test(value)),
  );
  for (const code of tables.currencyCodes) {
    if (!listed.has(code))
      yield finding(
        'currency-code',
        `${code} can be read, and no shape lists it as ISO 4217.`,
        file('currencies'),
      );
  }
  for (const { sign, candidates, usual } of tables.currencySigns) {
    if (candidates.length === 0 || (usual !== undefined && !candidates.includes(usual))) {
      yield finding(
        'currency-sign',
        `"${sign}" needs a code, or candidates with the usual one among them.`,
        file('currencies'),
      );
    }
  }
}
