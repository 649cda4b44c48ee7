/** Infobox templates: which fields they have, and what their values are. */
import { describe, expect, it } from 'vitest';
import { boxes, field, linksOf, page, problems, sourceOf } from '../../support/wikitext.js';

describe('a field that is a list', () => {
  it.each<[string, string[]]>([
    ['{{plainlist|\n* [[A]]\n* B {{small|(x)}}\n}}', ['A', 'B (x)']],
    ['{{Plain list |\n*A\n**B\n}}', ['A', 'B']],
    ['{{ubl|A|[[B|b]]|\n C\n|}}', ['A', 'b', 'C']],
    ['{{unbulleted list|1=A|2=B|class=x}}', ['A', 'B']],
    ['{{ubl|{{ubl|A|B}}|C}}', ['A', 'B', 'C']],
    ['{{hlist|A|B}}', ['A', 'B']],
    ['{{flatlist|\n* A\n* B}}', ['A', 'B']],
    ['\n* A\n* B\n', ['A', 'B']],
    ['* A\n* B', ['A', 'B']],
    ['\n# A\n# B', ['A', 'B']],
    ['<ul><li>A</li><li>B</li></ul>', ['A', 'B']],
    ['\r\n* A\r\n* B\r\n', ['A', 'B']],
    ['{{ubl|A<ref>x|y</ref>|B<!-- | -->}}', ['A', 'B']],
    ['{{Film date|df=yes|2001|5|17}}', ['17 May 2001']],
    [
      '{{ubl|{{film date|2001|5|17|Cannes}}|{{start date|2001|6}} (US)}}',
      ['17 May 2001 (Cannes)', 'June 2001 (US)'],
    ],
  ])('%j is %j', (value, values) => {
    expect(field(value)).toEqual(values);
  });
});

describe('a field with one value', () => {
  it.each<[string, string]>([
    ['[[A]], [[B]]<br/>[[C]]', 'A, B\nC'],
    ['A and\nB', 'A and B'],
    ['A\n\nB', 'A\nB'],
    ['{{film date|TBA}}', 'TBA'],
    [
      '{{film date|2001|5|17|[[Cannes]]<ref>x</ref>|2001|06|01|USA|2002|||Japan|df=y}}',
      '17 May 2001 (Cannes)\n1 June 2001 (USA)\n2002 (Japan)',
    ],
    ['a <br /> b', 'a\nb'],
    ['{{start date|2001|5|17}} (US)', '17 May 2001 (US)'],
    ['{{start date|2001|May|17}}', '17 May 2001'],
    ['{{start date|2001}}', '2001'],
    ['{{Start date and age|2001|5}}', 'May 2001'],
    ['{{birth date and age|1970|01|02|df=y}}, [[London]]', '2 January 1970, London'],
    ['{{death date and age|2001|3|4|1970|1|2}}', '4 March 2001'],
    ['{{duration|h=1|m=56}}', '1 h 56 min'],
    ['{{duration|1:56:00}}', '1:56:00'],
    ['{{US$|2.5 million}}', 'US$2.5 million'],
    ['{{INRConvert|5|c}}', '₹5 crore'],
    ['{{₹|50 crore}}', '₹50 crore'],
    ['{{currency|5 million|EUR}}', '€5 million'],
    ['{{convert|5|km|mi}}', '5 km'],
    ['{{convert|5|ft|6|in|m}}', '5 ft 6 in'],
    ['{{convert|5|to|10|km|mi}}', '5 to 10 km'],
    ['{{coord|57|18|22|N|4|27|32|W|display=title}}', '57°18′22″N 4°27′32″W'],
    ['{{coord|12.5|-7.25}}', '12.5, -7.25'],
    ['$5 million <small>(US)</small>', '$5 million (US)'],
    ['a=b', 'a=b'],
    ['a {{!}} b', 'a | b'],
    ['<nowiki>a|b}}</nowiki>', 'a|b}}'],
    ['\n{|\n! A !! B\n|-\n| c || d\n|}\n', 'A | B\nc | d'],
  ])('%j is %j', (value, shown) => {
    expect(field(value)).toEqual([shown]);
  });

  it.each([
    '',
    ' ',
    '<!-- x -->',
    '<ref>x</ref>',
    '{{film date}}',
    '{{start date|}}',
    '[[File:x.jpg|200px]]',
    '<br/>',
  ])('%j is none', (value) => {
    expect(field(value)).toEqual([]);
  });
});

