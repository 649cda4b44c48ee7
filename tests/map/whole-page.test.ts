/** What a page says besides its fields and sentences: links, categories, pictures, where it is, which revision it is. */
import { describe, expect, it } from 'vitest';
import type { Conversion } from '../../src/pipeline.js';
import { convertSource, openWorkshop } from '../../src/pipeline.js';
import { shorten } from '../../src/rdf/vocabulary.js';
import { canonicalNamespaces } from '../../src/source/namespaces.js';
import type { Source } from '../../src/source.js';

const opened = openWorkshop();
const pageBase = 'https://en.wikipedia.org/wiki/';
const site = { pageBase, wiki: 'en.wikipedia.org', language: 'en', namespaces: canonicalNamespaces };

async function converted(
  text: string,
  source: Partial<Source> = { site, url: `${pageBase}Salt_Road` },
  options: { readonly mentions?: boolean } = {},
): Promise<Conversion> {
  const { workshop } = await opened;
  if (!workshop) throw new Error('The package’s own mappings have errors.');
  const whole = {
    name: 'dump.xml#Salt Road',
    title: 'Salt Road',
    text,
    format: 'wikitext',
    ...source,
  } as const;
  const conversion = await convertSource(whole, workshop, {
    base: 'https://example.org/',
    language: 'en',
    ...options,
  });
  expect(conversion.report?.results.filter(({ severity }) => severity === 'violation') ?? []).toEqual([]);
  return conversion;
}

/** Statements of a property as short lines, with the words that they were read from. */
function stated({ statements }: Conversion, text: string, ...properties: string[]): string[] {
  const short = (iri: string): string => shorten(iri).replace('https://example.org/', '');
  return statements.flatMap(({ subject, predicate, object, span }) => {
    const property = shorten(predicate.value);
    const words = span ? ` <- ${[...text].slice(span.begin, span.end).join('')}` : '';
    const value = object.termType === 'NamedNode' ? short(object.value) : object.value;
    return properties.includes(property) ? [`${short(subject.value)} ${value}${words}`] : [];
  });
}

describe('links', () => {
  const text = `'''Salt Road''' is a 2001 [[drama film]] by [[Ann Lee (director)|Ann Lee]], shot at [[Selsey]]s [[Port#Old port|old port]].

== Plot ==
[[Selsey]] again, [[salt Road|itself]], [[#Plot|above]] and [[:Category:Ports]].
[[File:Road.jpg|thumb|The road to [[Bosham]]]]
<ref>[[Footnote]]</ref>{{Main|Hatnote}}`;

  it('are mentions below the pictures of a gallery, whatever says how these are shown', async () => {
    const gallery = `'''Salt Road''' is a 2001 film.
<gallery mode="packed">
File:Road.jpg|The road to [[Bosham|the west]], at {{nowrap|[[Selsey]] sea}}|alt=A road
Image:Sea.png|link=Chichester|[[Ann Lee]] at sea<ref>[[Footnote]]</ref>
File:Bare.jpg
[[Fishbourne]]
</gallery>`;
    expect(stated(await converted(gallery), gallery, 'schema:mentions')).toEqual([
      'page/Salt_Road resource/Bosham <- [[Bosham|the west]]',
      'page/Salt_Road resource/Selsey <- Selsey',
      'page/Salt_Road resource/Ann_Lee <- Ann Lee',
    ]);
  });

  it('are mentions, each thing once, at the first words that lead to it', async () => {
    expect(stated(await converted(text), text, 'schema:mentions')).toEqual([
      'page/Salt_Road resource/Drama_film <- drama film',
      'page/Salt_Road resource/Ann_Lee_(director) <- [[Ann Lee (director)|Ann Lee]]',
      'page/Salt_Road resource/Selsey <- [[Selsey]]s',
      'page/Salt_Road resource/Port <- [[Port#Old port|old port]]',
      'page/Salt_Road resource/Bosham <- Bosham',
    ]);
  });

  it('name the thing by the title of its page, whatever the words are', async () => {
    const names = stated(await converted(text), text, 'schema:name').filter(
      (line) => !line.startsWith('page/'),
    );
    expect(names).toContain('resource/Drama_film Drama film <- [[drama film]]');
    expect(names).toContain('resource/Port Port <- [[Port#Old port|old port]]');
  });

  it('of a field are mentions if no statement names the thing', async () => {
    const box =
      "{{Infobox film\n| name = Salt Road\n| director = [[Ann Lee]] (with [[Bo Roe|her brother]])\n}}\n'''Salt Road''' is a film.";
    const conversion = await converted(box);
    const mentions = stated(conversion, box, 'schema:mentions');
    expect(mentions.some((line) => line.includes('Ann_Lee'))).toBe(false);
    const all = conversion.statements.map(({ object }) => object.value);
    expect(all).toContain('https://example.org/resource/Bo_Roe');
  });

  it('of a field that are the very words of a value are no things', async () => {
    const box =
      "{{Infobox film\n| name = Salt Road\n| runtime = [[104 minutes]]\n| language = [[Danish language|Danish]]\n| genre = [[Drama]]\n}}\n'''Salt Road''' is a film.";
    expect(stated(await converted(box), box, 'schema:mentions').map((line) => line.split(' ')[1])).toEqual([
      'resource/Danish_language',
      'resource/Drama',
    ]);
  });

  it('are left out if they are not wanted', async () => {
    const conversion = await converted(text, undefined, { mentions: false });
    expect(stated(conversion, text, 'schema:mentions')).toEqual([]);
    expect(conversion.statements.map(({ subject }) => subject.value).join(' ')).not.toContain('Bosham');
  });
});

