import { expect, it } from 'vitest';
import { film, lines, mapText, valuesOf } from '../support/convert.js';

it.each(['Director', 'director', 'DIRECTED BY', 'Directors', 'Directed_by', 'director(s)'])(
  'knows the label %j',
  async (label) => {
    const { statements, problems } = await mapText(film([`${label}: Ann Lee`]));
    expect(valuesOf(statements, 'schema:director')).toEqual(['Ann Lee']);
    expect(problems).toEqual([]);
  },
);

it('maps each credit to its property', async () => {
  const fields = [
    'Director: Ann Lee',
    'Producer: Bo Roe',
    'Written by: Cy Poe',
    'Story: Di Moe',
    'Starring: Ed Loe',
    'Narrator: Flo Koe',
    'Music: Gus Joe',
    'Cinematography: Hal Hoe',
    'Editing: Ida Goe',
    'Studio: Jay Films',
    'Distributor: Kay Releasing',
  ];
  const { statements } = await mapText(film(fields));
  expect(lines(statements, (line) => /^X \S+ [A-Z][a-z]{1,2}_/.test(line))).toEqual([
    'X schema:director Ann_Lee',
    'X schema:producer Bo_Roe',
    'X film:screenwriter Cy_Poe',
    'X film:storyAuthor Di_Moe',
    'X film:starring Ed_Loe',
    'X film:narrator Flo_Koe',
    'X schema:musicBy Gus_Joe',
    'X film:cinematographer Hal_Hoe',
    'X film:editor Ida_Goe',
    'X schema:productionCompany Jay_Films',
    'X film:distributor Kay_Releasing',
  ]);
});

it('joins writer, screenplay and the like', async () => {
  const { statements } = await mapText(film(['Writer: Ann Lee', 'Screenplay: Bo Roe, Ann Lee']));
  expect(valuesOf(statements, 'film:screenwriter')).toEqual(['Ann Lee', 'Bo Roe']);
});

it('keeps what no mapping claims', async () => {
  const { statements, problems } = await mapText(
    film(['Director: Ann Lee', 'Colour process: Eastmancolor', 'Aspect_ratio: 2.35:1']),
  );
  expect(valuesOf(statements, 'raw:colour_process')).toEqual(['Eastmancolor']);
  expect(valuesOf(statements, 'raw:aspect_ratio')).toEqual(['2.35:1']);
  expect(problems.map(({ code, about, place }) => [code, about, place.line])).toEqual([
    ['unmapped-field', 'Colour process', 5],
    ['unmapped-field', 'Aspect_ratio', 6],
  ]);
});

it('keeps raw what cannot be read, and reads the rest of the field', async () => {
  const { statements, problems } = await mapText(
    film(['Runtime: 90 minutes, 5 reels', 'Language: French, Elvish', 'Starring: Ann Lee, everybody else']),
  );
  expect(valuesOf(statements, 'schema:duration')).toEqual(['PT90M']);
  expect(valuesOf(statements, 'raw:runtime')).toEqual(['5 reels']);
  expect(valuesOf(statements, 'schema:inLanguage')).toEqual(['fr']);
  expect(valuesOf(statements, 'raw:language')).toEqual(['Elvish']);
  expect(valuesOf(statements, 'film:starring')).toEqual(['Ann Lee']);
  expect(valuesOf(statements, 'raw:starring')).toEqual(['everybody else']);
  expect(problems.map(({ code, severity, place }) => [code, severity, place.line, place.column])).toEqual([
    ['unread-value', 'warning', 4, 24],
    ['unread-value', 'warning', 5, 21],
    ['unread-value', 'warning', 6, 22],
  ]);
});

it('tells people from organisations by their words and by other fields', async () => {
  const fields = ['Director: Ann Lee', 'Producer: Ann Lee, Zorb, Eros International, Bo Roe', 'Studio: Zorb'];
  const { statements } = await mapText(film(fields));
  expect(lines(statements, (line) => line.includes('rdf:type') && !/^X/.test(line))).toEqual([
    'Ann_Lee rdf:type schema:Person',
    'Zorb rdf:type schema:Organization',
    'Eros_International rdf:type schema:Organization',
    'Bo_Roe rdf:type schema:Person',
  ]);
});

