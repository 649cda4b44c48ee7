/** The command that accounts for every character. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { article2rdf, temporaryFolder } from './program.js';

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
