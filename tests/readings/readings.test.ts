/** Tables of sources and what is right to state of them; README.md beside this file says how a case is written. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { shortName, shortObject } from '../../src/lint/short-object.js';
import { convertSource, openWorkshop } from '../../src/pipeline.js';
import { shorten } from '../../src/rdf/vocabulary.js';
import type { Statement } from '../../src/statement.js';

const strings = z.array(z.string());
const sources = {
  right: z.string(),
  language: z.string().default('en'),
};
const pageCase = z.strictObject({
  ...sources,
  wiki: z.string().optional(),
  text: z.string().optional(),
  title: z.string().optional(),
  isFileTitle: z.boolean().optional(),
  file: z.string().optional(),
  kind: z.string().nullable().optional(),
  states: strings.default([]),
  only: strings.default([]),
  never: strings.default([]),
  reports: strings.default([]),
});
const fieldCase = z.strictObject({
  ...sources,
  field: z.string(),
  box: z.string().default('Infobox film'),
  with: z.record(z.string(), z.string()).default({}),
  values: z.record(z.string(), strings),
});
const cases = z.array(z.union([fieldCase, pageCase]));

const opened = openWorkshop({ validate: true });

/** The fields that any kind has under a label. */
const idsByLabel = opened.then(({ workshop }) => {
  const ids = new Map<string, Set<string>>();
  for (const kind of workshop?.mappings.kinds ?? [])
    for (const [label, { id }] of kind.fields) ids.set(label, (ids.get(label) ?? new Set()).add(id));
  return ids;
});

async function convertCase(source: {
  name: string;
  text: string;
  format: 'wikitext' | 'plain';
  language: string;
  title?: string | undefined;
  isFileTitle?: boolean;
}) {
  const { workshop } = await opened;
  if (!workshop) throw new Error('The package’s own mappings have errors.');
  const { title, ...rest } = source;
  const whole = title === undefined ? rest : { ...rest, title };
  return convertSource(whole, workshop, { base: 'https://example.org/', language: 'en', mentions: false });
}

describe.each(readdirSync(import.meta.dirname).filter((file) => file.endsWith('.yaml')))('%s', (file) => {
  for (const one of cases.parse(parse(readFileSync(join(import.meta.dirname, file), 'utf8')))) {
    if ('field' in one) testField(one);
    else it(one.right, () => testPage(one));
  }
});

function testField({ right, field, box, language, values, with: others }: z.infer<typeof fieldCase>): void {
  const fields = Object.entries(others).map(([key, value]) => `|${key}=${value}\n`);
  it.each(Object.entries(values))(`${right}: %s`, async (value, expected) => {
    const text = `{{${box}\n${fields.join('')}|${field}=${value}\n}}\n'''Xanadu Nine''' is a 2001 film.`;
    const source = { name: 'x.wiki', text, format: 'wikitext', language, title: 'Xanadu Nine' } as const;
    const { statements, report } = await convertCase(source);
    const ids = (await idsByLabel).get(field.replaceAll('_', ' ')) ?? new Set();
    const isOfField = ({ rule, subject }: Statement): boolean =>
      subject.value.endsWith('/resource/Xanadu_Nine') && [...ids].some((id) => rule.endsWith(`/${id}`));
    const raw = ({ predicate }: Statement): boolean => shorten(predicate.value) === `raw:${field}`;
    const found = statements.filter((one) => isOfField(one) || raw(one));
    const given = found.map((one) =>
      raw(one) ? `raw ${one.object.value}` : shortObject(one.object, statements, language),
    );
    expect([...new Set(given)]).toEqual(expected);
    expect(report?.conforms).toBe(true);
  });
}

async function testPage(one: z.infer<typeof pageCase>): Promise<void> {
  const { wiki, text, title, language, file, isFileTitle = false } = one;
  const format = wiki === undefined ? 'plain' : 'wikitext';
  const name = file ?? (format === 'plain' ? 'case.txt' : 'case.wiki');
  const converted = await convertCase({
    name,
    text: wiki ?? text ?? '',
    format,
    language,
    title,
    isFileTitle,
  });
  const { statements, problems, kind, report } = converted;
  const prefixes = (await opened).workshop?.prefixes;
  const lines = [
    ...new Set(statements.map((statement) => lineOf(statement, statements, language, prefixes))),
  ];
  const facts = lines.filter((line) => !/ (?:raw:|article:unread|schema:text|schema:abstract)/.test(line));
  if (one.kind !== undefined) expect(kind).toBe(one.kind);
  expect(
    one.states.filter((line) => !lines.includes(line)),
    lines.join('\n'),
  ).toEqual([]);
  const properties = new Set(one.only);
  const others = lines.filter((line) => isListed(line, properties) && !one.states.includes(line));
  expect(others).toEqual([]);
  expect(facts.filter((line) => one.never.some((words) => line.includes(words)))).toEqual([]);
  expect(one.reports.filter((code) => !problems.some((problem) => problem.code === code))).toEqual([]);
  if (report && !one.reports.includes('does-not-conform')) expect(report.conforms).toBe(true);
}

/** Whether a property is listed, for all subjects or, as `Subject property`, for that of the line. */
function isListed(line: string, properties: ReadonlySet<string>): boolean {
  const [subject, property = ''] = line.split(' ');
  return properties.has(property) || properties.has(`${subject} ${property}`);
}

/** `Subject property object`; things by their titles, the subject's parts by what they hold. */
function lineOf(
  { subject, predicate, object }: Statement,
  all: readonly Statement[],
  language: string,
  prefixes: Readonly<Record<string, string>> | undefined,
): string {
  return `${shortName(subject.value)} ${shorten(predicate.value, prefixes)} ${shortObject(object, all, language)}`;
}
