/** What is no article is known by what is in it, and told by its name; what is one is read. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspectInput } from '../../src/read.js';
import { growth, linear } from '../support/growth.js';
import { bzip2, file, hasBzip2 } from './dump.js';

async function formOf(bytes: string | Uint8Array, name = 'x.txt'): Promise<string> {
  const inspected = await inspectInput(file(name, bytes));
  if ('header' in inspected) return inspected.header.format ?? inspected.header.kind;
  const { code, message } = inspected.problem;
  return code === 'unknown-format' ? (/^This is (.*?);/.exec(message)?.[1] ?? message) : code;
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const zip = (...names: string[]): Buffer =>
  latin1(names.map((name) => `PK\x03\x04\x14\0\0\0${name}`).join(''));
const tar = (): Buffer => latin1(`film.txt${'\0'.repeat(249)}ustar\0${'\0'.repeat(249)}= Film =\n`);

describe('names what is not read', () => {
  it.each<[string, string | Buffer]>([
    ['HTML', '<!DOCTYPE html>\n<html><body><p>A is a 2001 film.</p></body></html>'],
    ['HTML', '\ufeff\n<!-- saved -->\n<HTML lang="en"><title>A</title>'],
    [
      'HTML',
      '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n<html xmlns="x">',
    ],
    ['HTML', '<p class="mw-empty-elt">\n</p>\n<p><b>A</b> is a 2001 film.</p>'],
    ['HTML', '<div class="mw-parser-output"><table class="infobox"><tr><th>A</th></tr></table></div>'],
    ['HTML', '<article><h1>A</h1>\nIt is a film.</article>'],
    [
      'a saved web page or a mail (MIME)',
      'From: <Saved by Blink>\nSubject: A\nMIME-Version: 1.0\nContent-Type: multipart/related;\n',
    ],
    ['the answer of a web server, with its headers', 'HTTP/1.1 200 OK\nContent-Type: text/plain\n\n= A =\n'],
    ['TEI (XML)', '<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>'],
    ['TEI (XML)', '<teiCorpus><TEI/></teiCorpus>'],
    ['RDF/XML', '<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="x"></rdf:RDF>'],
    ['RDF/XML', '<rdf:RDF\n xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'],
    [
      'XML, <feed>, and no export of MediaWiki',
      '<feed>\n<doc>\n<title>Wikipedia: A</title>\n<abstract>x</abstract>\n</doc>\n</feed>',
    ],
    ['XML, <rss>, and no export of MediaWiki', '<?xml version="1.0"?><rss><channel/></rss>'],
    [
      'XML, <PcGts>, and no export of MediaWiki',
      '<?xml version="1.0"?>\n<PcGts xmlns="x"><page imageFilename="a"/></PcGts>',
    ],
    ['an image (SVG)', '<svg xmlns="http://www.w3.org/2000/svg"><title>A</title></svg>'],
    ["an answer of MediaWiki's API in XML", '<?xml version="1.0"?><api batchcomplete=""><query/></api>'],
    [
      'the output of WikiExtractor',
      '<doc id="1" url="https://en.wikipedia.org/wiki?curid=1" title="A">\nA\n\nA is a film.\n</doc>\n',
    ],
    ['an array of JSON', '[{"title":"A","text":"x"},\n{"title":"B","text":"y"}]'],
    ['an array of JSON', '[\n  {\n    "type": "item"\n  }\n]'],
    ['an array of JSON', '[["Q1", "A"], ["Q2", "B"]]'],
    ['an array of JSON', '[]'],
    ['JSON over several lines', '{\n  "title": "A",\n  "text": "A is a film."\n}\n'],
    ['JSON over several lines', '{"title": "A",\n "text": "A is a film."}\n'],
    ['JSON over several lines', '{\n\t"_id": 1,\n\t"names": [\n\t\t"A"\n\t]\n}'],
    ['JSON-LD', '{"@context": "https://schema.org/", "@type": "Movie", "name": "A"}'],
    ['JSON-LD', '{\n  "@context": {"schema": "https://schema.org/"},\n  "@graph": []\n}'],
    ['JSON-LD', '[{"@id": "https://example.org/a"}]'],
    ['Turtle', '@prefix schema: <https://schema.org/> .\n\nschema:A a schema:Movie .\n'],
    ['Turtle', '# Made by hand.\n\n@base <https://example.org/> .\n<a> a <b> .\n'],
    ['Turtle', 'PREFIX schema: <https://schema.org/>\nschema:A a schema:Movie .\n'],
    ['Turtle', 'prefix : <https://example.org/>\n:A a :B .\n'],
    ['Turtle', '<https://example.org/a> a <https://schema.org/Movie> ;\n  <https://schema.org/name> "A" .\n'],
    ['TriG', '@prefix : <https://example.org/> .\n\n:g {\n  :a a :b .\n}\n'],
    ['TriG', '<https://example.org/g> {\n <a:a> <a:b> <a:c> }'],
    ['N-Triples', '<https://example.org/a> <https://schema.org/name> "A \\"b\\""@en .\n'],
    ['N-Triples', '# x\n_:a <https://schema.org/name> "1"^^<http://www.w3.org/2001/XMLSchema#int> .'],
    ['N-Quads', '<https://e.org/a> <https://e.org/b> <https://e.org/c> <https://e.org/g> .\n'],
    ['N-Quads', '_:a <https://e.org/b> "x"@en _:g .\n'],
    ['SPARQL', 'PREFIX schema: <https://schema.org/>\nSELECT ?x WHERE { ?x a schema:Movie }'],
    ['SPARQL', 'SELECT DISTINCT ?x { ?x ?y ?z }'],
    ['reStructuredText', '=====\nA\n=====\n\n.. contents:: Contents\n\nA is a film.\n'],
    ['reStructuredText', 'A\n=\n\n.. image:: a.png\n\nA is a film.\n'],
    ['AsciiDoc', '= A\n:toc:\n\ninclude::b.adoc[]\n\nA is a film.\n'],
    ['LaTeX', '% A film\n\\documentclass{article}\n\\begin{document}\nA is a film.\n\\end{document}'],
    ['Org mode', '#+TITLE: A\n* Plot\nA is a film.\n'],
    ['DokuWiki', '====== A ======\n\n^ Directed by | Ann Lee |\n'],
    ['RTF', '{\\rtf1\\ansi A is a film.}'],
    ['a table of separated values (CSV)', 'title,director,year\nA,Ann Lee,2001\nB,Bo Roe,2002\n'],
    ['a table of separated values (CSV)', 'id;title;text\n1;A;"A is a film, ""new""\nof 2001; yes"\n'],
    ['a table of separated values (CSV)', 'page_id\ttitle\ttext\n1\tA\tA is a film.\n'],
    ['YAML', 'title: A\ncast:\n  - Ann Lee\n  - Bo Roe\n'],
    ['YAML', '---\ntitle: A\ntext: |\n  A is a film.\n'],
    ['YAML', '%YAML 1.2\n---\na: b\n'],
    [
      'a dump of a database (SQL)',
      '-- MySQL dump 10.16  Distrib 10.1.41-MariaDB\n--\n\nDROP TABLE IF EXISTS `page`;\n',
    ],
    ['a dump of a database (SQL)', "/* films */\n\nINSERT INTO films VALUES (1,'A');\n"],
    ['a dump of a database (SQL)', 'CREATE TABLE films (title text);\n'],
    ['the index of a dump', '616:10:Salt\n616:12:Sea\n616:13:Tide\n'],
    ['a list of titles', 'page_title\nSalt\nSea\n'],
    ['a pointer of Git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n'],
    ['PDF', latin1('%PDF-1.7\n%\xe2\xe3\n')],
    ['an image (PNG)', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['an image (JPEG)', latin1('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['a document of Microsoft Word (DOCX)', zip('[Content_Types].xml', 'word/document.xml')],
    ['an OpenDocument file (ODT)', zip('mimetypeapplication/vnd.oasis.opendocument.text', 'content.xml')],
    ['an e-book (EPUB)', zip('mimetypeapplication/epub+zip', 'META-INF/container.xml')],
    ['a zip archive', zip('film.txt')],
    ['a tar archive', tar()],
    ['a database (SQLite)', latin1('SQLite format 3\0\x10\0')],
    ['a table (Parquet)', latin1('PAR1\x15\x04')],
  ])('%s', async (form, content) => {
    expect(await formOf(content)).toBe(form);
    expect(await formOf(content, 'film.wiki')).toBe(form);
    expect(await formOf(gzipSync(content), 'film.txt.gz')).toBe(form);
    if (hasBzip2) expect(await formOf(bzip2(content), 'dump.xml')).toBe(form);
  });

  it('and says what to do', async () => {
    const inspected = await inspectInput(file('film.ttl', '@prefix a: <https://a.example/> .\n'));
    expect(inspected).toMatchObject({
      problem: { severity: 'error', message: 'This is Turtle; did you mean validate?' },
    });
  });
});

