// @ts-check
/** Pages in wikitext: infobox, references, links, lists, tables and categories, about as dense as in real ones. */

/**
 * @typedef {object} Author
 * @property {() => number} chance
 * @property {readonly string[]} sentences
 * @property {number} length number of sentences
 */

const givenNames =
  'Ana Bruno Clara Dario Edda Farid Greta Hiro Ines Jonas Kaya Leon Mira Nils Olga Pavel Rosa Sami Tove Yara'.split(
    ' ',
  );
const familyNames =
  'Adler Brandt Costa Duarte Eriksen Fontane Garnier Hoxha Ivanov Jensen Kovacs Lindqvist Moreau Novak Okafor Petrov Quint Rossi Sato Weiss'.split(
    ' ',
  );
const nouns =
  'Harbour Lantern Orchard River Winter Garden Signal Mountain Mirror Carnival Letter Station Island Bridge Window Shadow'.split(
    ' ',
  );
const adjectives =
  'Quiet Broken Golden Distant Hidden Silver Last Burning Empty Northern Crooked Patient'.split(' ');
const countries = ['France', 'Hong Kong', 'Norway', 'Brazil', 'India', 'United States', 'Japan', 'Egypt'];
const languages = [
  'French',
  'Cantonese',
  'Norwegian',
  'Portuguese',
  'Hindi',
  'English',
  'Japanese',
  'Arabic',
];
const demonyms = [
  'French',
  'Hong Kong',
  'Norwegian',
  'Brazilian',
  'Indian',
  'American',
  'Japanese',
  'Egyptian',
];
const genres = ['drama', 'comedy', 'thriller', 'romantic comedy', 'documentary'];
const syllables =
  'an ter ing lo ma res tion ka der vi mor sel pu ri ne tal ou gra be nis com fe ly hor dan sti ve qua rol im'.split(
    ' ',
  );
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** @template Item @param {Author} author @param {readonly Item[]} items @returns {Item} */
const pick = ({ chance }, items) => /** @type {Item} */ (items[Math.floor(chance() * items.length)]);

/** @param {Author} author @param {number} from @param {number} to */
const number = ({ chance }, from, to) => from + Math.floor(chance() * (to - from + 1));

/** @param {Author} author */
const personName = (author) => `${pick(author, givenNames)} ${pick(author, familyNames)}`;

/** @param {Author} author @param {number} count @param {(author: Author) => string} make */
const several = (author, count, make) => Array.from({ length: count }, () => make(author));

/** @param {string} target */
const link = (target) => `[[${target}]]`;

/** @param {Author} author */
export function filmPage(author) {
  const name = `The ${pick(author, adjectives)} ${pick(author, nouns)}`;
  const year = number(author, 1930, 2020);
  const country = number(author, 0, countries.length - 1);
  const cast = several(author, number(author, 4, 12), personName);
  const director = personName(author);
  const text = `{{short description|${year} film}}
{{Use dmy dates|date=May 2020}}
{{Infobox film
| name           = ${name}
| image          = ${name} poster.jpg
| caption        = Theatrical release poster
| director       = ${link(director)}
| producer       = {{ubl|${several(author, 2, personName).join('|')}}}
| writer         = ${link(personName(author))}<br />${personName(author)}
| starring       = {{Plainlist|
${cast
  .slice(0, 4)
  .map((person) => `* ${link(person)}`)
  .join('\n')}
}}
| music          = ${link(personName(author))}
| cinematography = ${personName(author)}
| editing        = ${personName(author)}
| studio         = ${pick(author, nouns)} Pictures
| distributor    = ${link(`${pick(author, nouns)} Releasing`)}
| released       = {{Film date|df=yes|${year}|${number(author, 1, 12)}|${number(author, 1, 28)}}}
| runtime        = ${number(author, 70, 190)} minutes${reference(author)}
| country        = ${countries[country]}
| language       = ${languages[country]}
| budget         = $${number(author, 1, 200)} million
| gross          = $${number(author, 1, 900)},${number(author, 100, 999)},000${reference(author)}
}}

'''''${name}''''' is a ${year} ${demonyms[country]} ${pick(author, genres)} film directed by ${link(director)} and starring ${cast.slice(0, 2).map(link).join(' and ')}.${reference(author)} ${prose(author, 4)}

==Plot==
${sectionProse(author, 0.3)}

==Cast==
${cast.map((person) => `* ${link(person)} as ${personName(author)}, ${pick(author, nouns).toLowerCase()} keeper`).join('\n')}

==Production==
${sectionProse(author, 0.3)}

===Filming===
${sectionProse(author, 0.15)}

==Reception==
${sectionProse(author, 0.25)}

==Accolades==
${awardsTable(author, name, year)}
${ending(author, [`${year} films`, `${languages[country]}-language films`, `Films directed by ${director}`])}`;
  return { title: `${name} (${year} film)`, text };
}

/** @param {Author} author */
export function biographyPage(author) {
  const name = personName(author);
  const year = number(author, 1860, 1990);
  const country = pick(author, countries);
  const text = `{{short description|Person from ${country}}}
{{Infobox person
| name        = ${name}
| birth_date  = {{Birth date and age|df=yes|${year}|${number(author, 1, 12)}|${number(author, 1, 28)}}}
| birth_place = ${link(pick(author, nouns) + 'ville')}, ${link(country)}
| occupation  = {{hlist|Actor|Director|${pick(author, ['Painter', 'Composer', 'Writer'])}}}
| years_active = ${year + 20}–present
| spouse      = {{marriage|${personName(author)}|${year + 25}|${year + 40}}}
| website     = {{URL|https://person.example.org/}}
}}

'''${name}''' (born ${number(author, 1, 28)} ${pick(author, months)} ${year}) is a person from ${link(country)}.${reference(author)} ${prose(author, 3)}

==Early life==
${sectionProse(author, 0.3)}

==Career==
${sectionProse(author, 0.5)}

==Filmography==
${filmography(author, year)}

==Personal life==
${sectionProse(author, 0.2)}
${ending(author, [`${year} births`, 'Living people', `Actors from ${country}`])}`;
  return { title: `${name} (born ${year})`, text };
}

