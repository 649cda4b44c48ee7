/** What becomes of each word of a page, and that the meter notices what is lost. */
import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/coverage.js';
import { accountFor, Entries } from '../../src/coverage.js';
import type { Conversion } from '../../src/pipeline.js';
import { convertSource, openWorkshop } from '../../src/pipeline.js';
import type { Source } from '../../src/source.js';

const { workshop } = await openWorkshop({ validate: false });
if (!workshop) throw new Error('the mappings do not hold together');
const opened = workshop;

type Change = (conversion: Conversion, entries: Entries) => Conversion;

async function account(source: Source, change: Change = (conversion) => conversion): Promise<Account> {
  const entries = new Entries();
  const options = { base: 'https://example.org/', language: 'en', ledger: entries };
  const conversion = await convertSource(source, opened, options);
  return accountFor(source, change(conversion, entries), entries, opened);
}

const wiki = (text: string): Source => ({ name: 'Salt.wiki', title: 'Salt', text, format: 'wikitext' });
const lostIn = ({ lost }: Account): string[] =>
  lost.map(({ line, column, words }) => `${line}:${column} ${words}`);
const hiddenIn = ({ hidden }: Account): Record<string, string[]> =>
  Object.fromEntries([...hidden].map(([rule, found]) => [rule, found.map(({ words }) => words)]));

const film = `{{Infobox film
| name = Salt
| director = [[Ann Lee (director)|Ann Lee]]<!-- checked -->
| gadget = ''Brass'' lamp<ref>Book, p. 3</ref>
| released = {{start date|1996|11|2|df=y}}
| empty =
}}
'''Salt''' is a 1996 film.{{citation needed|date=May 2020}}

== Cast ==
* [[Bo Roe]] as Cy
* {{unheard of|one|two=three}}

== Sales ==
{| class="wikitable"
|+ By year
! Year !! Copies
|-
| style="color:red" | 1996 || 300
|}
__NOTOC__
[[File:Salt.jpg|thumb|The lamp]]
[[Category:Films]]
`;

describe('a page', () => {
  it('has every character accounted for, with the rule that hides it', async () => {
    const found = await account(wiki(film));
    expect(lostIn(found)).toEqual([]);
    const { markup, separator, ...rules } = hiddenIn(found);
    expect(markup?.length).toBeGreaterThan(20);
    expect(rules).toEqual({
      comment: ['<!-- checked -->'],
      reference: ['<ref>Book, p. 3</ref>'],
      'template-name': ['Infobox film', 'start date'],
      'parameter-name': ['name', 'director', 'gadget', 'released', 'df', 'empty'],
      'parameter:df': ['y'],
      'link-target': ['Ann Lee (director)'],
      'template:citation needed': ['{{citation needed|date=May 2020}}'],
      'table-style': ['class="wikitable"'],
      'cell-style': ['style="color:red"'],
      'magic-word': ['__NOTOC__'],
      picture: ['File:Salt.jpg|thumb|The lamp'],
      category: ['Category:'],
    });
  });

  it.each([
    [
      'a table with a template between its rows',
      "'''Salt''' is a film.\n\n== Sales ==\n{|\n! Year !! Copies\n|-\n{{unheard of|one}}\n|-\n| 1996 || 300\n|}\n",
    ],
    [
      'a date with the place behind it',
      '{{Infobox company\n| name = Salt\n| foundation = 2 May 1996 in [[Oslo]], Norway\n}}\n',
    ],
    [
      'a company with the place behind it',
      '{{Infobox ship begin}}\n{{Infobox ship career\n| Ship builder = [[Salt Works]], [[Oslo]], Norway\n}}\n',
    ],
    [
      'a range with a note behind it',
      '{{Infobox television\n| name = Salt\n| num_episodes = 300+ (as of 2 May 1996)\n}}\n',
    ],
    [
      'children who are counted by a word and told of in parentheses',
      '{{Infobox person\n| name = Salt\n| children = 2 Sons\n| issue = 5 (two of whom died young)\n}}\n',
    ],
    [
      'a place around what is none',
      '{{Infobox person\n| name = Salt\n| resting_place = Stone Theatre and Museum, Oslo\n}}\n',
    ],
    [
      'a parameter that only a template is given',
      "'''Salt''' is a {{{1}}} film.\n\n== Cast ==\n* Bo Roe as {{{role}}}\n",
    ],
  ])('loses nothing of %s', async (_, text) => {
    expect(lostIn(await account(wiki(text)))).toEqual([]);
  });

  it('counts by regions, found by a scan of its own', async () => {
    const { counts } = await account(wiki(film));
    expect(counts.infobox.fact).toBe('Salt'.length + 'AnnLee'.length + '1996112'.length);
    expect(counts.infobox.kept).toBe('Brasslamp'.length);
    expect(counts.table.kept).toBe('ByyearYearCopies1996300'.length);
    expect(counts.heading.fact).toBe('CastSales'.length);
  });
});

