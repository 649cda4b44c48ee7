/** The command that accounts for every character, and real articles, of which none may be lost. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { article2rdf, temporaryFolder } from './program.js';

const corpus = process.env.ARTICLE_CORPUS ?? '';

it('says what each character came to', () => {
  const cwd = temporaryFolder();
  writeFileSync(
    join(cwd, 'Salt.wiki'),
    "'''Salt''' is a 1996 film.<!-- a note -->\n\n== Cast ==\n* [[Bo Roe]]\n",
  );
  const { status, stdout, stderr } = article2rdf(['coverage', '-v', 'Salt.wiki'], { cwd });
  expect(status).toBe(0);
  expect(stdout).toBe('Salt.wiki:1:27: hidden by comment: "<!-- a note -->" (prose)\n');
  expect(stderr).toMatch(/^100 % of \d+ characters accounted for$/m);
});

describe.skipIf(corpus === '')('real articles', () => {
  const films = (extension: string): string[] =>
    readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.includes('film') && path.endsWith(extension))
      .map((path) => join(corpus, path));

  it.each(['.wiki', '.txt'])('%s: no character of a film is lost', (extension) => {
    const { stdout, stderr } = article2rdf(['coverage', ...films(extension)]);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^100 % of \d+ characters accounted for$/m);
  });
});
