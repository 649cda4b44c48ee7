/** MediaWiki's rules for lines and marks: mediawiki-rules.yaml, beside this file, says what each source shows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { blocks, linksOf, paragraph } from '../../support/wikitext.js';

const strings = z.array(z.string());
const rules = z.array(
  z.strictObject({
    rule: z.string(),
    see: z.url(),
    blocks: z.array(z.tuple([z.string(), strings])).default([]),
    otherwise: z.array(z.tuple([z.string(), strings, z.string()])).default([]),
    links: z.array(z.tuple([z.string(), z.string(), strings])).default([]),
  }),
);

const all = rules.parse(parse(readFileSync(join(import.meta.dirname, 'mediawiki-rules.yaml'), 'utf8')));

describe.each(all.map((one) => [one.rule.slice(0, 70), one] as const))('%s', (_, one) => {
  if (one.blocks.length > 0)
    it.each(one.blocks)('%j', (wikitext, lines) => {
      expect(blocks(wikitext)).toEqual(lines);
    });
  if (one.links.length > 0)
    it.each(one.links)('%j is %j', (wikitext, words, links) => {
      const found = paragraph(wikitext);
      expect(found.value).toBe(words);
      expect(linksOf(found)).toEqual(links);
    });
  if (one.otherwise.length > 0)
    it.each(one.otherwise)('%j is read otherwise', (wikitext, lines) => {
      expect(blocks(wikitext)).not.toEqual(lines);
    });
});
