/** The sources that an article cites, and what they are evidence for: only what was read from the words before them. */
import { describe, expect, it } from 'vitest';
import type { Conversion } from '../../src/pipeline.js';
import { convertSource, openWorkshop, writeStatements } from '../../src/pipeline.js';
import { shorten } from '../../src/rdf/vocabulary.js';

const opened = openWorkshop();

async function workshop() {
  const { workshop } = await opened;
  if (!workshop) throw new Error('The package’s own mappings have errors.');
  return workshop;
}

async function converted(text: string, options: { readonly citations?: boolean } = { citations: true }) {
  const source = { name: 'salt.wiki', title: 'Salt Road', text, format: 'wikitext' } as const;
  const conversion = await convertSource(source, await workshop(), {
    base: 'https://example.org/',
    language: 'en',
    ...options,
  });
  expect(conversion.report?.results.filter(({ severity }) => severity === 'violation') ?? []).toEqual([]);
  return conversion;
}

const short = (iri: string): string =>
  shorten(iri).replace(/^https:\/\/example\.org\/(?:resource|page)\/(?:Salt_Road(?=#))?/, '');

/** What is said of the nodes of citations, and of what they name. */
function cited({ statements }: Conversion): string[] {
  const lines = statements
    .filter(({ rule, predicate }) => rule === 'article/citation' && shorten(predicate.value) !== 'rdf:type')
    .map(({ subject, predicate, object }) => {
      const value = object.termType === 'NamedNode' ? short(object.value) : object.value;
      return `${short(subject.value)} ${shorten(predicate.value)} ${value}`;
    });
  return [...new Set(lines)];
}

/** What has evidence: the values of a property of anything, each with the names of the sources behind it. */
function backed({ statements }: Conversion, ...properties: string[]): string[] {
  const name = (iri: string): string =>
    statements.find((one) => one.subject.value === iri && shorten(one.predicate.value) === 'schema:name')
      ?.object.value ?? iri;
  const lines = statements
    .filter(({ predicate }) => properties.includes(shorten(predicate.value)))
    .map(({ object, evidence = [] }) => {
      const value = object.termType === 'NamedNode' ? short(object.value) : object.value;
      return `${value} <- ${evidence.map(({ value: iri }) => name(iri)).join(', ')}`;
    });
  return [...new Set(lines)];
}

const box = (field: string): string => `{{Infobox film|name=Salt Road|${field}}}\n'''Salt Road''' is a film.`;
const lead = (words: string): string => `'''Salt Road''' is a film. ${words}`;
const ref = (title: string): string =>
  `<ref>{{cite web|title=${title}|url=https://${title.toLowerCase()}.example/}}</ref>`;

describe('a citation', () => {
  it('says what its template says', async () => {
    const text = lead(
      "<ref>{{Cite news|url=https://a.example/x|title=Salt and ''Sea''|last=Lee|first=Ann|last2=Roe|first2=Bo|newspaper=[[Salt Times]]|publisher=Salt Board|date=4 March 2012|archive-url=https://b.example/1|archive-date=2013-06-01|access-date=May 2013|pages=3–5|doi=10.1000/salt.1|isbn=978-0-452-28424-1|mood=calm|url-status=live}}</ref>",
    );
    expect(cited(await converted(text))).toEqual([
      'Salt_Road schema:citation #citation-salt-and-sea-4-march-2012-3-5',
      '#citation-salt-and-sea-4-march-2012-3-5 schema:author #source-ann-lee',
      '#source-ann-lee schema:name Ann Lee',
      '#citation-salt-and-sea-4-march-2012-3-5 schema:author #source-bo-roe',
      '#source-bo-roe schema:name Bo Roe',
      '#citation-salt-and-sea-4-march-2012-3-5 schema:name Salt and Sea',
      '#citation-salt-and-sea-4-march-2012-3-5 schema:url https://a.example/x',
      '#citation-salt-and-sea-4-march-2012-3-5 schema:archivedAt https://b.example/1',
      '#citation-salt-and-sea-4-march-2012-3-5 article:archiveDate 2013-06-01',
      '#citation-salt-and-sea-4-march-2012-3-5 article:accessDate 2013-05',
      '#citation-salt-and-sea-4-march-2012-3-5 schema:datePublished 2012-03-04',
      '#citation-salt-and-sea-4-march-2012-3-5 schema:publisher #source-salt-board',
      '#source-salt-board schema:name Salt Board',
      'Salt_Times schema:name Salt Times',
      '#citation-salt-and-sea-4-march-2012-3-5 schema:isPartOf Salt_Times',
      '#citation-salt-and-sea-4-march-2012-3-5 schema:pagination 3–5',
      '#citation-salt-and-sea-4-march-2012-3-5 schema:isbn 978-0-452-28424-1',
      '#citation-salt-and-sea-4-march-2012-3-5 schema:identifier #identifier-doi-10-1000-salt-1',
      '#identifier-doi-10-1000-salt-1 schema:name 10.1000/salt.1',
      '#identifier-doi-10-1000-salt-1 schema:propertyID DOI',
      '#identifier-doi-10-1000-salt-1 schema:value 10.1000/salt.1',
      '#citation-salt-and-sea-4-march-2012-3-5 schema:sameAs https://doi.org/10.1000/salt.1',
      '#citation-salt-and-sea-4-march-2012-3-5 raw:mood calm',
    ]);
  });

  it('is read in the templates of other wikis, and keeps what it cannot read', async () => {
    const text = lead(
      '<ref>{{Lien web|titre=Le sel|url=https://a.example/|auteur=Ann Lee|date=printemps 2012}}</ref><ref>{{Internetquelle|titel=Salz|url=kein Ort|abruf=2013-06-01}}</ref>',
    );
    expect(cited(await converted(text))).toEqual([
      'Salt_Road schema:citation #citation-le-sel-printemps-2012',
      '#citation-le-sel-printemps-2012 schema:name Le sel',
      '#citation-le-sel-printemps-2012 schema:url https://a.example/',
      '#citation-le-sel-printemps-2012 raw:date printemps 2012',
      '#citation-le-sel-printemps-2012 schema:author #source-ann-lee',
      '#source-ann-lee schema:name Ann Lee',
      'Salt_Road schema:citation #citation-salz',
      '#citation-salz schema:name Salz',
      '#citation-salz raw:url kein Ort',
      '#citation-salz article:accessDate 2013-06-01',
    ]);
  });

  it('is one node however often it is cited, by its name, before or behind its definition, or as it stands', async () => {
    const text = `${lead(`One.<ref name=a/> Two.<ref name="a">{{cite web|title=A|url=https://a.example/}}</ref> Three.{{r|a}} Four.${ref('A')} Five.<ref name=b/>`)}
== References ==
<references><ref name=b>{{cite book|title=B}}</ref></references>`;
    const { statements } = await converted(text);
    const nodes = statements.filter(({ predicate }) => shorten(predicate.value) === 'schema:citation');
    expect(nodes.map(({ object }) => short(object.value))).toEqual(['#citation-a', '#citation-b']);
  });

  it('is its words where it has no template; what is a note cites nothing', async () => {
    const text = lead(
      "One.<ref>Lee, ''Salt'', p. 3.</ref> Two.<ref>[https://a.example/x Salt pages]. Salt Board.</ref> Three.<ref>https://b.example/y</ref> Four.<ref group=note>Some doubt it.</ref> Five.{{efn|Others doubt it.}}",
    );
    expect(cited(await converted(text))).toEqual([
      'Salt_Road schema:citation #citation-lee-salt-p-3',
      '#citation-lee-salt-p-3 schema:name Lee, Salt, p. 3.',
      'Salt_Road schema:citation #citation-salt-pages',
      '#citation-salt-pages schema:name Salt pages',
      '#citation-salt-pages schema:text Salt pages. Salt Board.',
      '#citation-salt-pages schema:url https://a.example/x',
      'Salt_Road schema:citation #citation-https-b-example-y',
      '#citation-https-b-example-y schema:name https://b.example/y',
      '#citation-https-b-example-y schema:url https://b.example/y',
    ]);
  });

  it('in short is a part of the source that its names and year mean', async () => {
    const text = `${lead('One.{{sfn|Lee|Roe|2001|p=7}} Two.{{sfn|Poe|1999}} Three.<ref>{{harvnb|Lee|Roe|2001}}</ref>')}
== Sources ==
* {{cite book|last=Lee|first=Ann|last2=Roe|first2=Bo|title=Salt|year=2001}}`;
    expect(cited(await converted(text)).filter((line) => !line.includes('#source'))).toEqual([
      'Salt_Road schema:citation #citation-salt-2001',
      '#citation-salt-2001 schema:name Salt',
      '#citation-salt-2001 schema:datePublished 2001',
      'Salt_Road schema:citation #citation-lee-roe-2001-7',
      '#citation-lee-roe-2001-7 schema:name Lee Roe 2001',
      '#citation-lee-roe-2001-7 schema:isPartOf #citation-salt-2001',
      '#citation-lee-roe-2001-7 schema:pagination 7',
      'Salt_Road schema:citation #citation-poe-1999',
      '#citation-poe-1999 schema:name Poe 1999',
    ]);
  });

  it('is not stated where nobody asks for it', async () => {
    const text = lead(`It was shot in [[Oslo]].${ref('A')}`);
    const { statements } = await converted(text, {});
    expect(statements.filter(({ rule, evidence }) => rule === 'article/citation' || evidence)).toEqual([]);
  });
});

describe('evidence in a field', () => {
  it.each([
    ['stands behind its only value', `director=[[Ann Lee]]${ref('A')}`, ['Ann_Lee <- A']],
    [
      'stands behind one of two lines',
      `director=[[Ann Lee]]${ref('A')}<br>[[Bo Roe]]`,
      ['Ann_Lee <- A', 'Bo_Roe <- '],
    ],
    [
      'stands behind the second of two lines',
      `director=[[Ann Lee]]<br>[[Bo Roe]]${ref('A')}`,
      ['Ann_Lee <- ', 'Bo_Roe <- A'],
    ],
    [
      'stands behind an item of a list',
      `director={{plainlist|\n* [[Ann Lee]]\n* [[Bo Roe]]${ref('A')}\n* [[Cy Poe]]}}`,
      ['Ann_Lee <- ', 'Bo_Roe <- A', 'Cy_Poe <- '],
    ],
    [
      'stands behind one of several on a line',
      `director=[[Ann Lee]], [[Bo Roe]]${ref('A')}`,
      ['Ann_Lee <- ', 'Bo_Roe <- A'],
    ],
    [
      'stands behind one of two with a conjunction',
      `director=Ann Lee and Bo Roe${ref('A')}`,
      ['Ann_Lee <- ', 'Bo_Roe <- A'],
    ],
    ['is two references in a row', `director=[[Ann Lee]]${ref('A')}${ref('B')}`, ['Ann_Lee <- A, B']],
    ['is two references with a blank', `director=[[Ann Lee]]${ref('A')} ${ref('B')}`, ['Ann_Lee <- A, B']],
    ['is none where the reference stands before it', `director=${ref('A')}[[Ann Lee]]`, ['Ann_Lee <- ']],
    ['is none where it is a note', 'director=[[Ann Lee]]{{efn|Or not.}}', ['Ann_Lee <- ']],
    [
      'is that of a note that holds a citation',
      'director=[[Ann Lee]]{{efn|{{cite web|title=A}}}}',
      ['Ann_Lee <- A'],
    ],
    [
      'is none where a note has one for its own words',
      `director=[[Ann Lee]]{{efn|Others say Bo Roe.${ref('A')}}}`,
      ['Ann_Lee <- '],
    ],
    ['is a short citation', 'director=[[Ann Lee]]{{sfn|Poe|1999}}', ['Ann_Lee <- Poe 1999']],
  ])('%s', async (_, field, expected) => {
    expect(backed(await converted(box(field)), 'schema:director')).toEqual(expected);
  });

  it('is no neighbour’s', async () => {
    const text = box(`director=[[Ann Lee]]|country=Norway${ref('A')}|runtime=90 minutes`);
    const properties = ['schema:director', 'schema:countryOfOrigin', 'schema:duration'];
    expect(backed(await converted(text), ...properties)).toEqual(['Ann_Lee <- ', 'Norway <- A', 'PT90M <- ']);
  });
});

describe('evidence in a sentence', () => {
  it.each([
    [
      'stands behind its end',
      `It was shot in [[Oslo]] and [[Bergen]].${ref('A')}`,
      ['Oslo <- A', 'Bergen <- A'],
    ],
    ['is not that of the next', `It was shot in [[Oslo]]. It was a success.${ref('A')}`, ['Oslo <- ']],
    ['is not that of the one before', `It was a success.${ref('A')} It was shot in [[Oslo]].`, ['Oslo <- ']],
    [
      'inside of it stands behind the words before it',
      `It was shot in [[Oslo]]${ref('A')} and [[Bergen]]${ref('B')}.`,
      ['Oslo <- A', 'Bergen <- B'],
    ],
    [
      'inside of it is not that of what follows',
      `It was shot in [[Oslo]]${ref('A')} and [[Bergen]].`,
      ['Oslo <- A', 'Bergen <- '],
    ],
    [
      'behind a comma is that of the words before it',
      `It was shot in [[Oslo]],${ref('A')} [[Bergen]] and [[Hamar]].`,
      ['Oslo <- A', 'Bergen <- ', 'Hamar <- '],
    ],
    ['may be a template of a citation', 'It was shot in [[Oslo]]. {{cite web|title=A}}', ['Oslo <- A']],
    [
      'may be defined later',
      `It was shot in [[Oslo]].<ref name=x/> More.<ref name=x>{{cite web|title=A}}</ref>`,
      ['Oslo <- A'],
    ],
  ])('%s', async (_, words, expected) => {
    expect(backed(await converted(lead(words)), 'film:filmingLocation')).toEqual(expected);
  });

  it('of a heading is none of what stands below it', async () => {
    const text = `${lead('')}\n== Production ==${ref('A')}\nIt was shot in [[Oslo]].\n== Places ${ref('B')} ==\nIt was shot in [[Bergen]].`;
    expect(backed(await converted(text), 'film:filmingLocation')).toEqual(['Oslo <- ', 'Bergen <- ']);
  });
});

describe('evidence in lists and tables', () => {
  it('behind an item is that of the item', async () => {
    const text = `${lead('')}\n== Cast ==\n* [[Ann Lee]] as Mara${ref('A')}\n* [[Bo Roe]] as Finn`;
    expect(backed(await converted(text), 'schema:characterName')).toEqual(['Mara <- A', 'Finn <- ']);
  });

  const table = (rows: string): string =>
    `${lead('')}\n== Accolades ==\n{| class="wikitable"\n! Award !! Year !! Category !! Recipient !! Result !! Ref.\n${rows}|}`;

  it('behind a cell is that of the cell', async () => {
    const text = table(`|-\n| Salt Award || 2012 || Best Film${ref('A')} || [[Ann Lee]] || Won ||\n`);
    expect(backed(await converted(text), 'award:category', 'award:year', 'award:recipient')).toEqual([
      '2012 <- ',
      'Best Film <- A',
      'Ann_Lee <- ',
    ]);
  });

  it('in a column of references is that of the row, without cells merged with those of other rows', async () => {
    const text = table(
      `|-\n| rowspan=2 | Salt Award || 2012 || Best Film || [[Ann Lee]] || Won || ${ref('A')}\n|-\n| 2013 || Best Actor || [[Bo Roe]] || Won ||\n`,
    );
    expect(backed(await converted(text), 'award:year', 'award:recipient', 'award:body')).toEqual([
      'Salt_Award <- ',
      '2012 <- A',
      'Ann_Lee <- A',
      '2013 <- ',
      'Bo_Roe <- ',
    ]);
  });
});

describe('an export', () => {
  it('says of the places of statements and of annotations which sources are behind them', async () => {
    const text = lead(`It was shot in [[Oslo]].${ref('A')}`);
    const { statements } = await converted(text);
    const source = { name: 'salt.wiki', text };
    const spans = writeStatements(statements, 'nquads', await workshop(), { provenance: 'span', source });
    const place = text.indexOf('Oslo');
    expect(spans).toContain(
      `<https://example.org/page/Salt_Road#char=${place},${place + 4}> <http://www.w3.org/ns/prov#hadPrimarySource> <https://example.org/page/Salt_Road#citation-a> <https://example.org/page/Salt_Road> .`,
    );
    const annotated = writeStatements(statements, 'turtle', await workshop(), {
      provenance: 'rdf12',
      source,
    });
    expect(annotated).toMatch(
      /filmingLocation thing:Oslo\s+~ \S+ \{\|[^|]*prov:hadPrimarySource section:citation-a \|\}/,
    );
  });
});