describe('reads what an article may begin with', () => {
  it.each<[string, string]>([
    ['wikitext', '<!-- A film -->\n{{Infobox film\n| name = A\n}}'],
    ['wikitext', "<div class=\"x\">\n{{Notice}}\n</div>\n'''A''' is a film."],
    ['wikitext', "<noinclude>x</noinclude>'''A''' is a film."],
    ['wikitext', "<infobox><title>A</title></infobox>\n'''A''' is a film by [[Ann Lee]]."],
    ['plain', '<ref>x</ref> A is a film.'],
    ['wikitext', '[[1984]] was a year.\n'],
    ['wikitext', '[[File:A.jpg|thumb]]\n[["A"]] is a film.'],
    ['plain', '[1] A is a film.\n'],
    ['plain', '{A} is a film.\n'],
    ['plain', '"A" is a film.\n'],
    ['plain', '= A =\n\nA\n- Director: Ann Lee\n'],
    ['plain', '# A\n\nA is a film.\n\n## Cast\n- Ann Lee as B\n'],
    ['plain', '---\ntitle: A\ntags: [film]\n---\n\n# A\n\nA is a film.\n'],
    ['plain', 'Title: A\n\nURL Source: https://example.org/A\n\nA is a film.\n'],
    ['plain', 'A (2001)\nDirector: Ann Lee\nRuntime: 96 minutes\n'],
    ['plain', 'Ann Lee, Bo Roe, Cy Poe\nDi Moe, Ann Lee, Bo Roe\nA, B, C\n'],
    ['plain', 'A is a film.\n\n.. and more of it.\n'],
    ['plain', '=====\nA\n=====\n\nA is a film.\n\nCast\n----\n- Ann Lee as B\n'],
    ['plain', '= A\n\nA is a film.\n\n== Cast\n* Ann Lee as B\n'],
    ['plain', 'Select is a film.\n'],
    ['plain', 'Prefix: The Film is a film.\n'],
    ['plain', 'PDF is a format. %PDF-1.4 begins it.\n'],
    ['plain', 'ID3 is a film.\n'],
    ['plain', 'The <page> of a book.\n'],
    ['plain', '- MySQL dump is a film.\n'],
    ['ndjson', '{"title": "A", "text": "x\\n\\"@context\\": 1"}\n'],
    ['ndjson', '{"_id": "1", "title": "A", "text": "{\\n}"}'],
    ['ndjson', '{"title": "A", "text"\n{"title": "B", "text": "x"}\n'],
    ['xml', '<?xml version="1.0"?>\n<!DOCTYPE mediawiki [<!ENTITY a "b">]>\n<mediawiki><page>'],
  ])('%s: %j', async (kind, content) => {
    expect(await formOf(content)).toBe(kind);
  });

  it('takes a table of two columns for one where the name says so', async () => {
    const table = 'title,text\nA,A is a film.\n';
    expect(await formOf(table, 'films.csv')).toBe('a table of separated values (CSV)');
    expect(await formOf('Ann, who plays B\nBo, who plays C\n')).toBe('plain');
  });

  it('in time that grows with the length alone', async () => {
    for (const begin of [
      '-- x',
      '@prefix a: <b:c> .',
      '# x',
      '<',
      '<!-- ',
      '{"a":',
      '["',
      '%',
      'a:',
      'a,b,c\n"',
      '.. ',
    ])
      for (const more of ['\n', `${begin}\n`, ' ', '""'])
        expect(
          await growth(formOf, (pieces) => begin + more.repeat(pieces), 32_000),
          begin,
        ).toBeLessThanOrEqual(linear);
  });
});