it('makes two things of a name that is a person and a company', async () => {
  const { statements } = await mapText(film(['Director: Ann Lee', 'Studio: Ann Lee']));
  expect(lines(statements, (line) => /schema:(director|productionCompany)|Organization/.test(line))).toEqual([
    'X schema:director Ann_Lee',
    'X#organization-ann-lee rdf:type schema:Organization',
    'X schema:productionCompany X#organization-ann-lee',
  ]);
});

it('never takes a name for the article of the same name', async () => {
  const { statements } = await mapText(film(['Starring: X', 'Based on: X by Ann Lee']));
  expect(lines(statements, (line) => /starring|isBasedOn|Person/.test(line))).toEqual([
    'X#person-x rdf:type schema:Person',
    'X film:starring X#person-x',
    'X schema:isBasedOn X#based-on-x',
    'Ann_Lee rdf:type schema:Person',
  ]);
});

it('maps releases, and the earliest date', async () => {
  const { statements } = await mapText(film(['Released: 3 May 1999 (Japan), November 1998 (TIFF)']));
  expect(valuesOf(statements, 'schema:datePublished')).toEqual(['1998-11']);
  expect(
    lines(statements, (line) => /#release\S* schema:(startDate|location|description)/.test(line)),
  ).toEqual([
    'X#release-1999-05-03-japan schema:startDate 1999-05-03',
    'X#release-1999-05-03-japan schema:location Japan',
    'X#release-1998-11 schema:startDate 1998-11',
    'X#release-1998-11 schema:description TIFF',
  ]);
});

it('maps money with its place', async () => {
  const { statements } = await mapText(
    film(['Box office: $1–1.5 million (US), €2 million', 'Budget: Rs 2 crore', 'Country: India']),
  );
  expect(
    lines(statements, (line) =>
      /#(box-office|budget)\S* (schema:(currency|value|m..Value)|film:)/.test(line),
    ),
  ).toEqual([
    'X#box-office-usd-1000000-1500000-united-states schema:currency USD',
    'X#box-office-usd-1000000-1500000-united-states schema:minValue 1000000',
    'X#box-office-usd-1000000-1500000-united-states schema:maxValue 1500000',
    'X#box-office-usd-1000000-1500000-united-states film:territory United_States',
    'X#box-office-eur-2000000 schema:currency EUR',
    'X#box-office-eur-2000000 schema:value 2000000',
    'X#budget-inr-20000000 schema:currency INR',
    'X#budget-inr-20000000 schema:value 20000000',
  ]);
});

it('maps titles with the language of their field', async () => {
  const { statements } = await mapText(film(['Traditional Chinese: 甜蜜蜜', 'Also known as: Sweet, Sweet']));
  const names = statements.filter(({ predicate }) => predicate.value.endsWith('alternateName'));
  expect(names.map(({ object }) => [object.value, 'language' in object && object.language])).toEqual([
    ['甜蜜蜜', 'zh-Hant'],
    ['Sweet, Sweet', 'en'],
  ]);
});

it('keeps a value that is too long as it stands', async () => {
  const value = 'A B, '.repeat(5000).trim();
  const { statements, problems } = await mapText(film([`Director: ${value}`, 'Producer: Ann Lee']));
  expect(valuesOf(statements, 'schema:director')).toEqual([]);
  expect(valuesOf(statements, 'raw:director')).toEqual([value]);
  expect(problems.map(({ code }) => code)).toEqual(['unread-value']);
});

it('keeps a second infobox apart', async () => {
  const { statements } = await mapText(
    '= X =\n\nX\n- Director: Ann Lee\n\nX: The Music\n- Artist: Bo Roe\n\nX is a 2001 film.\n',
  );
  expect(lines(statements, (line) => /infobox/.test(line))).toEqual([
    'X#infobox-x-the-music rdf:type schema:Thing',
    'X#infobox-x-the-music schema:name X: The Music',
    'X schema:mentions X#infobox-x-the-music',
    'X#infobox-x-the-music raw:artist Bo Roe',
  ]);
});

it('shows, for every statement with a span, words that say it', async () => {
  const text = film(
    [
      'Director: Ann Lee',
      'Runtime: 90 minutes',
      'Released: 3 May 1999 (Japan)',
      'Budget: $1.5 million',
      'Studio: Zorb Films',
    ],
    '== Cast ==\n- Ann Lee as Kim\n',
  );
  const { statements } = await mapText(text);
  const points = [...text];
  for (const { span, object, predicate } of statements) {
    if (!span || object.termType !== 'Literal' || /abstract|text$|currency$|#kind$/.test(predicate.value))
      continue;
    const words = points.slice(span.begin, span.end).join('');
    const digits = object.value.replace(/\D/g, '').replace(/0+$/, '').slice(0, 2);
    expect(
      words.includes(object.value) || (digits !== '' && words.includes(digits.charAt(0))),
      `${words} for ${object.value}`,
    ).toBe(true);
  }
});

it('attaches a label to the names behind it', async () => {
  const { statements, problems } = await mapText(film(['Music: Songs:, Ann Lee, Score:, Bo Roe']));
  expect(valuesOf(statements, 'schema:musicBy')).toEqual(['Ann Lee', 'Bo Roe']);
  expect(problems.map(({ message }) => message)).toEqual([
    '"Songs" beside "Ann Lee" is not in the graph.',
    '"Score" beside "Bo Roe" is not in the graph.',
  ]);
});

it('takes the initials of a society for a note', async () => {
  const { statements } = await mapText(film(['Cinematography: Ann Lee BSC, Bo KBS, MGM ASC']));
  expect(valuesOf(statements, 'film:cinematographer')).toEqual(['Ann Lee', 'Bo KBS', 'MGM ASC']);
});

it('says of a title in another script not that it is in the language of the article', async () => {
  const { statements } = await mapText(
    film(['Original title: 風箏', 'Kanji: 凧', 'Also known as: The Kite']),
  );
  const titles = statements.filter(({ predicate }) => predicate.value.endsWith('alternateName'));
  expect(
    titles.map(({ object }) => [object.value, object.termType === 'Literal' && object.language]),
  ).toEqual([
    ['風箏', 'und'],
    ['凧', 'ja'],
    ['The Kite', 'en'],
  ]);
});

it('takes several countries beside a date for several places', async () => {
  const { statements } = await mapText(film(['Released: 3 May 2001 (France and Italy)']));
  expect(lines(statements, (line) => line.includes('schema:location'))).toEqual([
    'X#release-2001-05-03-france-italy schema:location France',
    'X#release-2001-05-03-france-italy schema:location Italy',
  ]);
});

it.each([
  ['Sands Film Festival', 'schema:superEvent Sands_Film_Festival'],
  ['a festival in Sands', 'schema:description a festival in Sands'],
  ['premiere', 'schema:description premiere'],
])('tells a festival beside a date from other notes: %j', async (note, expected) => {
  const { statements } = await mapText(film([`Released: 3 May 2001 (${note})`]));
  const said = lines(statements, (line) =>
    /^X#release-2001-05-03 schema:(?:superEvent|description)/.test(line),
  );
  expect(said).toEqual([`X#release-2001-05-03 ${expected}`]);
});

it.each(['US/Canada', 'US and Canada', 'United States & Canada'])(
  'names a territory of several countries alike: %j',
  async (place) => {
    const { statements } = await mapText(film([`Box office: $10 million (${place})`]));
    expect(lines(statements, (line) => line.includes('film:territory'))).toEqual([
      'X#box-office-usd-10000000-united-states-and-canada film:territory United_States_and_Canada',
    ]);
  },
);
