import { describe, expect, it } from 'vitest';
import { film, mapText } from '../support/convert.js';

/** The cast as `position actor | character | descriptions`. */
async function cast(
  sections: string,
  fields: string[] = [],
): Promise<{ rows: string[]; codes: string[]; unread: string[] }> {
  const { statements, problems } = await mapText(film(['Director: Zed Zoe', ...fields], sections));
  const of = (subject: string, property: string): string[] =>
    statements
      .filter((s) => s.subject.value === subject && s.predicate.value.endsWith(`/${property}`))
      .map(({ object }) => object.value);
  const performances = [
    ...new Set(
      statements
        .filter(({ object }) => object.value.endsWith('PerformanceRole'))
        .map(({ subject }) => subject.value),
    ),
  ];
  const rows = performances.map((node) => {
    const actor = of(of(node, 'actor')[0] ?? '', 'name')[0];
    return [
      `${of(node, 'position')[0]} ${actor}`,
      of(node, 'characterName')[0] ?? '',
      of(node, 'description').join('; '),
    ].join(' | ');
  });
  const unread = statements
    .filter(({ predicate }) => predicate.value.endsWith('#unread'))
    .map(({ object }) => object.value);
  return { rows, codes: problems.map(({ code }) => code), unread };
}

it('reads the order of the source over all parts of the section', async () => {
  const { rows, codes } = await cast(
    '== Cast ==\n- Ann Lee as Kim\n- Bo Roe\n\nCameo appearances\n- Cy Poe as a guest\n\n=== Voices ===\n- Di Moe as Dog\n\n== Plot ==\n- Ed Loe as nobody\n',
  );
  expect(rows).toEqual([
    '1 Ann Lee | Kim | ',
    '2 Bo Roe |  | ',
    '3 Cy Poe | a guest | ',
    '4 Di Moe | Dog | ',
  ]);
  expect(codes).toEqual(['unmapped-list']);
});

it('gives each performer of a role a performance', async () => {
  const { rows } = await cast(
    '== Voice cast ==\n- Ann Lee and Bo Roe as the Twins, who sing\n- Cy Poe (voice) as Dog\n',
  );
  expect(rows).toEqual([
    '1 Ann Lee | the Twins | who sing',
    '2 Bo Roe | the Twins | who sing',
    '3 Cy Poe | Dog | voice',
  ]);
});

it('leaves what is no name', async () => {
  const { rows, unread, codes } = await cast(
    '== Cast ==\n- Roe also plays Kim, a brother\n- Many children of the village\n- Ann Lee, Kim\n- Bo Roe as Sam\n',
  );
  expect(rows).toEqual(['1 Bo Roe | Sam | ']);
  expect(unread).toEqual(['Roe also plays Kim, a brother', 'Many children of the village', 'Ann Lee, Kim']);
  expect(codes).toEqual(['unread-text', 'unread-text', 'unread-text']);
});

it('takes names between commas for performers only where the infobox knows them all', async () => {
  const { rows } = await cast('== Cast ==\n- Ann Lee, Bo Roe\n', ['Starring: Ann Lee, Bo Roe']);
  expect(rows).toEqual(['1 Ann Lee |  | ', '2 Bo Roe |  | ']);
});

it('tells which side of a dash performs by the names that the infobox knows, item by item where it goes both ways', async () => {
  const { rows, unread } = await cast('== Cast ==\n- Kim – Ann Lee\n- Bo Roe – Sam\n- Cy Poe - Tom\n', [
    'Starring: Ann Lee, Bo Roe',
  ]);
  expect(rows).toEqual(['1 Ann Lee | Kim | ', '2 Bo Roe | Sam | ']);
  expect(unread).toEqual(['Cy Poe - Tom']);
});

it('wants a character where the section also lists characters', async () => {
  const { rows, unread } = await cast(
    '== Cast and characters ==\n- Kim Possible\n- Ann Lee as Kim\n- Sam, played by Bo Roe\n',
  );
  expect(rows).toEqual(['1 Ann Lee | Kim | ', '2 Bo Roe | Sam | ']);
  expect(unread).toEqual(['Kim Possible']);
});

it('takes a bullet above others for their heading', async () => {
  const { rows, codes } = await cast('== Cast ==\n- Main cast\n  - Ann Lee as Kim\n- Others\n  - Bo Roe\n');
  expect(rows).toEqual(['1 Ann Lee | Kim | ', '2 Bo Roe |  | ']);
  expect(codes).toEqual([]);
});

