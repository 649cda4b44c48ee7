import { random } from './random.js';

/** Marks and words that a page may be made of; many stand close together. */
const pieces = [
  '<br>',
  '<br />',
  '<small>',
  '</small>',
  '<li>',
  '<ref>a</ref>',
  '<ref>',
  '<nowiki>[[x]]</nowiki>',
  '<pre>y</pre>',
  '<gallery>\nFile:x|y\n</gallery>',
  '<!-- c -->',
  '<td>',
  '[[Ann Lee]]',
  '[[Bo Roe|Bo]]',
  '[[',
  ']]',
  '[http://x.example a]',
  '{{small|b}}',
  '{{ubl|[[Cy Dun]]|Di Moe}}',
  '{{strange|c}}',
  '{{',
  '}}',
  '\n{|\n|-\n| a || b\n|}\n',
  '\n{|\n! a\n',
  "''",
  "'''",
  '&amp;',
  '|',
  '=',
  '\n',
  '\n\n',
  '\n* ',
  '\n; ',
  '\n== Cast ==\n',
  '\n== Awards ==\n',
  '\n|}\n',
  'word',
  ' ',
  ', ',
  '🎬',
  '李安',
];

/** Wikitext of films, the same each time: of all sizes, with few or very many marks, whole and broken. */
export function anyPages(count: number, seed: number): { title: string; text: string }[] {
  const next = random(seed);
  const one = <T>(things: readonly T[]): T => things[Math.floor(next() * things.length)] as T;
  const many = (most: number, make: (n: number) => string): string =>
    Array.from({ length: Math.floor(next() * most) }, (_, n) => make(n)).join('');
  return Array.from({ length: count }, (_, n) => {
    const names = many(40, (i) => `${i > 0 ? one(['<br>', '<br/>', '<BR>']) : ''}[[Name ${n} ${i}]]`);
    const box = `{{Infobox film\n| name = Film ${n}\n| starring = ${names}\n}}\n`;
    const lead = `'''Film ${n}''' is a ${1950 + (n % 70)} drama film.\n`;
    const rest = many(next() < 0.2 ? 3000 : 150, () => one(pieces));
    return { title: `Film ${n}`, text: `${'\n'.repeat(Math.floor(next() * 130))}${box}${lead}\n${rest}` };
  });
}
