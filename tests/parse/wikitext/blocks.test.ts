/** Headings, paragraphs, lists and tables of wikitext. */
import { describe, expect, it } from 'vitest';
import { blocks, page, problems, sourceOf } from '../../support/wikitext.js';

describe.each<[string, readonly (readonly [wikitext: string, lines: string[]])[]]>([
  [
    'headings',
    [
      ['== A ==\nb', ['== A', 'P b']],
      ['==A==<!-- a = b -->\nb', ['== A', 'P b']],
      ['=== A === <!-- b --> <!-- c -->  ', ['=== A']],
      ['== A ==\r\nb\r\n== C ==\r\n', ['== A', 'P b', '== C']],
      ["== ''A'' {{lang|fr|B}} [[C|D]]<ref>e</ref> ==", ['== A B D']],
      ['== {{anchor|x}}A<span id="y"></span> ==', ['== A']],
      ['=== A ==', ['== = A']],
      ['== a = b ==', ['== a = b']],
      ['= a', ['P = a']],
      ['a == b ==', ['P a == b ==']],
      ['======= A =======', ['====== = A =']],
      ['== A <!-- over\nlines --> b', ['P == A b']],
      ['<nowiki>\n== A ==\n</nowiki>', ['P == A ==']],
    ],
  ],
  [
    'paragraphs',
    [
      ['a\nb\n\nc', ['P a b', 'P c']],
      ['a\r\n\r\nb', ['P a', 'P b']],
      ['a\n\n\n\nb', ['P a', 'P b']],
      ['a\n----\nb', ['P a', 'P b']],
      [' indented\nwords', ['P indented words']],
      ['{{Use dmy dates}}\n{{short description|x}}\n\na', ['P a']],
      ['{{center|a\n\nb}}', ['P a', 'P b']],
      ['{{quote|a|b}}', ['P a', 'P b']],
      ['<!-- a -->\nb', ['P b']],
      // What is no part of the paragraph parts it.
      ['a\n{{Infobox film|name=N}}\nb', ['P a', 'P b']],
      ['[[File:A.jpg]]\n{{No Such Box}}\na', ['P a']],
      ['a\n{{No Such Box|b}}\nc', ['P a', 'P {{No Such Box|b}}', 'P c']],
      ['a  b   c {{respell|x}}, d', ['P a b c, d']],
    ],
  ],
  [
    'lists',
    [
      ['* a\n* b', ['* a', '* b']],
      ['*a\n**b\n***c', ['* a', '** b', '*** c']],
      ['# a\n#: b', ['* a', '** b']],
      ['; a\n: b\n:: c', ['* a', '** b', '*** c']],
      ['; a\n; b', ['* a', '* b']],
      ['*; a\n*: b', ['** a', '*** b']],
      [';[http://x.org a:b] [[c:d|e]]: f: g', ['* a:b e – f: g']],
      ['* a\n\n* b', ['* a', '* b']],
      ['a\n* b\nc', ['P a', '* b', 'P c']],
      ['* a<!-- x\ny --> b\n* c', ['* a b', '* c']],
      ['* a{{small|\nb}}\n* c', ['* a b', '* c']],
      ['*\n* a', ['* a']],
      ['<ul>\n<li>a</li>\n<li>b</li>\n</ul>', ['P a\nb']],
      ['{{plainlist|\n* a\n* b\n}}', ['* a', '* b']],
      ['{{Plainlist}}\n* a\n{{Endplainlist}}', ['* a']],
      ['{{div col|colwidth=22em}}\n* a\n{{div col end}}', ['* a']],
      ['{{columns-list|colwidth=22em|\n* a\n* b\n}}', ['* a', '* b']],
      ['<div class="x">\n* a\n</div>', ['* a']],
    ],
  ],
  [
    'casts',
    [
      ["* '''[[Ann Lee]]''' as ''Kim''", ['* Ann Lee as Kim']],
      ['* [[Ann Lee]] ... Kim', ['* Ann Lee ... Kim']],
      ['* [[Ann Lee]] – Kim, a trader<ref>x</ref>', ['* Ann Lee – Kim, a trader']],
      [';[[Ann Lee]] :Kim', ['* Ann Lee – Kim']],
      [';Ann Lee: Kim', ['* Ann Lee – Kim']],
      [';[[Ann Lee]]\n:Kim\n:more', ['* Ann Lee – Kim', '** more']],
      ['; Traders\n: [[Ann Lee]] as Kim', ['* Traders', '** Ann Lee as Kim']],
      ['; Kim\n: [[Ann Lee]]', ['* Kim', '** Ann Lee']],
      ['{{Cast listing|\n* [[Ann Lee]] as Kim\n* Bo Roe as Jo\n}}', ['* Ann Lee as Kim', '* Bo Roe as Jo']],
      ['{|\n! Actor !! Role\n|-\n| [[Ann Lee]] || Kim\n|}', ['T', '! Actor ! Role', '| Ann Lee | Kim']],
    ],
  ],
  [
    'tables',
    [
      ['{|\n|a\n|b\n|-\n|c\n|d\n|}', ['T', '| a | b', '| c | d']],
      ['{| class="wikitable"\n|-\n! a !! b\n|-\n| c || d\n|}', ['T', '! a ! b', '| c | d']],
      ['{|\r\n|-\r\n! a\r\n|-\r\n| b\r\n|}\r\n', ['T', '! a', '| b']],
      ['{|\n|+ class="x" | Words [[a]]\n|b\n|}', ['T Words a', '| b']],
      ['{|\n! scope="col" | a || b\n|}', ['T', '! a ! b']],
      ['{|\n! scope=row | a\n| style="x" | b || c\n|}', ['T', '! a | b | c']],
      ['{|\n| [[a|b]] || {{small|c|d}}\n|}', ['T', '| b | c']],
      ['{|\n| a | b | c\n|}', ['T', '| b | c']],
      ['{|\n|a\n* b\n* c\n|d\n|}', ['T', '| a\nb\nc | d']],
      ['{|\n|\n|a\n| ||b\n|}', ['T', '|  | a |  | b']],
      ['{|\n|rowspan=2|a||b\n|-\n|c\n|}', ['T', '| a | b', '| a | c']],
      ['{|\n|colspan="2"|a||b\n|}', ['T', '| a | a | b']],
      ['{|\n|a||rowspan="2"|b||c\n|-\n|d||e\n|}', ['T', '| a | b | c', '| d | b | e']],
      ['{|\n|rowspan=2 colspan=2|a||b\n|-\n|c\n|}', ['T', '| a | a | b', '| a | a | c']],
      ['{|\n|a\n|rowspan=2|b\n|-\n|c\n|}', ['T', '| a | b', '| c | b']],
      ['{|\n|rowspan=9|a\n|}', ['T', '| a']],
      // The template brings the bar itself.
      ['{|\n| rowspan="2" {{won}} || a\n|-\n| b\n|}', ['T', '| Won | a', '| Won | b']],
      ['{|\n|rowspan=0|a||colspan=x|b\n|}', ['T', '| a | b']],
      ['{|\n| {{won}}\n| {{nom}}\n|}', ['T', '| Won | Nominated']],
      ['{|\n| a!!b\n|}', ['T', '| a!!b']],
      ['{|\n|a<ref>b||c</ref>||d\n|}', ['T', '| a | d']],
      [':{|\n|a\n|}', ['T', '| a']],
      ['{|\n|a\n{|\n!b!!c\n|-\n|d||e\n|}\n|f\n|}', ['T', '| a\nb | c\nd | e | f']],
      ['{|\n|a\n|}b', ['T', '| a', 'P b']],
      ['{|\n|a\n|b\n== C ==\nd', ['T', '| a | b', '== C', 'P d']],
      ['{|\n|}', []],
      ['<div>\n{|\n|a\n|}\n</div>', ['T', '| a']],
      ['{{center|\n{|\n|a\n|}\n}}', ['T', '| a']],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%j', (wikitext, lines) => {
    expect(blocks(wikitext)).toEqual(lines);
  });
});