it('leaves a name with one line below it, which may be its role', async () => {
  const { rows, codes } = await cast('== Cast ==\n- Ann Lee\n  - Queen Bee\n- Bo Roe\n');
  expect(rows).toEqual(['1 Bo Roe |  | ']);
  expect(codes).toEqual(['unread-text', 'unread-text']);
});

it('takes what stands below a performance for its description', async () => {
  const { rows, codes } = await cast(
    '== Cast (in order of appearance) ==\n- Ann Lee as Kim / Spider:\n  - Young Kim is a student\n  - Bo Roe as young Kim\n- Cy Poe\n',
  );
  expect(rows).toEqual([
    '1 Ann Lee | Kim / Spider | Young Kim is a student',
    '2 Bo Roe | young Kim | ',
    '3 Cy Poe |  | ',
  ]);
  expect(codes).toEqual([]);
});

it('reads tables, with as many performances as columns of performers, which take turns in one place', async () => {
  const { rows, codes } = await cast(
    '== Cast ==\n| Character name | Japanese voice actor | English voice actor | Notes |\n| Kim | Ann Lee | Bo Roe as Kimmy | late |\n| Sam, a dog | Cy Poe & Di Moe | Ed Loe | |\n',
  );
  expect(rows).toEqual([
    '1 Ann Lee | Kim | Japanese voice actor; late',
    '1 Bo Roe | Kimmy | English voice actor; late',
    '2 Cy Poe | Sam | Japanese voice actor',
    '2 Di Moe | Sam | Japanese voice actor',
    '2 Ed Loe | Sam | English voice actor',
  ]);
  expect(codes).toEqual([]);
});

it('leaves rows that lost cells or line breaks', async () => {
  const { rows, unread } = await cast(
    "== Cast ==\n| Actor | Role |\n| Ann Lee | Kim |\n| Bo O'RoeCy Poe | Sam |\n| Di Moe |\n| Ed McLoe | Tom |\n| | Ghost |\n",
  );
  expect(rows).toEqual(['1 Ann Lee | Kim | ', '2 Ed McLoe | Tom | ']);
  expect(unread).toEqual(["| Bo O'RoeCy Poe | Sam |", '| Di Moe |', '| | Ghost |']);
});

it('leaves cells that lost a line break, and rows that may lack a cell between', async () => {
  const { rows, unread } = await cast(
    "== Cast ==\n| Character | Japanese voice | English voice |\n| Kim | Ann Lee | Bo O'RoeCy Poe |\n| Di Moe | Ed Loe | |\n",
  );
  expect(rows).toEqual(['1 Ann Lee | Kim | Japanese voice']);
  expect(unread).toEqual(["Bo O'RoeCy Poe", '| Di Moe | Ed Loe | |']);
});

it('reads no table without a column of performers', async () => {
  const { rows, codes } = await cast('== Cast ==\n| Character | Films |\n| Kim | One |\n');
  expect(rows).toEqual([]);
  expect(codes).toEqual(['unmapped-table']);
});

it('has no performances without a cast section', async () => {
  expect(
    (
      await cast('== Production ==\n- Ann Lee as Kim\n\n=== Casting ===\n- Bo Roe as Sam\n', [
        'Starring: Ann Lee',
      ])
    ).rows,
  ).toEqual([]);
});

