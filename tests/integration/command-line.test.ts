import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.js';
import { readWithJsonld, readWithN3 } from '../support/read-back.js';
import { article2rdf, cli, root, temporaryFolder } from './program.js';

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
const cases = join(root, 'tests/cases');

beforeEach(() => {
  folder = temporaryFolder();
  for (const slug of readdirSync(cases)) {
    const isPlain = existsSync(join(cases, slug, 'article.txt'));
    if (isPlain) copyFileSync(join(cases, slug, 'article.txt'), at(`${slug}.txt`));
    else copyFileSync(join(cases, slug, 'article.wiki'), at(`${titleOf(slug)}.wiki`));
  }
});

/** Wikitext does not say what it is about; the name of its file does. */
function titleOf(slug: string): string {
  const { name } = JSON.parse(readFileSync(join(cases, slug, 'article.json'), 'utf8')) as { name: string };
  return name.replaceAll(' ', '_');
}

describe('convert', () => {
  it('writes the goldens', () => {
    const { status, stderr } = article2rdf(['convert', '.', '-f', 'turtle,jsonld,nquads', '-o', 'out'], {
      cwd: folder,
    });
    expect(status).toBe(0);
    expect(stderr).toMatch(/^42 articles \(.*\), \d+ statements, 41 of 42 conform to their shapes$/m);
    for (const slug of readdirSync(cases)) {
      const name = existsSync(at(`${slug}.txt`)) ? slug : titleOf(slug);
      for (const [golden, extension] of [
        ['article.ttl', 'ttl'],
        ['article.jsonld', 'jsonld'],
        ['graph.nq', 'nq'],
      ] as const) {
        expect(readFileSync(at('out', `${name}.${extension}`), 'utf8')).toBe(
          readFileSync(join(cases, slug, golden), 'utf8'),
        );
      }
    }
  });

  it('gives the same bytes in any locale and time zone, and in any order of inputs', () => {
    const names = readdirSync(folder);
    const run = (out: string, inputs: string[], env: NodeJS.ProcessEnv): string => {
      const { status } = article2rdf(
        ['convert', ...inputs, '-o', out, '-f', 'turtle,jsonld,ntriples,nquads,trig'],
        { cwd: folder, env },
      );
      expect(status).toBe(0);
      return execFileSync('sh', ['-c', 'cat $(ls | LC_ALL=C sort) | sha256sum'], {
        cwd: at(out),
        encoding: 'utf8',
      });
    };
    const first = run('a', names, { TZ: 'UTC', LC_ALL: 'C' });
    expect(run('b', names, { TZ: 'UTC', LC_ALL: 'C' })).toBe(first);
    expect(
      run('c', [...names].reverse(), { TZ: 'Asia/Kolkata', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }),
    ).toBe(first);
    expect(run('d', ['.'], { TZ: 'Pacific/Apia', LC_ALL: 'ar_EG.UTF-8' })).toBe(first);
  });

  it('writes to standard output what others can read, messages apart', async () => {
    const turtle = article2rdf(['convert', 'salt-road.txt', '--stdout', '-q'], { cwd: folder });
    expect(turtle.stderr).toBe('');
    expect(turtle.stdout).toBe(readFileSync(join(cases, 'salt-road/article.ttl'), 'utf8'));
    const both = article2rdf(['convert', 'salt-road.txt', 'quiet-harbour.txt', '--stdout', '-f', 'jsonld'], {
      cwd: folder,
    });
    expect(JSON.parse(both.stdout)).toHaveLength(2);
    expect((await readWithJsonld(both.stdout)).length).toBeGreaterThan(50);
    const quads = article2rdf(['convert', '.', '--stdout', '-f', 'nq'], { cwd: folder });
    expect(readWithN3(quads.stdout, 'nquads').length).toBeGreaterThan(800);
  });

  it('ends quietly where its reader has read enough', async () => {
    const child = spawn(process.execPath, [cli, 'convert', '.', '--stdout', '-f', 'nq', '-q'], {
      cwd: folder,
    });
    child.stdout.once('data', () => child.stdout.destroy());
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect([code, stderr]).toEqual([0, '']);
  });

  it('keeps the folders of a folder', () => {
    mkdirSync(at('in/sub'), { recursive: true });
    copyFileSync(at('salt-road.txt'), at('in/sub/road.txt'));
    expect(article2rdf(['convert', 'in', '-o', 'out', '-f', 'nt'], { cwd: folder }).status).toBe(0);
    expect(existsSync(at('out/sub/road.nt'))).toBe(true);
  });

  it('takes base, language, address and vocabulary base', () => {
    const options = [
      '--base',
      'https://films.example',
      '--lang',
      'fr',
      '--url',
      'https://wiki.example/x',
      '--vocab-base',
      'https://v.example',
    ];
    const { stdout, status } = article2rdf(
      ['convert', 'the-sparrow-sings.txt', '--stdout', '-f', 'nt', ...options],
      { cwd: folder },
    );
    expect(status).toBe(0);
    expect(stdout).toContain(
      '<https://films.example/resource/The_Sparrow_Sings> <https://schema.org/name> "The Sparrow Sings"@fr .',
    );
    expect(stdout).toContain(
      '<https://films.example/page/The_Sparrow_Sings> <https://schema.org/url> <https://wiki.example/x> .',
    );
    expect(stdout).toContain('<https://schema.org/inLanguage> "fr" .');
    expect(stdout).toContain('<https://v.example/film#screenwriter>');
    expect(stdout).not.toContain('w3id.org');
  });

  it('refuses an address for several articles', () => {
    const { status, stderr } = article2rdf(
      ['convert', 'salt-road.txt', 'quiet-harbour.txt', '--url', 'https://wiki.example/x', '-o', 'out'],
      { cwd: folder },
    );
    expect(status).toBe(65);
    expect(stderr).toContain('quiet-harbour.txt: error: --url is the address of one article');
  });

  it('fails on what it is told to fail on', () => {
    const code = (...options: string[]): number | null =>
      article2rdf(['convert', 'quiet-harbour.txt', '-o', 'out', ...options], { cwd: folder }).status;
    expect(code()).toBe(0);
    expect(code('--fail-on', 'warning')).toBe(1);
    expect(code('--fail-on', 'warning', '--no-validate')).toBe(0);
    writeFileSync(
      at('strict.ttl'),
      '@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <https://schema.org/> .\n[] a sh:NodeShape ; sh:targetClass schema:Movie ; sh:property [ sh:path [ sh:alternativePath ( schema:review ( schema:actor schema:award ) ) ] ; sh:minCount 1 ; sh:message "A film is reviewed." ] .',
    );
    expect(code('--shapes', 'strict.ttl')).toBe(1);
    expect(code('--shapes', 'strict.ttl', '--fail-on', 'never')).toBe(0);
    expect(existsSync(at('out/quiet-harbour.ttl'))).toBe(true);
  });

  it('reports as text, JSON, Turtle and SARIF', () => {
    writeFileSync(
      at('strict.ttl'),
      '@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <https://schema.org/> .\n[] a sh:NodeShape ; sh:targetClass schema:Movie ; sh:property [ sh:path [ sh:alternativePath ( schema:review ( schema:actor [ sh:inversePath schema:award ] ) ) ] ; sh:minCount 1 ; sh:message "A film is reviewed." ] .',
    );
    const report = (name: string, ...options: string[]): string => {
      article2rdf(
        ['convert', 'quiet-harbour.txt', '-o', 'out', '--shapes', 'strict.ttl', '--report', name, ...options],
        { cwd: folder },
      );
      return readFileSync(at(name), 'utf8');
    };
    expect(report('report.txt')).toContain(
      'quiet-harbour.txt:1:3: violation: A film is reviewed.\n    <https://example.org/resource/Quiet_Harbour>  <https://schema.org/review>|(schema:actor/(^<https://schema.org/award>))'
        .replaceAll('<https://schema.org/review>', 'schema:review')
        .replaceAll('<https://schema.org/award>', 'schema:award'),
    );
    expect(JSON.parse(report('report.json'))).toMatchObject({
      conforms: false,
      results: [
        {
          severity: 'violation',
          place: { source: 'quiet-harbour.txt', line: 1, column: 3 },
          path: '<https://schema.org/review>|(<https://schema.org/actor>/(^<https://schema.org/award>))',
          value: null,
        },
        {
          severity: 'warning',
          place: { line: 12, column: 21 },
          rule: 'film/recognitions',
          value: { type: 'literal', value: '1066' },
        },
      ],
    });
    const graph = parseTurtleFamily(report('report.ttl'), 'turtle');
    expect(graph.filter(({ object }) => object.value.endsWith('#ValidationResult'))).toHaveLength(2);
    expect(graph.some(({ predicate }) => predicate.value.endsWith('#inversePath'))).toBe(true);
    const { version, runs } = JSON.parse(report('report.sarif'));
    expect([version, runs[0].columnKind]).toEqual(['2.1.0', 'unicodeCodePoints']);
    expect(
      runs[0].results.map(
        ({ level, locations }: { level: string; locations: { physicalLocation: object }[] }) => [
          level,
          locations[0]?.physicalLocation,
        ],
      ),
    ).toContainEqual([
      'warning',
      { artifactLocation: { uri: 'quiet-harbour.txt' }, region: { startLine: 12, startColumn: 21 } },
    ]);
    expect(report('x.out', '--report-format', 'json')).toMatch(/^\{/);
  });

  it('tells programs everything as JSON lines', () => {
    const { stderr } = article2rdf(
      ['--json', 'convert', 'quiet-harbour.txt', 'the-lantern-keepers.txt', '-o', 'out'],
      { cwd: folder },
    );
    const records = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([...new Set(records.map(({ type }) => type))]).toEqual(['result', 'problem', 'summary']);
    expect(records.at(-1)).toMatchObject({
      articles: 2,
      kinds: { film: 2 },
      validated: 2,
      conforming: 1,
      unmappedFields: { 'Colour process': 1 },
    });
  });

  it('takes mappings and shapes of the user’s own', () => {
    const book = join(root, 'tests/fixtures/book');
    const { status, stderr, stdout } = article2rdf([
      'convert',
      join(book, 'article.txt'),
      '--stdout',
      '--mapping',
      join(book, 'mappings'),
      '--shapes',
      join(book, 'shapes.ttl'),
    ]);
    expect(stdout).toContain('a schema:Book ;');
    expect(stderr).toContain(
      'article.txt:8:10: violation: A book has one number of pages, and hardly more than 2000. [https://books.example/terms#pagesShape]',
    );
    expect(status).toBe(1);
  });

  it('names the line of a mapping or shape that is broken, and converts nothing', () => {
    mkdirSync(at('own'));
    writeFileSync(
      at('own/x.yaml'),
      'kind: x\nclass: schema:Book\nsigns: {}\nfields:\n  author: { labels: [a], property: schema:author, value: people }\n',
    );
    writeFileSync(
      at('broken.ttl'),
      '@prefix sh: <http://www.w3.org/ns/shacl#> .\n\n[] a sh:NodeShape ;;; x .\n',
    );
    const mapping = article2rdf(['convert', 'salt-road.txt', '-o', 'out', '--mapping', 'own'], {
      cwd: folder,
    });
    expect([mapping.status, mapping.stderr.split('\n')[0]]).toEqual([
      2,
      expect.stringMatching(/^own\/x\.yaml:5:\d+: error: fields\.author\.value: /),
    ]);
    const shapes = article2rdf(['convert', 'salt-road.txt', '-o', 'out', '--shapes', 'broken.ttl'], {
      cwd: folder,
    });
    expect([shapes.status, shapes.stderr.split('\n')[0]]).toEqual([
      2,
      expect.stringMatching(/^broken\.ttl:3: error: These shapes are no Turtle/),
    ]);
    const missing = article2rdf(['convert', 'salt-road.txt', '-o', 'out', '--mapping', 'nowhere'], {
      cwd: folder,
    });
    expect([missing.status, missing.stderr.split('\n')[0]]).toEqual([
      74,
      expect.stringMatching(/^nowhere: error: It cannot be read/),
    ]);
    expect(existsSync(at('out'))).toBe(false);
  });
});

describe('validate', () => {
  it('checks files of any format against any shapes', () => {
    article2rdf(
      [
        'convert',
        'quiet-harbour.txt',
        'salt-road.txt',
        '-f',
        'turtle,jsonld,ntriples,nquads,trig',
        '-o',
        'out',
      ],
      { cwd: folder },
    );
    for (const extension of ['ttl', 'jsonld', 'nt', 'nq', 'trig']) {
      const fine = article2rdf(['validate', `out/salt-road.${extension}`], { cwd: folder });
      expect([fine.status, fine.stdout]).toEqual([0, 'Conforms.\n']);
      const warned = article2rdf(['validate', `out/quiet-harbour.${extension}`, '--fail-on', 'warning'], {
        cwd: folder,
      });
      expect(warned.status).toBe(1);
      expect(warned.stdout).toContain(`out/quiet-harbour.${extension}: warning: The year of a ceremony`);
    }
    writeFileSync(
      at('own.ttl'),
      '@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <https://schema.org/> .\n[] sh:targetClass schema:Movie ; sh:property [ sh:path schema:name ; sh:maxCount 0 ] .',
    );
    const own = article2rdf(['validate', 'out/salt-road.ttl', '--shapes', 'own.ttl', '-f', 'json'], {
      cwd: folder,
    });
    expect(own.status).toBe(1);
    expect(JSON.parse(own.stdout).results).toHaveLength(1);
  });

  it('tells what it cannot read', () => {
    writeFileSync(at('bad.ttl'), '<a> <b> .\n');
    writeFileSync(at('bad.jsonld'), '{ "@context": "https://schema.org/" }');
    const { status, stderr } = article2rdf(['validate', 'bad.ttl', 'bad.jsonld', 'x.rdf', 'missing.ttl'], {
      cwd: folder,
    });
    expect(status).toBe(74);
    expect(stderr).toMatch(/^bad\.ttl:1: error: It is no valid Turtle/m);
    expect(stderr).toMatch(
      /^bad\.jsonld: error: It is no valid JSON-LD: .*https:\/\/schema\.org\/.*nothing is ever fetched/m,
    );
    expect(stderr).toMatch(/^x\.rdf: error: Its format is not known; name it with --input/m);
    expect(stderr).toMatch(/^missing\.ttl: error: There is no such file/m);
  });
});

describe('the rest', () => {
  it('parses to JSON', () => {
    const { status, stdout } = article2rdf(['parse', 'salt-road.txt'], { cwd: folder });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(
      JSON.parse(readFileSync(join(cases, 'salt-road/article.json'), 'utf8')),
    );
    expect(article2rdf(['parse', '--lines', '.'], { cwd: folder }).stdout.trimEnd().split('\n')).toHaveLength(
      42,
    );
  });

  it('lints', () => {
    expect(article2rdf(['lint'])).toMatchObject({
      status: 0,
      stdout: 'Mappings, vocabularies, shapes and context fit together.\n',
    });
    const book = join(root, 'tests/fixtures/book');
    const own = [
      '--mapping',
      join(book, 'mappings'),
      '--vocab',
      join(book, 'vocab.ttl'),
      '--shapes',
      join(book, 'shapes.ttl'),
    ];
    expect(article2rdf(['lint', ...own]).status).toBe(0);
    // What the mapping says of its terms is vocabulary and shapes enough.
    expect(article2rdf(['lint', ...own.slice(0, 2)]).status).toBe(0);
  });

  it('drafts a kind into a folder of own mappings, which lint accepts, and replaces no file', () => {
    writeFileSync(
      at('Aldo_Light.wiki'),
      '{{Infobox lighthouse\n| steps = 88\n}}\nAldo Light is a lighthouse.\n',
    );
    const draft = [
      'new',
      'kind',
      'lighthouse',
      '--from',
      'Infobox lighthouse',
      '--pages',
      'Aldo_Light.wiki',
      '-o',
      'my',
    ];
    expect(article2rdf(draft, { cwd: folder }).status).toBe(0);
    expect(readFileSync(at('my/kinds/lighthouse.yaml'), 'utf8')).toContain('value: count');
    expect(article2rdf(['lint', 'my'], { cwd: folder }).status).toBe(0);
    expect(article2rdf(draft, { cwd: folder })).toMatchObject({ status: 2, stdout: '' });
  });

  it('completes in each shell', () => {
    const words = (line: string): string => {
      const script = `source <("${process.execPath}" "${cli}" completion bash); COMP_WORDS=(${line}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _article2rdf; echo "\${COMPREPLY[@]}"`;
      return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim();
    };
    expect(words('article2rdf co')).toBe('convert coverage completion');
    expect(words('article2rdf convert --fo')).toBe('--format');
    expect(words('article2rdf validate --sh')).toBe('--shapes');
    expect(article2rdf(['completion', 'zsh']).stdout).toContain("'--format[");
    expect(article2rdf(['completion', 'fish']).stdout).toContain(
      "__fish_seen_subcommand_from convert' -l format",
    );
    expect(article2rdf(['completion', 'cmd']).status).toBe(2);
  });

  it.each([
    [[], /Usage: article2rdf/],
    [['convert'], /missing required argument 'inputs'\n/],
    [
      ['convert', '--shapes', 's.ttl', 'film.txt'],
      /missing required argument 'inputs' \(name them before --shapes/,
    ],
    [
      ['validate', '--shapes', 's.ttl', 'film.ttl'],
      /missing required argument 'files' \(name them before --shapes/,
    ],
    [['convert', 'x', '-f', 'xml'], /"xml" is no format; use turtle, jsonld/],
    [['convert', 'x', '--base', 'nowhere'], /It must be an absolute IRI/],
    [['convert', 'x', '--lang', 'english!'], /It must be a BCP 47 tag/],
    [['convert', 'x', '--stdout', '-f', 'turtle,jsonld'], /--stdout takes one format/],
    [['convert', 'x', '--frobnicate'], /unknown option '--frobnicate'/],
    [['conver'], /Did you mean convert\?/],
  ])('exits with 2 for %j', (args, message) => {
    const { status, stderr } = article2rdf(args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });

  it('prints its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(article2rdf(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` });
  });
});