it('gives a merged cell the span of its one place in every row', () => {
  const text = '{|\n|rowspan=2|a||b\n|-\n|c\n|}';
  const [table] = page(text).article.lead;
  if (table?.type !== 'table') throw new Error('no table');
  expect(table.isGrid).toBe(true);
  expect(table.rows.map(({ cells }) => cells[0]?.span.begin)).toEqual([14, 14]);
  expect(table.rows.map((row) => sourceOf(text, row))).toEqual(['a||b', 'c']);
});

describe('broken blocks', () => {
  it.each<[string, string[], string[]]>([
    ['{|\n|a\n== B ==\nc', ['T', '| a', '== B', 'P c'], ['unclosed-markup']],
    ['|}\na', ['P |} a'], []],
    ['a }} b ]] c', ['P a }} b ]] c'], []],
    ['a {{small|b\n== C ==\nd}}', ['P a {{small|b', '== C', 'P d}}'], ['unclosed-markup']],
    ['[[a\n\n[[b]]\n== C ==', ['P a', 'P b', '== C'], ['unclosed-markup']],
    ['x<ref>y\n\nz', ['P x\ny', 'P z'], []],
    ['<ref>a\n\n== B ==\nc<ref>d</ref>', ['P a', '== B', 'P c'], []],
    ['a<!-- b\n== C ==\nd', ['P a', '== C', 'P d'], ['unclosed-markup']],
    ['<nowiki>a\n\nb', ['P a', 'P b'], []],
    ['== A <ref>b ==\nc</ref> d', ['== A\nb', 'P c d'], []],
    ['<br clear=all\na', ['P <br clear=all a'], []],
  ])('%j', (text, lines, told) => {
    expect(blocks(text)).toEqual(lines);
    expect(problems(text)).toEqual(told);
  });
});
