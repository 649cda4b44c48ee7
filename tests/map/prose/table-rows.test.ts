/** What the rows of tables become in the graph by patterns of columns. */
import { describe, expect, it } from 'vitest';
import { film, lines, mapText } from '../../support/convert.js';

async function read(section: string) {
  const { statements, problems } = await mapText(film(['Director: Ann Lee', 'Country: Norway'], section));
  return {
    said: (property: string) => lines(statements, (line) => line.includes(` ${property} `)),
    told: problems.map(({ code, message }) => `${code}: ${message}`),
  };
}

describe('releases', () => {
  it('are what country and date say', async () => {
    const { said, told } = await read(`== Release ==

| Country | Release date | Distributor |
| Norway | 3 May 2012 | Stone Works |
| Sweden, Finland | 17 May 2012 | Salt Film |
`);
    expect(said('schema:releasedEvent')).toEqual([
      'X schema:releasedEvent X#release-2012-05-03-norway',
      'X schema:releasedEvent X#release-2012-05-17-sweden',
      'X schema:releasedEvent X#release-2012-05-17-finland',
    ]);
    expect(said('schema:datePublished')).toEqual(['X schema:datePublished 2012-05-03']);
    expect(told).toEqual([
      'unmapped-column: No mapping reads the column "Distributor" of this table; the text of its section holds what stands there.',
    ]);
  });

  it('of home media are others', async () => {
    const { said } = await read(`== Home media ==

| Country | Release date |
| Norway | 3 May 2012 |
`);
    expect(said('schema:releasedEvent')).toEqual([]);
    expect(said('film:homeRelease')).toEqual(['X film:homeRelease X#home-release-2012-05-03-norway']);
  });

  it('need a word that says what the dates are of', async () => {
    const { said, told } = await read(`== Politics ==

| Country | Date |
| Norway | 3 May 2012 |
`);
    expect(said('schema:releasedEvent')).toEqual([]);
    expect(told).toEqual([
      'unmapped-table: No mapping reads this table of 2 rows; it stands in the text of the section "Politics".',
    ]);
  });

  it('are known by what cells hold where no header says it', async () => {
    const { said } = await read(`== Release ==

| Where | When | By |
| Norway | 3 May 2012 | Stone Works |
| Denmark | June 2012 | Salt Film |
`);
    expect(said('schema:releasedEvent')).toEqual([
      'X schema:releasedEvent X#release-2012-05-03-norway',
      'X schema:releasedEvent X#release-2012-06-denmark',
    ]);
  });

  it('are not taken from names that may be anything', async () => {
    const { said } = await read(`== Release ==

| By | When |
| Stone Works | 3 May 2012 |
`);
    expect(said('schema:releasedEvent')).toEqual([]);
  });

  it('go line by line', async () => {
    const { said } = await mapLines('Norway<br>Denmark', '3 May 2012<br>4 May 2012');
    expect(said).toEqual([
      'X schema:releasedEvent X#release-2012-05-03-norway',
      'X schema:releasedEvent X#release-2012-05-04-denmark',
    ]);
  });

  it('are not told apart where lines do not go together', async () => {
    const { said, told } = await mapLines('Norway<br>Denmark<br>Sweden', '3 May 2012<br>4 May 2012');
    expect(said).toEqual([]);
    expect(told.map(({ code }) => code)).toEqual(['unmapped-table']);
  });

  async function mapLines(places: string, dates: string) {
    const { statements, problems } = await mapText(`{{Infobox film
| name = X
| director = [[Ann Lee]]
}}
'''X''' is a 2001 film.

== Release ==
{| class="wikitable"
! Country !! Date
|-
| ${places} || ${dates}
|}
`);
    const thing = statements[0]?.subject.value.split('/').at(-1) as string;
    return {
      said: lines(statements, (line) => line.includes(' schema:releasedEvent ')).map((line) =>
        line.replaceAll(thing, 'X'),
      ),
      told: problems,
    };
  }
});

it('states screenings with their places', async () => {
  const { said } = await read(`== Festivals ==

| Date | Festival | Location |
| 11 May 2012 | Lund Film Festival | Sweden |
| TBA | Oslo Pix Film Festival | Norway |
`);
  expect(said('schema:superEvent')).toEqual([
    'X#screening-lund-film-festival-11-may-2012 schema:superEvent Lund_Film_Festival',
    'X#screening-oslo-pix-film-festival schema:superEvent Oslo_Pix_Film_Festival',
  ]);
  expect(said('schema:location')).toEqual([
    'X#screening-lund-film-festival-11-may-2012 schema:location Sweden',
    'X#screening-oslo-pix-film-festival schema:location Norway',
  ]);
});

