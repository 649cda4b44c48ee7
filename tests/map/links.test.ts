/** What links of wikitext say: which page a name means, and what the words beside a date lead to. */
import { expect, it } from 'vitest';
import { lines, mapText, valuesOf } from '../support/convert.js';

function film(fields: string, rest = ''): string {
  return `{{Infobox film\n| name = X\n${fields}\n}}\n'''X''' is a 2001 film.\n\n${rest}`;
}

const credits = (line: string): boolean =>
  /^X (?:schema:(?:director|producer|productionCompany)|film:(?:distributor|screenwriter|cinematographer)) /.test(
    line,
  );

it('takes a name without a link for the page that the same words lead to elsewhere', async () => {
  const fields = '| director = Ann Lee\n| distributor = [[Zorb|Zorb Films]]\n| studio = Zorb Films';
  const { statements } = await mapText(film(fields, '[[Ann Lee (director)|Ann Lee]] made it.'));
  expect(lines(statements, credits)).toEqual([
    'X schema:director Ann_Lee_(director)',
    'X film:distributor Zorb',
    'X schema:productionCompany Zorb',
  ]);
});

it('leaves a name alone whose words lead to several pages, or are one word, or lead into a section', async () => {
  const { statements } = await mapText(
    film(
      '| director = Ann Lee\n| producer = Zed\n| writer = Bo Roe',
      '[[Ann Lee (director)|Ann Lee]], [[Ann Lee (actor)|Ann Lee]], [[Zed (god)|Zed]], [[Roe#Bo|Bo Roe]].',
    ),
  );
  expect(lines(statements, credits)).toEqual([
    'X schema:director Ann_Lee',
    'X schema:producer Zed',
    'X film:screenwriter Bo_Roe',
  ]);
});

it('takes no name for that of a character', async () => {
  const { statements } = await mapText(
    film(
      '| director = Ann Lee\n| producer = Bo Roe',
      '[[Ann Lee (character)|Ann Lee]] meets [[Bo Roe (X)|Bo Roe]].',
    ),
  );
  expect(lines(statements, credits)).toEqual(['X schema:director Ann_Lee', 'X schema:producer Bo_Roe']);
});

it('makes no one of several whom one page is about', async () => {
  const producers = '{{ubl|[[Koe brothers|Ed Koe]]|[[Koe brothers|Al Koe]]}}';
  const { statements } = await mapText(
    film(`| producer = ${producers}\n| director = [[Koe brothers|Al Koe]]`),
  );
  expect(lines(statements, credits)).toEqual([
    'X schema:producer Ed_Koe',
    'X schema:producer Al_Koe',
    'X schema:director Al_Koe',
  ]);
});

it('takes the initials of a society off a link', async () => {
  const { statements } = await mapText(film('| cinematography = [[Ann Lee (cinematographer)|Ann Lee]] ASC'));
  expect(lines(statements, credits)).toEqual(['X film:cinematographer Ann_Lee_(cinematographer)']);
  expect(valuesOf(statements, 'film:cinematographer')).toEqual(['Ann Lee']);
});

it('states the festival that the words beside a date lead to, and of other words where they lead', async () => {
  const dates =
    '{{Film date|2001|5|3|[[2001 Sands Film Festival|Sands]]|2001|6|7|[[Old Hall, Rome|Old Hall]]}}';
  const { statements } = await mapText(film(`| released = ${dates}`));
  const said = /schema:(?:superEvent|description|location)|rdfs:seeAlso|^(?:2001_Sands|Old_Hall)/;
  expect(lines(statements, (line) => said.test(line)).sort()).toEqual([
    '2001_Sands_Film_Festival rdf:type schema:Festival',
    '2001_Sands_Film_Festival schema:name 2001 Sands Film Festival',
    'Old_Hall,_Rome rdf:type schema:Thing',
    'Old_Hall,_Rome schema:name Old Hall',
    'X#release-2001-05-03 schema:superEvent 2001_Sands_Film_Festival',
    'X#release-2001-06-07 rdfs:seeAlso Old_Hall,_Rome',
    'X#release-2001-06-07 schema:description Old Hall',
  ]);
});

function awards(...rows: string[]): string {
  const body = rows.map((row) => `|-\n| ${row}\n`).join('');
  return `== Accolades ==\n{| class="wikitable"\n! Award !! Category !! Recipient !! Result\n${body}|}`;
}

it('takes a giver that leads to one ceremony for the giver, and that ceremony', async () => {
  const table = awards(
    '[[5th Sands Awards|Sands Awards]] || Best Film || Bo Roe || {{won}}',
    '[[2001 Dunes Film Festival|Dunes Film Festival]] || Best Actor || Bo Roe || {{nom}}',
  );
  const { statements } = await mapText(film('| director = Ann Lee', table));
  expect(lines(statements, (line) => /award:(?:body|edition|year) /.test(line))).toEqual([
    'X#award-sands-awards-best-film-bo-roe award:body Sands_Awards',
    'X#award-sands-awards-best-film-bo-roe award:edition 5',
    'X#award-dunes-film-festival-2001-best-actor-bo-roe award:body Dunes_Film_Festival',
    'X#award-dunes-film-festival-2001-best-actor-bo-roe award:year 2001',
  ]);
});

