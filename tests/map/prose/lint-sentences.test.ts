/** A pattern that does not read its own examples is found before it reads an article. */
import { expect, it } from 'vitest';
import { lint } from '../../../src/lint.js';
import {
  readContext,
  readMappingFiles,
  readShapeFiles,
  readVocabularyFiles,
} from '../../../src/read/package-files.js';
import type { Context } from '../../../src/serialize/writer.js';

const name = 'mappings/sentences/film.yaml';

function lintWith(change: (text: string) => string): { message: string; line: number | undefined }[] {
  const context = readContext() as Context;
  const mappings = readMappingFiles().map((file) =>
    file.name === name ? { name, text: change(file.text) } : file,
  );
  const found = lint({ mappings, vocabularies: readVocabularyFiles(), shapes: readShapeFiles(), context });
  return found.map(({ message, place }) => ({ message, line: place.line }));
}

it('finds nothing in the package’s own', () => {
  expect(lintWith((text) => text)).toEqual([]);
});

it('tells of an example that gives something else', () => {
  const [only, ...others] = lintWith((text) =>
    text.replace('{ place: Stone High School }', '{ place: Stone School }'),
  );
  expect(only?.message).toBe(
    'filming-location reads [{"place":"Stone High School"}] from "The school scenes were filmed in Stone High School.", not [{"place":"Stone School"}].',
  );
  expect(only?.line).toBeGreaterThan(100);
  expect(others).toEqual([]);
});

it('tells of a counterexample that is read', () => {
  const [only] = lintWith((text) =>
    text.replace('"The sequel is also known as Other Name."', '"The film is also known as Other Name."'),
  );
  expect(only?.message).toMatch(/^known-as reads .* and should read nothing\.$/);
});

it.each([
  ['{amount:money} (<worldwide>', '{amount:mony} (<worldwide>', /^box-office: There is no type "mony"/],
  ['<exactly>? [ {amount', '<exact>? [ {amount', /^box-office: There is no phrase "exact"/],
])('tells of %s written as %s', (right, wrong, message) => {
  expect(lintWith((text) => text.replace(right, wrong)).map((problem) => problem.message)[0]).toMatch(
    message,
  );
});