describe('what is dropped is noticed', () => {
  const without =
    (words: string): Change =>
    (conversion) => ({
      ...conversion,
      statements: conversion.statements.filter(({ object }) => !object.value.includes(words)),
    });

  it.each<[string, Change, string[]]>([
    ['a raw field that no statement keeps', without('Brass'), ['4:14 Brass', '4:22 lamp']],
    ['the heading of a section', without('Sales'), ['14:4 Sales']],
    [
      'the text of a section',
      without('300'),
      ['16:4 By year', '17:3 Year', '17:11 Copies', '19:23 1996', '19:31 300'],
    ],
    [
      'a cell that the reader did not read',
      ({ article, ...rest }) => ({
        ...rest,
        article: {
          ...article,
          sections: article.sections.map((section) => ({
            ...section,
            blocks: section.blocks.filter(({ type }) => type !== 'table'),
          })),
        },
      }),
      ['16:4 By year', '17:3 Year', '17:11 Copies', '19:23 1996', '19:31 300'],
    ],
    [
      'a field that the reader did not read',
      ({ article, ...rest }) => ({
        ...rest,
        article: { ...article, infoboxes: article.infoboxes.map((box) => ({ ...box, fields: [] })) },
      }),
      ['3:35 Ann Lee', '4:14 Brass', '4:22 lamp', '5:27 1996', '5:32 11', '5:35 2'],
    ],
    [
      'what is left out without a rule',
      (conversion, { hidden }) => {
        hidden.splice(0, hidden.length, ...hidden.filter(({ rule }) => rule !== 'reference'));
        return conversion;
      },
      ['4:26 <ref>Book, p. 3</ref>'],
    ],
    [
      'a text that has other words than its source',
      ({ article, ...rest }) => ({
        ...rest,
        article: JSON.parse(JSON.stringify(article).replaceAll('Bo Roe', 'Bo Rue')),
      }),
      ['11:8 Roe'],
    ],
  ])('%s', async (_, change, expected) => {
    const found = lostIn(await account(wiki(film), change));
    expect(found).toEqual(expect.arrayContaining(expected));
  });
});

describe('plain text', () => {
  const plain = (text: string): Source => ({ name: 'Salt.txt', title: 'Salt', text, format: 'plain' });

  it('has its marks hidden by the reader that takes them off', async () => {
    const found = await account(
      plain(`---
title: Salt
made: [Oslo, "Bergen"]
---
# Salt

**Director:** Ann Lee and Bo Roe
**Released:** 2 May 1996<br>3 May 1997 (Norway)

Salt is a 1996 film about salt &amp; pepper.[2]

## Cast ##

1. Ann Lee as Cy
2. Bo Roe as Di

Awards
------

+------+------+
| Year | Won  |
+======+======+
| 1997 | Oak  |
+------+------+
`),
    );
    expect(lostIn(found)).toEqual([]);
    const { 'heading-mark': headings, 'list-mark': items, 'note-mark': notes } = hiddenIn(found);
    expect(headings).toEqual(['#', '##', '##', '------']);
    expect(items).toEqual(['1.', '2.']);
    expect(notes).toEqual(['[2]']);
    expect(hiddenIn(found)['repeated-title']).toEqual(['Salt']);
    expect(hiddenIn(found).conjunction).toEqual(['and']);
  });

  it('has a word that a reader drops among marks lost nevertheless', async () => {
    const found = await account(
      plain('= Salt =\n\nSalt\n- Director: Ann Lee\n\n| a | b |\n| c | d |\n'),
      ({ article, ...rest }) => ({
        ...rest,
        article: JSON.parse(JSON.stringify(article).replaceAll('Ann Lee', 'Ann')),
      }),
    );
    expect(lostIn(found)).toEqual(['4:17 Lee']);
  });
});
