/** The explanation in a terminal. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columns, wrap } from '../../src/explain/wrap.js';
import { writeText } from '../../src/explain/write-text.js';
import { explainSource } from '../support/explain.js';

const plain = { width: 80, isColored: false };
const esc = String.fromCharCode(27);

describe('wrap', () => {
  const layout = { width: 12, first: 0, rest: 2, isColored: false };
  const lines = (text: string): string[] => wrap([{ text, style: '' }], layout);

  it('breaks between words, and within those that are wider than a line', () => {
    expect(lines('one two  three\nfour')).toEqual(['one two', '  three four']);
    expect(lines('abcdefghijklmnopqrstuvwxyz')).toEqual(['abcdefghij', '  klmnopqrst', '  uvwxyz']);
  });

  it('keeps words together that styles part', () => {
    const runs = ['(', 'Oona', ') went', ' home'].map((text) => ({ text, style: '' }));
    expect(wrap(runs, { ...layout, width: 40 })).toEqual(['(Oona) went home']);
  });

  it('knows how wide characters are', () => {
    expect(columns('甜蜜蜜 é 🎬')).toBe(11);
    expect(lines('甜蜜蜜甜蜜蜜甜蜜蜜')).toEqual(['甜蜜蜜甜蜜', '  蜜甜蜜蜜']);
  });

  it('shows control characters as their code points', () => {
    expect(lines(`a${esc}[2J`)).toEqual(['a<U+001B>[2J']);
  });
});

describe('writeText', () => {
  const cases = join(import.meta.dirname, '../cases');
  const files = readdirSync(cases, { recursive: true, encoding: 'utf8' })
    .filter((name) => /article\.(?:txt|wiki)$/.test(name))
    .sort();

  it.each(files)('fits %s into a line', async (name) => {
    const text = readFileSync(join(cases, name), 'utf8');
    const explanation = await explainSource({ name, text, title: 'A' });
    for (const width of [50, 80]) {
      const lines = writeText(explanation, { width, isColored: false }).split('\n');
      expect(lines.filter((line) => columns(line) > width)).toEqual([]);
    }
  });

  it('differs in nothing but colours', async () => {
    const text = readFileSync(join(cases, 'salt-road/article.txt'), 'utf8');
    const explanation = await explainSource(text);
    const colored = writeText(explanation, { width: 80, isColored: true });
    expect(colored).toContain(`${esc}[32m`);
    expect(colored.replaceAll(new RegExp(`${esc}\\[[\\d;]*m`, 'g'), '')).toBe(writeText(explanation, plain));
  });

  it('marks what gave no fact, and puts problems below their words', async () => {
    const text =
      '= The Lantern =\n\nThe Lantern\n- Colour: Eastmancolor\n- Running time: 1942\n\nThe Lantern is a 1998 film. It rains.\n';
    const lines = writeText(await explainSource(text), plain).split('\n');
    expect(lines).toContain('○ Colour: Eastmancolor (no fact)');
    expect(lines).toContain('○ It rains. (no fact)');
    const at = lines.indexOf('○ Running time: 1942 (no fact)');
    expect(lines.slice(at + 1, at + 5)).toEqual([
      '    film/fields/runtime',
      '      The Lantern raw:running_time “1942”',
      expect.stringMatching(/^ {4}! warning 5:17 “1942”: Running time: "1942"/),
      expect.stringContaining('[unread-value]'),
    ]);
  });

  it('lets no word of an article steer the terminal', async () => {
    const text = `= A${esc}]0;x =\n\nA\n- B${esc}[2J: \u202ec\n\nA is ${esc}[31m a film.\n\n== S${esc}[1m ==\nx\n`;
    expect(writeText(await explainSource(text), plain)).not.toMatch(new RegExp(`[${esc}\u202e]`));
  });
});