it('takes a date that leads to a ceremony of the giver for that of its edition', async () => {
  const header = '! Award !! Date !! Category !! Result';
  const rows = [
    'Sands Awards || [[5th Sands Awards|3 May 2001]] || Best Film || {{won}}',
    'Dunes Awards || [[7th Sands Awards|3 May 2002]] || Best Film || {{won}}',
  ];
  const table = `== Awards ==\n{| class="wikitable"\n${header}\n|-\n| ${rows.join('\n|-\n| ')}\n|}`;
  const { statements } = await mapText(film('| director = Ann Lee', table));
  expect(lines(statements, (line) => line.includes('award:edition'))).toEqual([
    'X#award-sands-awards-2001-best-film award:edition 5',
  ]);
});

it('reads a table whose header lacks a label, where the words of every row show what they are', async () => {
  const header = '! Year !! Organization !! Award !! Result';
  const rows = [
    'Sands Film Festival || Best Film || [[Ann Lee]] || {{won}}',
    'Dunes Film Festival || Best Actor || [[Bo Roe]] || {{nom}}',
  ];
  const table = `== Awards ==\n{| class="wikitable"\n${header}\n|-\n| ${rows.join('\n|-\n| ')}\n|}`;
  const { statements, problems } = await mapText(film('| director = Ann Lee', table));
  expect(lines(statements, (line) => /award:(?:body|category|recipient|outcome) /.test(line))).toEqual([
    'X#award-sands-film-festival-best-film-ann-lee award:body Sands_Film_Festival',
    'X#award-sands-film-festival-best-film-ann-lee award:category Best Film',
    'X#award-sands-film-festival-best-film-ann-lee award:recipient Ann_Lee',
    'X#award-sands-film-festival-best-film-ann-lee award:outcome award:Won',
    'X#award-dunes-film-festival-best-actor-bo-roe award:body Dunes_Film_Festival',
    'X#award-dunes-film-festival-best-actor-bo-roe award:category Best Actor',
    'X#award-dunes-film-festival-best-actor-bo-roe award:recipient Bo_Roe',
    'X#award-dunes-film-festival-best-actor-bo-roe award:outcome award:Nominated',
  ]);
  expect(problems.filter(({ severity }) => severity === 'warning')).toEqual([]);
});

it('tells once of a table whose headers fit none of its rows, and keeps every row', async () => {
  const table = awards(
    'Best Film || Ann Lee || Sands Film Festival || Won',
    'Best Actor || Bo Roe || Dunes Film Festival || Won',
  );
  const { statements, problems } = await mapText(film('| director = Ann Lee', table));
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  expect(warnings.map(({ code }) => code)).toEqual(['unread-table']);
  expect(lines(statements, (line) => line.includes('article:unread'))).toHaveLength(2);
});

it('reads each line of a cell of a cast table by itself', async () => {
  const cell = "[[Ann Lee]]<br>[[Bo Roe]] ''as young Kim'' <br>(uncredited)";
  const table = `== Cast ==\n{| class="wikitable"\n! Character !! Voice actor\n|-\n| Kim || ${cell}\n|}`;
  const { statements } = await mapText(film('| director = Zed Zoe', table));
  expect(lines(statements, (line) => /schema:(?:characterName|description) /.test(line))).toEqual([
    'X#cast-ann-lee schema:characterName Kim',
    'X#cast-bo-roe schema:characterName young Kim',
    'X#cast-bo-roe schema:description uncredited',
  ]);
});

it('takes the fields of a box that goes on with the box around it for its own', async () => {
  const module = '{{Infobox Chinese|child=yes|pinyin=Sha hai}}';
  const other = '{{Infobox song|name=Tune|writer=Bo Roe}}';
  const { statements } = await mapText(film(`| director = Ann Lee\n| module = ${module}\n| misc = ${other}`));
  expect(lines(statements, (line) => /alternateName|raw:writer|screenwriter/.test(line))).toEqual([
    'X schema:alternateName Sha hai',
    'X#infobox-tune raw:writer Bo Roe',
  ]);
});

it('takes an item that only heads those behind it for a note', async () => {
  const { statements, problems } = await mapText(
    film('| director = Ann Lee\n| music = {{ubl|Songs:|Bo Roe|Score:|Cy Poe}}'),
  );
  expect(valuesOf(statements, 'schema:musicBy')).toEqual(['Bo Roe', 'Cy Poe']);
  expect(problems.map(({ message }) => message)).toEqual([
    '"Songs:" beside "Bo Roe" is not in the graph.',
    '"Score:" beside "Cy Poe" is not in the graph.',
  ]);
});

it('takes a page about having no party for none, whatever words link to it', async () => {
  const { statements } = await mapText(
    film(
      '| director = [[Independent (politician)|Zed Roe]]\n| producer = [[Independent (band)|Independent]]',
    ),
  );
  expect(lines(statements, (line) => /^X schema:(?:director|producer) /.test(line))).toEqual([
    'X schema:producer Independent_(band)',
  ]);
});

it('gives no thing another name that only tells which one is meant, and takes no list for a thing', async () => {
  const { statements } = await mapText(
    film(
      "| based_on = ''[[The Salt (novel)]]''\n| crumb = [[List of salt codes|Salt Code]], [[Ann Lee|A. Lee]]",
    ),
    { mentions: false },
  );
  expect(lines(statements, (line) => /alternateName|List_of/.test(line))).toEqual([]);
  expect(lines(statements, (line) => /raw:/.test(line) && /Ann_Lee/.test(line))).toHaveLength(1);
});