describe('categories', () => {
  it('are concepts that the page is filed under', async () => {
    const text = "'''Salt Road''' is a film.\n[[Category:2001 films|Salt]]\n[[category:road_films]]";
    const conversion = await converted(text);
    expect(stated(conversion, text, 'dcterms:subject')).toEqual([
      'page/Salt_Road category/2001_films <- 2001 films',
      'page/Salt_Road category/Road_films <- road_films',
    ]);
    expect(stated(conversion, text, 'skos:prefLabel')).toEqual([
      'category/2001_films 2001 films <- 2001 films',
      'category/Road_films Road films <- road_films',
    ]);
  });

  it('have wider ones, as their own pages say', async () => {
    const text = 'Films of 2001.\n[[Category:2000s films]]\n[[Category:2001 films]]';
    const conversion = await converted(text, { site, title: 'Category:2001 films' });
    expect(stated(conversion, text, 'skos:broader')).toEqual([
      'category/2001_films category/2000s_films <- 2000s films',
    ]);
    expect(conversion.statements.every(({ predicate }) => /skos|rdf-syntax/.test(predicate.value))).toBe(
      true,
    );
  });
});

describe('pictures', () => {
  const filePath = `${pageBase}Special:FilePath/`;

  it.each([
    [
      'a name of a file',
      'image = salt road 2001.jpg\n| caption = The [[road]]',
      'Salt_road_2001.jpg',
      'The road',
    ],
    [
      'a link to a file',
      'image = [[File:Salt (1).png|frameless|upright=1.2|alt=A road|The road]]',
      'Salt_(1).png',
      'The road',
    ],
    [
      'a link with its words beside',
      'image = [[Image:A,b’c.svg|250px]]\n| caption = The road',
      'A,b%E2%80%99c.svg',
      'The road',
    ],
  ])('%s', async (_, fields, file, caption) => {
    const text = `{{Infobox film\n| name = Salt Road\n| ${fields}\n}}\n'''Salt Road''' is a film.`;
    const conversion = await converted(text);
    const [image] = stated(conversion, text, 'schema:image');
    expect(image?.split(' <- ')[0]).toBe(`resource/Salt_Road ${filePath}${file}`);
    expect(stated(conversion, text, 'schema:caption').map((line) => line.split(' <- ')[0])).toEqual([
      `${filePath}${file} ${caption}`,
    ]);
    expect(conversion.statements.filter(({ predicate }) => predicate.value.includes('raw#'))).toEqual([]);
  });

  it.each([
    ['no name of a file', 'image = TBA', { site }],
    ['a flag beside the words', 'country = [[File:Flag of Norway.svg|20px]] Norway', { site }],
    ['a flag alone in another field', 'country = [[File:Flag of Norway.svg|20px]]', { site }],
    ['of a wiki that nobody knows', 'image = Salt.jpg', {}],
  ])('%s gives none', async (_, field, source) => {
    const text = `{{Infobox film\n| name = Salt Road\n| ${field}\n}}\n'''Salt Road''' is a film.`;
    expect(stated(await converted(text, source), text, 'schema:image')).toEqual([]);
  });

  it('of a wiki that nobody knows are kept as they stand', async () => {
    const text = "{{Infobox film\n| name = Salt Road\n| image = Salt.jpg\n}}\n'''Salt Road''' is a film.";
    const raw = (await converted(text, {})).statements.filter(({ predicate }) =>
      predicate.value.includes('raw#'),
    );
    expect(raw.map(({ object }) => object.value)).toEqual(['Salt.jpg']);
  });
});