describe('box office', () => {
  it('has a territory a row, and none for the sum', async () => {
    const { said } = await read(`== Box office ==

| Territory | Opening weekend | Gross |
| Norway | $10,000 | $1,200,000 |
| Worldwide | $10,000 | $1,500,000 |
`);
    expect(said('film:boxOffice')).toEqual([
      'X film:boxOffice X#box-office-usd-1200000-norway',
      'X film:boxOffice X#box-office-usd-1500000',
    ]);
    expect(said('film:territory')).toEqual(['X#box-office-usd-1200000-norway film:territory Norway']);
  });

  it('is that of the film alone', async () => {
    const { said, told } = await read(`== Box office ==

| Film | Territory | Gross |
| Other Title | Norway | $1,200,000 |
| X | Denmark | $1,500,000 |
`);
    expect(said('film:boxOffice')).toEqual(['X film:boxOffice X#box-office-usd-1500000-denmark']);
    expect(told).toEqual([]);
  });
});

it('puts the cells of a row that lost some where they fit', async () => {
  const { said, told } = await read(`== Release ==

| Country | Release date | Distributor |
| Norway | 3 May 2012 | Stone Works |
| Denmark | 4 May 2012 |
| Stone Works |
`);
  expect(said('schema:releasedEvent')).toEqual([
    'X schema:releasedEvent X#release-2012-05-03-norway',
    'X schema:releasedEvent X#release-2012-05-04-denmark',
  ]);
  expect(told).toContain(
    'unread-text: "| Stone Works |" is no row that its headers tell of; kept as article:unread.',
  );
});

it('reads tables under headings of awards that are none', async () => {
  const { said } = await read(`== Accolades ==

| Year | Publication | List | Rank |
| 2019 | The Stone Times | 100 Best Films | 12 |
`);
  expect(said('schema:position').filter((line) => line.startsWith('X#entry'))).toEqual([
    'X#entry-100-best-films-the-stone-times-2019 schema:position 12',
  ]);
});

describe('lists under a sentence that ends with a colon', () => {
  it('are releases if it tells of releases', async () => {
    const list = '- Norway: 3 May 2012\n- Denmark – May 2012\n- Not yet in Sweden\n';
    const { said, told } = await read(`== Production ==\nThe film was released in these countries:\n${list}`);
    expect(said('schema:releasedEvent')).toEqual([
      'X schema:releasedEvent X#release-2012-05-03-norway',
      'X schema:releasedEvent X#release-2012-05-denmark',
    ]);
    expect(told).toEqual([]);
    const other = await read(`== Production ==\nThe sequel was released in these countries:\n${list}`);
    expect(other.said('schema:releasedEvent')).toEqual([]);
    expect(other.told).toEqual([
      'unmapped-list: No mapping reads this list of 3 items; it stands in the text of the section "Production".',
    ]);
  });

  it('are awards, with the outcome that the sentence says', async () => {
    const { statements } = await mapText(
      film(
        ['Director: Ann Lee'],
        `== Reception ==
The film won the following awards:
- Stone Award for Best Film

It was nominated for these prizes at the 8th Salt Awards:
- Best Director (Ann Lee)
`,
      ),
    );
    const outcomes = statements.filter(({ predicate }) => predicate.value.endsWith('#outcome'));
    const source = outcomes.map(({ subject, object, span }) => [
      subject.value.replace(/.*#/, ''),
      object.value.replace(/.*#/, ''),
      span?.line,
    ]);
    expect(source).toEqual([
      ['award-stone-award-best-film', 'Won', 9],
      ['award-salt-awards-best-director-ann-lee', 'Nominated', 12],
    ]);
  });

  it('are what the film earned, by territory', async () => {
    const { said } = await read(`== Reception ==
The film grossed as follows:
- Norway: $20,000
- Salaries: $5,000
`);
    expect(said('film:boxOffice')).toEqual(['X film:boxOffice X#box-office-usd-20000-norway']);
  });
});

it('reads columns whose headers say territories', async () => {
  const { statements } = await mapText(`{{Infobox film
| name = X
}}
'''X''' is a 2001 film.

== Reception ==
{| class="wikitable"
! rowspan=2 | Budget !! colspan=2 | Box office
|-
! United States !! Worldwide
|-
| $1 million || $5 million || $8 million
|}
`);
  const amounts = lines(statements, (line) => / film:(?:boxOffice|budget) /.test(line));
  expect(amounts.map((line) => line.replace(/.*#/, ''))).toEqual([
    'box-office-usd-5000000-united-states',
    'box-office-usd-8000000',
    'budget-usd-1000000',
  ]);
});
