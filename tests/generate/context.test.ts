/** What terms are called in JSON-LD. */
import { expect, it } from 'vitest';
import { contextOf } from '../../src/generate/context.js';
import { compileMappings } from '../../src/map/compile-mappings.js';
import { parseMappingFiles } from '../../src/map/parse-mapping-files.js';
import { readMappingFiles } from '../../src/read/package-files.js';
import type { Context } from '../../src/serialize/writer.js';

const family = (name: string, ids: readonly string[]) => ({
  name: `fields/${name}.yaml`,
  text: `fields: ${name}
prefix: ${name}
namespace: https://${name}.example/terms#
domain: schema:Vehicle
entries:
${ids.map((id) => `  ${name}${id}: { property: ${name}:${id}, label: ${id}, comment: It is said., value: text }`).join('\n')}
`,
});
const kind = (name: string, ids: readonly string[]) => ({
  name: `kinds/${name}.yaml`,
  text: `kind: ${name}
class: ${name}:Hull
fields:
  founding: { labels: [founding], property: schema:foundingDate, value: date }
${ids.map((id) => `  ${name}${id}: [${id}]`).join('\n')}
`,
});

it('leaves a name that vocabularies share to schema.org, and puts the prefix before all others', () => {
  const files = [
    family('boats', ['hull', 'mast', 'foundingDate']),
    family('carts', ['hull', 'wheel']),
    kind('boats', ['hull', 'mast', 'foundingDate']),
    kind('carts', ['hull', 'wheel']),
  ];
  const { mappings, problems } = compileMappings(parseMappingFiles([...readMappingFiles(), ...files], []));
  if (!mappings) throw new Error(JSON.stringify(problems));
  const base: Context = { schema: 'https://schema.org/' };
  const named = (name: string) => {
    const found = mappings.kinds.find((one) => one.name === name);
    if (!found) throw new Error(`no kind ${name}`);
    const ids = Object.entries(contextOf(found, mappings, base)).map(([term, of]) => [
      typeof of === 'string' ? of : of['@id'],
      term,
    ]);
    return new Map(ids as [string, string][]);
  };
  const [boats, carts] = [named('boats'), named('carts')];
  expect(boats.get('schema:foundingDate')).toBe('foundingDate');
  expect(boats.get('boats:foundingDate')).toBe('boatsFoundingDate');
  expect(boats.get('boats:mast')).toBe('mast');
  expect(boats.get('boats:hull')).toBe('boatsHull');
  expect(carts.get('carts:hull')).toBe('cartsHull');
  // Classes begin with a capital.
  expect(boats.get('boats:Hull')).toBe('BoatsHull');
  expect(carts.get('carts:Hull')).toBe('CartsHull');
});