describe('the page as a whole', () => {
  it('has a short description unless it says that it has none', async () => {
    const text = "{{Short description|2001 film by [[Ann Lee]]}}\n'''Salt Road''' is a film.";
    expect(stated(await converted(text), text, 'schema:disambiguatingDescription')).toEqual([
      'resource/Salt_Road 2001 film by Ann Lee <- 2001 film by [[Ann Lee',
    ]);
    const none = text.replace('2001 film by [[Ann Lee]]', 'none');
    expect(stated(await converted(none), none, 'schema:disambiguatingDescription')).toEqual([]);
  });

  it('states no words with a template that nobody knows', async () => {
    const text =
      "{{Short description|2001 film by {{odd|x}}}}\n{{Infobox film\n| name = Salt Road\n| image = [[File:Salt.jpg|thumb|By {{odd|y}}]]\n}}\n'''Salt Road''' is a film.";
    const conversion = await converted(text);
    expect(stated(conversion, text, 'schema:disambiguatingDescription', 'schema:caption')).toEqual([]);
    expect(conversion.problems.map(({ code }) => code)).toContain('unknown-template');
  });

  it.each([
    ['display=title', ['50.73 -0.79']],
    ['display=inline,title', ['50.73 -0.79']],
    ['display=inline', []],
  ])('is where its coordinates with %s say', async (display, expected) => {
    const text = `'''Salt Road''' is a battle. {{Coord|50.73|-0.79|${display}}}`;
    const conversion = await converted(text);
    const degrees = [
      ...stated(conversion, text, 'schema:latitude'),
      ...stated(conversion, text, 'schema:longitude'),
    ];
    expect(degrees.length === 0 ? [] : [degrees.map((line) => line.split(' ')[1]).join(' ')]).toEqual(
      expected,
    );
  });

  it('says which revision of which page it is', async () => {
    const revision = { page: '7', id: '9', time: '2024-01-02T03:04:05Z' };
    const text = "'''Salt Road''' is a film.";
    const conversion = await converted(text, { site, url: `${pageBase}Salt_Road`, revision });
    expect(stated(conversion, text, 'schema:identifier')).toEqual(['page/Salt_Road 7']);
    expect(stated(conversion, text, 'schema:version')).toEqual(['page/Salt_Road 9']);
    expect(stated(conversion, text, 'schema:dateModified')).toEqual(['page/Salt_Road 2024-01-02T03:04:05Z']);
    expect(stated(conversion, text, 'prov:wasDerivedFrom')).toEqual([
      `page/Salt_Road ${pageBase}Special:PermanentLink/9`,
    ]);
    expect(stated(conversion, text, 'schema:sameAs')).toEqual([`resource/Salt_Road ${pageBase}Salt_Road`]);
  });
});

