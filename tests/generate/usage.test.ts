import { describe, expect, it } from 'vitest';
import { parameterUsage } from '../../src/generate/usage.js';
import { lintUsage } from '../../src/lint.js';
import { compileMappings } from '../../src/map/compile-mappings.js';
import { parseMappingFiles } from '../../src/map/parse-mapping-files.js';
import { readMappingFiles } from '../../src/read/package-files.js';

const own = [
  {
    name: 'kinds/schooner.yaml',
    text: `kind: schooner
class: schema:Vehicle
signs: { templates: [infobox schooner] }
parts: [infobox hull]
within: { infobox voyage: { kind: voyage, property: schema:subjectOf } }
fields:
  mast: { labels: [masts], property: schema:numberOfAxles, value: integer }
groups:
  command:
    property: schema:subjectOf
    class: schema:Role
    fields: { captain: { labels: ["captain{n}"], property: schema:roleName, value: text } }
ignore: [box width]
`,
  },
  {
    name: 'kinds/voyage.yaml',
    text: `kind: voyage
class: schema:Event
fields: { harbour: { labels: [harbour], property: schema:location, value: place } }
`,
  },
];
const files = [...readMappingFiles(), ...own];

const table = (...rows: string[]) => ({ name: 'usage.tsv', text: `${rows.join('\n')}\n` });

describe('usage of parameters', () => {
  const { mappings } = compileMappings(parseMappingFiles(files, []));
  const usageOf = (...rows: string[]) => {
    if (!mappings) throw new Error('the mappings do not compile');
    return parameterUsage(table('template\tparameter\tuses', ...rows), mappings);
  };

  it('counts fields, members of groups and what means nothing, and lists what is left, the most used first', () => {
    const rows = ['masts\t50', 'captain2\t30', 'box_width\t10', 'rope\t3', 'sail colour\t7'];
    const { templates, problems } = usageOf(...rows.map((row) => `Infobox Schooner\t${row}`));
    expect(problems).toEqual([]);
    expect(templates).toEqual([
      {
        template: 'Infobox Schooner',
        kinds: ['schooner'],
        uses: 100,
        claimed: 80,
        ignored: 10,
        left: [
          { name: 'sail colour', uses: 7 },
          { name: 'rope', uses: 3 },
        ],
      },
    ]);
  });

  it('reads further boxes of a thing and boxes inside by the kinds that read them, and leaves all others out', () => {
    const { templates } = usageOf(
      'infobox hull\tmasts\t1',
      'infobox voyage\tharbour\t1',
      'infobox voyage\tmasts\t1',
      'infobox volcano\tcrater\t9',
    );
    expect(templates.map(({ template, kinds, claimed }) => [template, kinds, claimed])).toEqual([
      ['infobox hull', ['schooner'], 1],
      ['infobox voyage', ['voyage'], 1],
    ]);
  });
});

describe('the command’s text', () => {
  it('says the share, and finds columns by the first line', () => {
    const file = table(
      'uses\tnote\tparameter\ttemplate',
      '2\tx\tmasts\tinfobox schooner',
      '1\t\trope\tinfobox schooner',
    );
    expect(lintUsage(file, files)).toEqual({
      text: 'infobox schooner (schooner): 66.6 % of 3, 2 claimed, 0 ignored; left: rope 1\n',
      problems: [],
    });
  });

  it('tells the line of what is no row', () => {
    const bad = table('template\tparameter\tuses', 'infobox schooner\tmasts\tmany', 'infobox schooner\t\t3');
    expect(lintUsage(bad, files).problems.map(({ message, place }) => [message, place?.line])).toEqual([
      ['"many" is no number of uses.', 2],
      ['The line names no template and parameter.', 3],
    ]);
  });

  it('tells which columns the first line does not name', () => {
    const { problems } = lintUsage(table('template;parameter;uses'), files);
    expect(problems).toMatchObject([
      {
        message: 'The first line names no column template, parameter, uses; columns have tabs between them.',
        place: { line: 1 },
      },
    ]);
  });
});
