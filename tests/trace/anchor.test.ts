import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownWords, openWorkshop } from '../../src/pipeline.js';
import { readAnchor } from '../../src/trace/anchor.js';
import { holdsWords } from '../../src/trace/holds-words.js';
import { wordsOf } from '../../src/trace/words.js';

const { workshop } = await openWorkshop({ validate: false });
if (!workshop) throw new Error('the mappings do not hold together');
const known = knownWords(workshop);

function holds(anchor: string, text: string, format: 'plain' | 'wikitext' = 'wikitext'): boolean {
  return holdsWords(readAnchor(anchor, format, known), wordsOf(text));
}

describe('words of wikitext that show a text', () => {
  it.each([
    ['Oona Brandt', 'Oona Brandt'],
    ['oona  BRANDT', 'Oona Brandt'],
    ['directed by Oona Brandt in May', 'Oona Brandt'],
    ['[[Oona Brandt (director)|Oona Brandt]]', 'Oona Brandt'],
    ['[[Oona Brandt (director)|O. Brandt]]', 'Oona Brandt (director)'],
    ["'''Salt''' ''Wind''", 'Salt Wind'],
    ['Salt<!-- no comment --> Wind', 'Salt Wind'],
    ['<rev user="Bo">Salt</rev> Wind', '<rev user="Bo">Salt</rev> Wind'],
    ['<http://salt.example/a> Wind', 'http://salt.example/a Wind'],
    ['Salt <nowiki>[[Bo|Wind]] <br></nowiki> Sea', 'Salt [[Bo|Wind]] <br> Sea'],
    ['<pre>\n{| class="x"\n| <!-- Salt --> &amp;\n|}</pre>', '{| class="x"\n| <!-- Salt --> &\n|}'],
    ['Salt<ref>Wind<ref name="y" /> Sea</ref> Sand', 'Salt Sand'],
    ['Salt<ref>Wind, Sea', 'Salt Wind, Sea'],
    ['Salt<gallery>\nFile:A.jpg|Bo\n</gallery> Wind', 'Salt Wind'],
    ['Salt<ref name="x">A source.</ref> Wind<ref name="y" />', 'Salt Wind'],
    ['Salt&nbsp;Wind &amp; Sea', 'Salt Wind & Sea'],
    ['[[Norway|Norwegian]]s', 'Norwegians'],
    ["''O''range", 'Orange'],
    ['H<sub>2</sub>O', 'H2O'],
    ['{{nowrap|Salt Wind}}', 'Salt Wind'],
    ['{{ubl|Ann Lee|Bo Roe}}', 'Ann Lee\nBo Roe'],
    ['1998|5|3', '3 May 1998'],
    ['{{Film date|1998|5|3|Norway}}', '3 May 1998 (Norway)'],
    ['{{duration|h=1|m=56}}', '1 h 56 min'],
    ['{{won}}', 'Won'],
    ['{{flag|FRA}}', 'France'],
    ['See [https://salt.example/ Salt]s', 'See Salts'],
    ['Salt Wind[[Category:Salt]] [[als:Salz]] Sea', 'Salt Wind Sea'],
    ['の[[Salt (film)|海]]へ', 'の海へ'],
    [':{| class="x"\n! style="a"|Salt\n!! style="b"|Wind\n|}', 'Salt Wind'],
    ['{|\n| style="color: {{salt/color}}" | Salt\n| style="<nowiki>#F</nowiki>" | Wind\n|}', 'Salt Wind'],
    ['{|\n| colspan=2 | {{won}}\n| Salt\n|}', 'Won Won Salt'],
    ['{|\n| colspan=2 |\n{|\n| Sea\n|}\n| Salt\n|}', 'Sea Sea Salt'],
    ['{{salt|Bo<ref>Wind</ref>}}', '{{salt|Bo<ref>Wind</ref>}}'],
    ['{{HKG}}', 'Hong Kong'],
    ['{{marriage|Ann Lee|1929|1979}}', 'Ann Lee (m. 1929)'],
    ['{{no such template|a|b}}', '{{no such template|a|b}}'],
    [
      '{|\n|+ Prizes\n! Prize !! Year\n|-\n| rowspan=2 | Best Film || 1998\n|-\n| 1999\n|}',
      'Prize Year Best Film 1998 Best Film 1999',
    ],
    ['Ann Lee|1929|end=w.}} and Bo', 'Ann Lee and Bo'],
    ['[[File:Salt.jpg|thumb|A caption]] Salt Wind', 'Salt Wind'],
    ['* [[Bo Bay]]\n|col2=\n* [[Cy Bay]]', '- Bo Bay\n\n- Cy Bay'],
    ['[[Salt%20Wind]] Sea', 'Salt Wind Sea'],
    ['[[List#{{{2|}}}|<b>{{{1}}}</b>]] Salt', 'Salt'],
    ['Salt __index__ Wind', 'Salt __index__ Wind'],
    ['Salt __NOTOC__ Wind', 'Salt Wind'],
    ['{{percentage|1|3|1}}', '33.3%'],
    ['?', '?!'],
  ])('%j shows %j', (anchor, text) => {
    expect(holds(anchor, text)).toBe(true);
  });

  it.each([
    ['Oona Brand', 'Oona Brandt'],
    ['Oona Brandts', 'Oona Brandt'],
    ['Brandt Oona', 'Oona Brandt'],
    ['Oona M. Brandt', 'Oona Brandt'],
    ['Oona and Brandt', 'Oona Brandt'],
    ['OonaBrandt', 'Oona Brandt'],
    ['the rapist', 'therapist'],
    ['the<br />rapist', 'therapist'],
    ['Salt<!-- Wind -->', 'Salt Wind'],
    ['Salt<ref>Wind</ref>', 'Salt Wind'],
    ['Salt <timeline>Wind</timeline>', 'Salt Wind'],
    ['Salt <nowiki><!-- Sea --></nowiki> Wind', 'Salt Wind'],
    ['Salt<rev> Wind', 'Salt Wind'],
    ['{{flag|FRA}}', 'Germany'],
    ['の [[Salt (film)|海]]へ', 'の海へ'],
    ['Salt] Wind', 'SaltWind'],
    ['{|\n| Salt {{won}} | Wind\n|}', 'Salt Sea Wind'],
    ['{|\n| colspan=2 | Salt\n| Wind\n|}', 'Salt Wind Wind'],
    ['[[Norway|Norwegian]] films', 'Norwegian drama films'],
    ['1998|5|3', '3 June 1998'],
    ['1998|5|3', '4 May 1998'],
    ['{{won}}', 'Nominated'],
    ['{{nowrap|Salt Wind}}', 'Salt Sea'],
    ['Best Film || 1998', 'Best Film 1998 Best Film'],
    ['Salt [[xyz:Sea]] Wind', 'Salt Wind'],
    ['{{percentage|1|3}}', '34%'],
    ['{{start date|year=1993|month=2|day=24}}', '25 February 1993'],
    ['', 'Oona'],
  ])('%j does not show %j', (anchor, text) => {
    expect(holds(anchor, text)).toBe(false);
  });

  it('takes plain text as it stands', () => {
    expect(holds('[[Oona Brandt|O.]] here', 'Oona here', 'plain')).toBe(false);
    expect(holds('Oona (Brandt)', 'Oona Brandt', 'plain')).toBe(true);
  });
});

it('finds any words in themselves, and never where one is missing', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(), (words, n) => {
      expect(holds(words.join(' '), words.join(' '))).toBe(true);
      const missing = words.filter((_, i) => i !== n % words.length);
      expect(holds(missing.join(' '), words.join(' '))).toBe(false);
    }),
  );
});

it('reads hostile markup in time', () => {
  for (const unit of [
    '{{a|',
    '[[a|',
    '<!-- ',
    '<ref>',
    '<a ',
    '{|\n| rowspan=2 | a\n',
    '1998|',
    "''",
    '}}',
    '{{won}}',
    '|',
  ]) {
    const anchor = unit.repeat(200_000 / unit.length);
    expect(holds(anchor, `${'a '.repeat(5000)}b`)).toBe(false);
  }
}, 120_000);