describe('pages in other languages', () => {
  const text = "'''Salt Road''' is a film.\n[[fr:La Route du sel (film)]]\n[[:de:Salzweg|a link]]";

  it('are the same thing', async () => {
    expect(stated(await converted(text, { site }), text, 'schema:sameAs')).toEqual([
      'resource/Salt_Road https://fr.wikipedia.org/wiki/La_Route_du_sel_(film) <- La Route du sel (film)',
    ]);
  });

  it('have titles without entities', async () => {
    const escaped = "'''Salt Road''' is a film.\n[[de: Salz &amp; Straße ]]";
    expect(stated(await converted(escaped, { site }), escaped, 'schema:sameAs')).toEqual([
      'resource/Salt_Road https://de.wikipedia.org/wiki/Salz_%26_Stra%C3%9Fe <- Salz &amp; Straße',
    ]);
  });

  it('are reported if nobody knows the wiki', async () => {
    const { problems, ...conversion } = await converted(text, {});
    expect(problems.map(({ code }) => code)).toContain('unread-link');
    expect(stated({ ...conversion, problems }, text, 'schema:sameAs')).toEqual([]);
  });
});

describe('numbers in libraries and catalogues', () => {
  const numbersOf = async (
    parameters: string,
  ): Promise<{ addresses: string[]; ids: string[]; codes: string[] }> => {
    const text = `'''Salt Road''' is a film.\n{{Normdaten|TYP=w|${parameters}}}`;
    const conversion = await converted(text, {});
    const own = conversion.statements.filter(({ rule }) => rule === 'article/identifier');
    const of = (end: string): string[] =>
      own.filter(({ predicate }) => predicate.value.endsWith(end)).map(({ object }) => object.value);
    return {
      addresses: of('/sameAs'),
      ids: of('org/value'),
      codes: conversion.problems.map(({ code }) => code),
    };
  };

  it.each([
    ['VIAF=79039343', 'https://viaf.org/viaf/79039343', '79039343'],
    ['GND=118610465', 'https://d-nb.info/gnd/118610465', '118610465'],
    ['GND=4005728-8', 'https://d-nb.info/gnd/4005728-8', '4005728-8'],
    ['ISNI=0000 0001 2103 268X', 'https://isni.org/isni/000000012103268X', '0000 0001 2103 268X'],
    ['LCCN=n/85/65086', 'https://id.loc.gov/authorities/n85065086', 'n85065086'],
    ['LCCN=n79034972', 'https://id.loc.gov/authorities/n79034972', 'n79034972'],
    ['ORCID=0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097'],
  ])('%s', async (parameter, address, id) => {
    const { addresses, ids } = await numbersOf(parameter);
    expect(addresses).toEqual([address]);
    expect(ids).toEqual([id]);
  });

  it.each(['VIAF=', 'GND=fehlt', 'VIAF=12 of them', 'NDL=00455736', 'VIAF=79039343|viaf=79039344'])(
    '%s gives none',
    async (parameter) => {
      expect((await numbersOf(parameter)).addresses).toEqual([]);
    },
  );

  it('that do not have the form of one are reported', async () => {
    expect((await numbersOf('GND=fehlt')).codes).toContain('unread-value');
  });
});

describe('catalogues in external links', () => {
  it.each([
    ['{{Rotten Tomatoes|m/salt_road}}', 'https://www.rottentomatoes.com/m/salt_road'],
    ['{{Rotten-tomatoes|id=salt_road|title=Salt Road}}', 'https://www.rottentomatoes.com/m/salt_road'],
    ['{{Mojo title|saltroad|Salt Road}}', 'https://www.boxofficemojo.com/movies/?id=saltroad.htm'],
    ['{{Metacritic film|id=salt-road|title=Salt Road}}', 'https://www.metacritic.com/movie/salt-road'],
    ['{{IMDb title|0081505|Salt Road}}', 'https://www.imdb.com/title/tt0081505/'],
  ])('%s', async (link, address) => {
    const text = `'''Salt Road''' is a film.\n== External links ==\n* ${link}`;
    const conversion = await converted(text, {});
    const addresses = stated(conversion, text, 'schema:sameAs').map((line) => line.split(' ')[1]);
    expect(addresses).toEqual([address]);
  });
});