it('gives the second role of a performer an address of its own', async () => {
  const { statements } = await mapText(
    film(['Director: Zed Zoe'], '== Cast ==\n- Ann Lee as Kim\n- Ann Lee as Sam\n'),
  );
  const parts = new Set(
    statements.map(({ subject }) => subject.value).filter((iri) => iri.includes('#cast')),
  );
  expect([...parts].map((iri) => iri.replace(/.*#/, ''))).toEqual(['cast-ann-lee', 'cast-ann-lee-2']);
});

it('describes a performance by what stands below it, even where others stand below that', async () => {
  const { rows, codes } = await cast(
    '== Cast ==\n- Ann Lee as Kim\n  - Lee also plays the twin.\n    - Bo Roe as young Kim\n',
  );
  expect(rows).toEqual(['1 Ann Lee | Kim | Lee also plays the twin.', '2 Bo Roe | young Kim | ']);
  expect(codes).toEqual([]);
});

it('takes "uncredited" behind a role for a note', async () => {
  const { rows } = await cast(
    '== Cast ==\n- Ann Lee as the herald uncredited\n- Bo Roe as Kim uncredited, a cook\n',
  );
  expect(rows).toEqual(['1 Ann Lee | the herald | uncredited', '2 Bo Roe | Kim | uncredited, a cook']);
});

describe('roles below their performer', () => {
  it('are his or hers', async () => {
    const { rows, codes } = await cast(
      '== Cast ==\n- Ann Lee as:\n  - Kim\n  - Pat, a maid\n- Bo Roe as the smith\n',
    );
    expect(rows).toEqual(['1 Ann Lee | Kim | ', '2 Ann Lee | Pat | a maid', '3 Bo Roe | the smith | ']);
    expect(codes).toEqual([]);
  });

  it('are none where nobody is named to have them', async () => {
    const { rows } = await cast('== Cast ==\n- Appearing as:\n  - Ann Lee\n- Bo Roe as the smith\n');
    expect(rows.filter((row) => row.includes('| Ann Lee'))).toEqual([]);
  });
});

describe('bullets that name the performer in the middle', () => {
  it.each([
    ['Kim, played by Ann Lee, is a maid', '1 Ann Lee | Kim | is a maid'],
    ['Dr. Kim Lund: Played by Ann Lee, she is a doctor.', '1 Ann Lee | Dr. Kim Lund | she is a doctor'],
    ['Kim – the smith, played by Ann Lee.', '1 Ann Lee | Kim | the smith'],
  ])('reads %s', async (bullet, row) => {
    const { rows } = await cast(`== Cast ==\n- ${bullet}\n`);
    expect(rows).toEqual([row]);
  });

  it('reads what stands behind a parenthesis', async () => {
    const { rows } = await cast(
      '== Cast ==\n- Kim (Ann Lee) is a maid\n- The smith (Bo Roe) is her brother\n- Pat (Cy Poe) sings\n',
    );
    expect(rows).toEqual([
      '1 Ann Lee | Kim | is a maid',
      '2 Bo Roe | The smith | is her brother',
      '3 Cy Poe | Pat | sings',
    ]);
  });

  it.each([
    'Kim – sister of Pat, played by Ann Lee.',
    'Kim, the son of the smith (played by Ann Lee), leaves.',
    'Kim, played by Ann Lee, Bo Roe and others',
  ])('leaves %s', async (bullet) => {
    const { rows, unread } = await cast(`== Cast ==\n- ${bullet}\n`);
    expect(rows).toEqual([]);
    expect(unread).toEqual([bullet]);
  });
});

it('says in which dub they speak', async () => {
  const { rows } = await cast('== Voice cast ==\n- Ann Lee as Kim\n\n=== English dub ===\n- Bo Roe as Kim\n');
  expect(rows).toEqual(['1 Ann Lee | Kim | ', '2 Bo Roe | Kim | English dub']);
});

describe('casts in sentences', () => {
  it('are read where there is no list', async () => {
    const { rows } = await cast(
      '== Cast ==\nAnn Lee plays Kim, a maid, and Bo Roe her brother Pat. The smith is played by Cy Poe.\n',
    );
    expect(rows).toEqual([
      '1 Ann Lee | Kim | a maid',
      '2 Bo Roe | Pat | her brother',
      '3 Cy Poe | The smith | ',
    ]);
  });

  it('go on behind what announces them', async () => {
    const { rows } = await cast(
      '== Cast ==\nThe film stars Ann Lee as the Queen of Salt, Bo Roe as Pat Lund and Cy Poe as himself.\n',
    );
    expect(rows).toEqual([
      '1 Ann Lee | the Queen of Salt | ',
      '2 Bo Roe | Pat Lund | ',
      '3 Cy Poe | himself | ',
    ]);
  });

  it.each([
    'Ann Lee was considered for the part of Kim.',
    'Ann Lee did not play Kim.',
    'In the sequel, Ann Lee plays Kim.',
    'Ann Lee and Bo Roe play Kim and Pat, respectively.',
    'Ann Lee worked as a maid.',
    'The maid is played by her sister.',
    'Kim, played well, is a maid.',
  ])('are not read from "%s"', async (sentence) => {
    const { rows } = await cast(`== Cast ==\n${sentence}\n`);
    expect(rows).toEqual([]);
  });

  it('say nothing that lists do not say better', async () => {
    const { rows } = await cast('== Cast ==\nAnn Lee plays Kim.\n\n- Ann Lee as Kim Lund\n');
    expect(rows).toEqual(['1 Ann Lee | Kim Lund | ']);
  });
});