describe('the box', () => {
  it('has a title and fields', () => {
    const text = `{{Infobox_film <!-- note -->
| name           = Salt Road
| image          = [[File:x.jpg]]
| director       = [[Ann Lee]]<ref name=a/>
| starring       = {{plainlist|
* [[Bo Roe]]
* Kim
}}
| music          =
|spaced  name=x
| unnamed
}}`;
    expect(boxes(text)).toEqual([
      'Infobox_film: Salt Road',
      'director = Ann Lee',
      'starring = Bo Roe; Kim',
      'spaced  name = x',
      '- = unnamed',
    ]);
    const [box] = page(text).article.infoboxes;
    if (!box) throw new Error('no box');
    const starring = box.fields[1];
    expect(sourceOf(text, box)).toBe(text);
    expect(starring && sourceOf(text, starring)).toBe(
      'starring       = {{plainlist|\n* [[Bo Roe]]\n* Kim\n}}',
    );
    expect(starring?.values.map((value) => sourceOf(text, value))).toEqual(['Bo Roe', 'Kim']);
    expect(starring?.values.flatMap(linksOf)).toEqual(['Bo Roe → Bo Roe']);
  });

  it('is known by any name that has infobox in it, with other ways to write it', () => {
    const names = [
      'infobox film',
      'Infobox Film',
      'Template:Infobox film',
      'infobox\nfilm',
      'Indian film infobox',
    ];
    expect(names.flatMap((name) => boxes(`{{${name}|name=A}}`).slice(0, 1))).toEqual(
      names.map((name) => `${name}: A`),
    );
  });

  it('is kept apart from the others on the page, and from one inside it', () => {
    const text =
      '{{Infobox film|name=A|module={{Infobox person|name=B|born=1970}}|year=2001}}\n{{Infobox book|name=C|author=D}}';
    expect(boxes(text)).toEqual([
      'Infobox film: A',
      'year = 2001',
      'Infobox person: B',
      'born = 1970',
      'Infobox book: C',
      'author = D',
    ]);
  });

  it('takes the fields of a box that is only a part of it', () => {
    expect(
      boxes('{{Infobox Chinese film|name=A|module={{Film name|traditional=甲|pinyin=Jiǎ}}|year=2001}}'),
    ).toEqual(['Infobox Chinese film: A', 'traditional = 甲', 'pinyin = Jiǎ', 'year = 2001']);
  });

  it('is no paragraph, wherever it stands', () => {
    expect(page('{{Infobox film|name=A}} {{Infobox film|name=B}}').article.lead).toEqual([]);
    const { lead, infoboxes } = page('X {{Infobox film|name=A}} is.').article;
    expect(infoboxes).toHaveLength(1);
    expect(lead.map((block) => block.type === 'paragraph' && block.text.value)).toEqual(['X is.']);
  });

  it('takes the last of two parameters of a name for words of a template', () => {
    expect(field('{{small|a|1=b}}')).toEqual(['b']);
  });
});

describe('broken markup in a box costs that construct alone', () => {
  it.each<[string, string]>([
    ['[[A', 'A'],
    ["''A", 'A'],
    ['<ref>A', 'A'],
    ['A<!-- B', 'A'],
    ['<small>A', 'A'],
    ['A]]', 'A]]'],
    ['[http://x.org A', '[http://x.org A'],
  ])('%j', (broken, shown) => {
    const text = `{{Infobox film\n| name = X\n| director = ${broken}\n| music = C\n}}\nX is a film.`;
    const lines = boxes(text);
    expect(lines[1]).toBe(`director = ${shown}`);
    expect(lines.at(-1)).toBe('music = C');
    expect(page(text).article.lead).toHaveLength(1);
  });

  it('a table', () => {
    const text = '{{Infobox film\n| name = X\n| director =\n{|\n|A\n| music = C\n}}';
    expect(boxes(text)).toEqual(['Infobox film: X', 'director = {|', '- = A', 'music = C']);
  });

  it('a template in it that is not closed', () => {
    const text = '{{Infobox film\n| name = X\n| starring = {{ubl|A\n| music = C\n}}\nX is {{small|a}} film.';
    expect(boxes(text)).toEqual(['Infobox film: X', 'starring = {{ubl', '- = A', 'music = C']);
    expect(problems(text)).toEqual(['unclosed-markup']);
    expect(page(text).article.lead).toHaveLength(1);
  });

  it('a box that is never closed', () => {
    const text = '{{Infobox film\n| name = X\n\nX is a film.\n\n== Plot ==\nY {{small|z}}.';
    const { article } = page(text);
    expect(article.infoboxes).toEqual([]);
    expect(article.sections).toHaveLength(1);
    expect(problems(text)).toEqual(['unclosed-markup']);
  });
});
