/** What sort of page it is, and what it is called. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../support/parse.js';
import { page, problems } from '../../support/wikitext.js';

describe('the kind of a page', () => {
  it.each<[string, string]>([
    ['X is a film.', 'article'],
    ['#REDIRECT [[Salt Road]]', 'redirect'],
    ['#redirect:[[Salt Road]]\n{{R from move}}', 'redirect'],
    ['\n # Redirect [[Salt Road]]', 'redirect'],
    ['# Redirecting is [[a]] list', 'article'],
    ['X may refer to:\n* [[A]]\n{{disambiguation}}', 'disambiguation'],
    ['X may refer to:\n* [[A]]\n{{Disambig|geo}}', 'disambiguation'],
    ['X is a name.\n{{hndis|X}}', 'disambiguation'],
    ['X může být:\n* [[A]]\n{{rozcestník}}', 'disambiguation'],
    ['X steht für:\n* [[A]]\n{{Begriffsklärung}}', 'disambiguation'],
  ])('%j is %s', (text, kind) => {
    expect(page(text).article.pageKind).toBe(kind);
  });
});

describe('the name of a page', () => {
  it('is what the container says', () => {
    expect(page('{{Infobox film|name=A}}').article.name).toBe('Page');
  });

  it('is the title of its infobox where the container says nothing', () => {
    expect(parse({ name: 'x', text: '{{Infobox film|name=A}}', format: 'wikitext' }).article.name).toBe('A');
  });

  it('is missed where nothing says it', () => {
    const { problems: told } = parse({ name: 'x', text: "'''A'''", format: 'wikitext' });
    expect(told.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['error no-title']);
  });
});

it('tells that a page holds nothing', () => {
  for (const text of ['', ' \n', '\ufeff', '{{Use dmy dates}}', '<!-- a -->']) {
    expect(problems(text)).toEqual(['no-content']);
  }
});

it('is taken for wikitext by its marks', () => {
  expect(parse({ name: 'x', text: 'A [[b]].', title: 'X' }).article.lead).toMatchObject([
    { text: { value: 'A b.' } },
  ]);
  expect(parse({ name: 'x', text: 'A [b].', title: 'X' }).article.lead).toMatchObject([
    { text: { value: 'A [b].' } },
  ]);
});