/** @param {Author} author */
export function placePage(author) {
  const name = `${pick(author, adjectives)} ${pick(author, nouns)}`;
  const country = pick(author, countries);
  const text = `{{short description|Town in ${country}}}
{{Infobox settlement
| name                 = ${name}
| settlement_type      = Town
| image_skyline        = ${name} skyline.jpg
| coordinates          = {{coord|${number(author, 0, 60)}|${number(author, 0, 59)}|N|${number(author, 0, 90)}|${number(author, 0, 59)}|E|display=inline,title}}
| subdivision_type     = Country
| subdivision_name     = {{flag|${country}}}
| established_date     = ${number(author, 1100, 1900)}
| area_total_km2       = ${number(author, 3, 900)}
| population_total     = ${number(author, 1, 900)},${number(author, 100, 999)}${reference(author)}
| population_as_of     = 2011
| timezone             = [[Central European Time|CET]]
}}

'''${name}''' is a town in ${link(country)}, {{convert|${number(author, 2, 90)}|km|mi|abbr=on}} from ${link(pick(author, nouns) + 'ville')}.${reference(author)} ${prose(author, 3)}

==History==
[[File:${name} market.jpg|thumb|left|upright|The market of ''${name}'', with ${link('Town hall')}]]
${sectionProse(author, 0.5)}

==Geography==
${sectionProse(author, 0.3)}

==Economy==
${sectionProse(author, 0.2)}
${ending(author, [`Towns in ${country}`, `Populated places in ${country}`])}`;
  return { title: `${name}, ${country} ${number(author, 1, 999)}`, text };
}

/** Paragraphs with a share of the page's sentences. @param {Author} author @param {number} share */
function sectionProse(author, share) {
  const paragraphs = [];
  for (let left = Math.ceil(author.length * share); left > 0; left -= 6)
    paragraphs.push(prose(author, Math.min(left, 6)));
  return paragraphs.join('\n\n');
}

/** @param {Author} author @param {number} count of sentences */
function prose(author, count) {
  return several(author, count, sentence).join(' ');
}

/**
 * A sentence with links and, half of the time, a reference. Most words are made up, so that pages are no more alike,
 * and compress no better, than real ones.
 *
 * @param {Author} author
 */
function sentence(author) {
  const { chance } = author;
  const words = pick(author, author.sentences).split(' ');
  const marked = words.map((word) => {
    if (!/^[a-z]+$/.test(word)) return word;
    const choice = chance();
    if (choice < 0.05) return link(word);
    if (choice < 0.09) return `[[${pick(author, nouns)} (${coinedWord(author)})|${word}]]`;
    if (choice < 0.1) return `''${word}''`;
    return choice < 0.25 ? word : coinedWord(author);
  });
  return `${marked.join(' ')}${chance() < 0.5 ? reference(author) : ''}`;
}

/** @param {Author} author */
function coinedWord(author) {
  return several(author, number(author, 1, 3), () => pick(author, syllables)).join('');
}

/** @param {Author} author */
function reference(author) {
  const n = number(author, 1, 9999);
  const choice = author.chance();
  if (choice < 0.25) return `<ref name="r${n % 9}" />`;
  if (choice < 0.35) return `<ref>${personName(author)}, ''The ${pick(author, nouns)}'', p. ${n}.</ref>`;
  return `<ref name="s${n}">{{cite web |url=https://www.example.org/${n}/${pick(author, nouns)} |title=${pick(author, adjectives)} ${pick(author, nouns)} |last=${pick(author, familyNames)} |first=${pick(author, givenNames)} |date=${number(author, 1, 28)} ${pick(author, months)} ${number(author, 1990, 2020)} |publisher=The ${pick(author, nouns)} |access-date=1 May 2020}}</ref>`;
}

/** @param {Author} author @param {string} name @param {number} year */
function awardsTable(author, name, year) {
  const rows = several(
    author,
    number(author, 1, 8),
    () => `|-
| ${pick(author, nouns)} Awards || ${year + 1} || Best ${pick(author, ['Film', 'Director', 'Actress', 'Editing'])} || ${link(personName(author))} || {{${pick(author, ['won', 'nom'])}}}`,
  );
  return `{| class="wikitable sortable"
|+ Awards of ''${name}''
! Award !! Year !! Category !! Recipient !! Result
${rows.join('\n')}
|}`;
}

/** @param {Author} author @param {number} birth */
function filmography(author, birth) {
  const rows = several(
    author,
    number(author, 3, 25),
    () => `|-
| ${birth + number(author, 20, 60)}
| style="text-align:left" | ''[[The ${pick(author, adjectives)} ${pick(author, nouns)}]]''
| ${personName(author)}
|`,
  );
  return `{| class="wikitable"
! scope="col" | Year
! scope="col" | Title
! scope="col" | Role
! class="unsortable" | Notes
${rows.join('\n')}
|}`;
}

/** @param {Author} author @param {readonly string[]} categories */
function ending(author, categories) {
  return `
==References==
{{Reflist|30em}}

==External links==
* {{Official website|https://site${number(author, 1, 999)}.example.org/}}
* [https://database.example.org/${number(author, 1, 9999)} Entry] at the ${pick(author, nouns)} Database
<!-- Navigation boxes come last. -->
{{Authority control}}

${categories.map((category) => `[[Category:${category}]]`).join('\n')}`;
}
