import { describe, expect, it } from 'vitest';
import { readLife } from '../../src/value/life.js';
import { tables } from '../support/convert.js';

const all = await tables();

const said = (words: string): string | null => {
  const life = readLife(words, all);
  if (!life) return null;
  const event = (name: string, { date, place }: NonNullable<typeof life.born>): string =>
    [name, date?.value.lexical, place && `in ${words.slice(place.begin, place.end).trim()}`]
      .filter(Boolean)
      .join(' ');
  return [life.born && event('born', life.born), life.died && event('died', life.died)]
    .filter(Boolean)
    .join(', ');
};

describe('what the parenthesis behind a name says of a life', () => {
  it.each([
    ['born 7 February 1931', 'born 1931-02-07'],
    ['born February 7, 1931', 'born 1931-02-07'],
    ['born February 1931', 'born 1931-02'],
    ['born 1931', 'born 1931'],
    ['b. 1931', 'born 1931'],
    ['born 7 February 1931 in Oslo', 'born 1931-02-07 in Oslo'],
    ['born 7 February 1931 in Oslo, Norway', 'born 1931-02-07 in Oslo, Norway'],
    ['born 7 February 1931, Oslo', 'born 1931-02-07 in Oslo'],
    ['born in Oslo, 7 February 1931', 'born 1931-02-07 in Oslo'],
    ['born in Oslo on 7 February 1931', 'born 1931-02-07 in Oslo'],
    ['born in Oslo', 'born in Oslo'],
    ['7 February 1931 – 3 May 2001', 'born 1931-02-07, died 2001-05-03'],
    ['February 7, 1931 – May 3, 2001', 'born 1931-02-07, died 2001-05-03'],
    ['1931–2001', 'born 1931, died 2001'],
    ['1931-2001', 'born 1931, died 2001'],
    ['1931 – June 8, 1982', 'born 1931, died 1982-06-08'],
    ['Oslo, 7 February 1931 – Paris, 3 May 2001', 'born 1931-02-07 in Oslo, died 2001-05-03 in Paris'],
    ['7 February 1931, Oslo – 3 May 2001, Paris', 'born 1931-02-07 in Oslo, died 2001-05-03 in Paris'],
    [
      'June 20, 1829 in Maghera, County Londonderry, Ireland – April 8, 1901 in New Orleans, Louisiana',
      'born 1829-06-20 in Maghera, County Londonderry, Ireland, died 1901-04-08 in New Orleans, Louisiana',
    ],
    [
      'born 7 February 1931 in Oslo – died 3 May 2001 in Paris',
      'born 1931-02-07 in Oslo, died 2001-05-03 in Paris',
    ],
    ['born 7 February 1931; died 3 May 2001', 'born 1931-02-07, died 2001-05-03'],
    ['Russian: Анна Ли; 7 February 1931 – 3 May 2001', 'born 1931-02-07, died 2001-05-03'],
    ['née Lee; born 7 February 1931', 'born 1931-02-07'],
    ['born Ann Lee, 7 February 1931', 'born 1931-02-07'],
    ['born Ann Lee; February 7, 1931 – May 3, 2001', 'born 1931-02-07, died 2001-05-03'],

    ['4 October 1880 [O.S. 22 September] – 3 May 1950', 'born 1880-10-04, died 1950-05-03'],
    ['7 February 1931 – 3 May 2001 (aged 70)', 'born 1931-02-07, died 2001-05-03'],
    [
      'Aix-en-Provence, 7 February 1931 – Paris, 3 May 2001',
      'born 1931-02-07 in Aix-en-Provence, died 2001-05-03 in Paris',
    ],
    ['died 3 May 2001', 'died 2001-05-03'],
  ])('%s', (words, expected) => {
    expect(said(words)).toBe(expected);
  });

  it.each([
    ['c. 1931 – 3 May 2001', 'died 2001-05-03'],
    ['1931 – after 1980', 'born 1931'],
    ['? – 2001', 'died 2001'],
    ['1931 or 1932 – 2001', 'died 2001'],
    ['early 1931 – 2001', 'died 2001'],
  ])('leaves out what is not exact: %s', (words, expected) => {
    expect(said(words)).toBe(expected);
  });

  it.each([
    '1931',
    'c. 1931',
    'born c. 1931',
    'fl. 1931–1950',
    'reigned 1200–1210',
    '30 February 1931 – 3 May 2001',
    '2001–1931',
    'active 1931–2001',
    'also known as Ann Lee',
    '92.1 MHz',
    'born Ann Lee',
    '7 – 9 February 1931',
    '500–600 AD',
    '300 BC – 250 BC',
    'Vol. 3, 1931–2001, Oslo',
    'population 1931–2001',
  ])('says nothing of one: %s', (words) => {
    expect(said(words)).toBeNull();
  });
});
