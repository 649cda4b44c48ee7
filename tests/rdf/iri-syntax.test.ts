import { expect, it } from 'vitest';
import { isRfc3987 } from '../../src/rdf/iri-syntax.js';
import { checkedBase } from '../../src/rdf/iris.js';
import { growth, linear } from '../support/growth.js';
import { readWithOxigraph } from '../support/read-back.js';

it.each([
  'https://example.org',
  'https://example.org/',
  'https://example.org/a/b;c=d,e?f=g&h=/?#i/?',
  'http://example.org:8080/x',
  'http://example.org:/x',
  'http://user:pass@example.org/x',
  'http://192.0.2.1/',
  'http://[2001:db8::7]/c',
  'http://[::1]:8080/',
  'http://[::]/',
  'http://[1:2:3:4:5:6:7:8]/',
  'http://[::ffff:192.0.2.1]/',
  'http://[v1.fe:80]/',
  'https://example.org/100%25',
  'https://example.org/%D0%B0',
  'https://пример.рф/ж',
  'https://example.org/重慶森林',
  'https://example.org/🎬',
  "https://example.org/(a)'b'!*$+~",
  'https://example.org/?q=\ue000',
  'HTTPS://EXAMPLE.ORG/',
  'urn:isbn:0451450523',
  'mailto:a@example.org',
  'tag:example.org,2025:x',
  'file:///etc/hosts',
  'x:',
])('takes %j', (iri) => {
  expect(isRfc3987(iri)).toBe(true);
  expect(readWithOxigraph(`<${iri}> <urn:p> <urn:o> .`, 'ntriples')).toHaveLength(1);
});

it.each([
  '',
  'example.org/a',
  '//example.org/a',
  '1http://example.org/',
  'http://',
  'http:///a',
  'http:// a',
  'https://[::1/ a',
  'http://[::1/',
  'http://::1/',
  'http://[:::1]/',
  'http://[1:2:3]/',
  'http://[1:2:3:4:5:6:7:8:9]/',
  'http://[::1::2]/',
  'http://[12345::]/',
  'http://[::256.0.2.1]/',
  'http://[::1]x/',
  'http://example.org:port/x',
  'http://example.org:80:80/x',
  'https://example.org/100%',
  'https://example.org/%zz',
  'https://example.org/%u0430',
  'https://example.org/%4',
  'https://exa%mple.org/',
  'https://example.org/a b',
  'https://example.org/a\tb',
  'https://example.org/<a>',
  'https://example.org/"a"',
  'https://example.org/{a}',
  'https://example.org/a|b',
  'https://example.org/a^b',
  'https://example.org/a`b',
  'https://example.org/a\\b',
  'https://example.org/a[b]',
  'https://example.org/a#b#c',
  'https://example.org/\ue000',
  'https://example.org/#\ue000',
  'https://example.org/\ufffe',
  'https://example.org/\ufdd0',
  'https://example.org/\u{1ffff}',
  'https://example.org/a\u200eb',
  'https://example.org/a\u202eb',
  'https://example.org/a\u2067b',
  'https://example.org/\ud800',
  'https://example.org/\u0000',
])('refuses %j', (iri) => {
  expect(isRfc3987(iri)).toBe(false);
});

it('takes linear time', async () => {
  const long = (pieces: number): string => `http://example.org/${'a%20:@!'.repeat(pieces)}`;
  expect(isRfc3987(`${long(1000)}ж`)).toBe(true);
  expect(isRfc3987(`${long(1000)}|`)).toBe(false);
  expect(isRfc3987(`http://${'a:'.repeat(1000)}`)).toBe(false);
  for (const make of [
    (pieces: number) => `${long(pieces)}ж`,
    (pieces: number) => `${long(pieces)}|`,
    (pieces: number) => `http://${'a:'.repeat(pieces)}`,
  ])
    expect(await growth(isRfc3987, make, 64_000)).toBeLessThanOrEqual(linear);
});

it.each([
  'http://[::1/',
  'https://example.org/100%',
  'http://example.org:port/x',
  'http:///x',
  'https://example.org/\ue000',
])('refuses the base %j', (base) => {
  expect(checkedBase(base)).toBeNull();
});
