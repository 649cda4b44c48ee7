/** Whatever the input: a clear message, the right exit code, the other inputs converted, no half file, nothing outside. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'n3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { isIri } from '../../src/rdf/iris.js';
import { readWithN3, readWithOxigraph } from '../support/read-back.js';
import { article2rdf, temporaryFolder } from './program.js';

const good = '= Good =\n\nGood\n- Director: Ann Lee\n\nGood is a 2001 film.\n';

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
const written = (): string[] =>
  existsSync(at('out')) ? (readdirSync(at('out'), { recursive: true }) as string[]).sort() : [];

beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(at('good.txt'), good);
});

/** Converts the given inputs and a good one behind them. */
function convert(...inputs: string[]) {
  return article2rdf(['convert', ...inputs, 'good.txt', '-o', 'out', '-f', 'turtle'], { cwd: folder });
}

describe('inputs that cannot be used', () => {
  it.each<[string, string | Buffer, number, RegExp]>([
    ['empty.txt', '', 65, /empty\.txt: error: It is empty/],
    ['blank.txt', ' \n\n', 65, /blank\.txt: error: It holds only white space/],
    ['binary.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]), 65, /binary\.txt: error: This is a program/],
    [
      'utf8.txt',
      Buffer.from([...Buffer.from('= A =\n\nx '), 0xff, 0x0a]),
      65,
      /utf8\.txt:3: error: It is no valid UTF-8 at byte 9/,
    ],
    ['utf16.txt', Buffer.from('\ufeff= A =', 'utf16le'), 65, /utf16\.txt: error: It is UTF-16/],
    ['lines.txt', `= A =\n${'==B==\n'.repeat(400_000)}`, 65, /lines\.txt: error: It has 400002 lines/],
    [
      'many.txt',
      `= A =\n${'==B==\n'.repeat(60_000)}`,
      65,
      /many\.txt: error: It makes more than \d+ statements/,
    ],
    [
      'long-title.txt',
      `= ${'A'.repeat(2000)} =\n\nx`,
      65,
      /long-title\.txt: error: The title has 2000 characters/,
    ],
  ])('%s', (name, content, code, message) => {
    writeFileSync(at(name), content);
    const { status, stderr } = convert(name);
    expect(stderr).toMatch(message);
    expect(status).toBe(code);
    expect(written()).toEqual(['good.ttl']);
  });

  it('a missing file, an empty folder, a pattern without a match', () => {
    mkdirSync(at('empty'));
    const { status, stderr } = convert('missing.txt', 'empty', 'x*.txt');
    expect(stderr).toMatch(/missing\.txt: error: There is no such file or folder/);
    expect(stderr).toMatch(/empty: error: No article was found here/);
    expect(stderr).toMatch(/x\*\.txt: error: No article was found here/);
    expect(status).toBe(74);
    expect(written()).toEqual(['good.ttl']);
  });

  it('standard input without a title', () => {
    const { status, stderr, stdout } = article2rdf(['convert', '-', '--stdout'], { input: 'Some words.\n' });
    expect(stderr).toMatch(
      /<stdin>: error: The article has no title: begin it with a line such as "= Title ="/,
    );
    expect(status).toBe(65);
    expect(stdout).toBe('');
  });
});

describe('inputs that can be used', () => {
  it.each<[string, () => string, RegExp]>([
    ['title.txt', () => '= Only a title =\n', /title\.txt:1:3: warning: There is nothing below the title/],
    [
      'wide.txt',
      () => `= W =\n\nW is a 2001 film.\n\n== Awards ==\n${`|${' x |'.repeat(10_000)}\n`.repeat(3)}`,
      /wide\.txt:6:1: warning: .* columns that say who gave which award/,
    ],
    [
      'deep.txt',
      () =>
        `= D =\n\nD is a 2001 film.\n\n== Cast ==\n${Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(i)}- Ann Lee ${i}\n`).join('')}`,
      /1 of no|2 articles/,
    ],
    ['line.txt', () => `= L =\n\n${'word '.repeat(10_000_000)}\n`, /2 articles/],
    [
      'field.txt',
      () => `= F =\n\nF\n- Director: ${'A B, '.repeat(5_000_000)}\n\nF is a 2001 film.\n`,
      /field\.txt:4:13: warning: .* is too long for a value/,
    ],
    [
      'brackets.txt',
      () =>
        `= B =\n\nB\n- Starring: ${'('.repeat(9000)}${'[1]'.repeat(3000)}\n\nB is a 2001 film ${'( '.repeat(500_000)}\n`,
      /brackets\.txt:4:13: warning/,
    ],
  ])('%s', (name, content, message) => {
    writeFileSync(at(name), content());
    const { status, stderr } = convert(name);
    expect(stderr).toMatch(message);
    expect(status).toBe(0);
    expect(written()).toEqual(['good.ttl', name.replace('.txt', '.ttl')].sort());
  });

  const hostileTitles = [
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '">',
    '..',
    'a|b\\c^d`e{f}g',
    'CON',
    'x\u202ey\u0007',
    '-rf',
  ];
  const hostileArticle = (title: string): string => {
    const fields = `- Director: A "> B, ${title}\n- Website: javascript:alert(1)\n- ${title}: <b>x</b>\n`;
    const cast = `== Cast ==\n- ${title} as ${title}\n- Eve ">< Roe as X\n\n== ${title} ==\n| ${title} | x |\n`;
    return `= ${title} =\n\n${title}\n${fields}\nIt is a 2001 film.\n\n${cast}`;
  };

  it('hostile titles and names stay in the output folder', () => {
    for (const [i, title] of hostileTitles.entries()) writeFileSync(at(`${i}.txt`), hostileArticle(title));
    const { status } = article2rdf(['convert', '.', '-o', 'out', '-f', 'turtle,jsonld'], { cwd: folder });
    expect(status).toBe(0);
    expect(written()).toHaveLength(2 * (hostileTitles.length + 1));
    for (const title of hostileTitles) {
      const stdin = article2rdf(['convert', '-', '-o', 'in', '-f', 'nt'], {
        cwd: folder,
        input: hostileArticle(title),
      });
      expect([0, 65], title).toContain(stdin.status);
    }
    expect(readdirSync(folder).sort()).toEqual(
      [...hostileTitles.map((_, i) => `${i}.txt`), 'good.txt', 'in', 'out'].sort(),
    );
    expect(existsSync('/etc/passwd.nt')).toBe(false);
  });

  it.each(hostileTitles)('every IRI of an article titled %j is valid', (title) => {
    const { status, stdout } = article2rdf(['convert', '-', '--stdout', '-f', 'nquads'], {
      input: hostileArticle(title),
    });
    expect(status).toBe(0);
    expect(readWithOxigraph(stdout, 'nquads')).toEqual(readWithN3(stdout, 'nquads'));
    const terms = new Parser({ format: 'N-Quads' })
      .parse(stdout)
      .flatMap((quad) => [quad.subject, quad.predicate, quad.object, quad.graph]);
    const iris = terms.filter(({ termType }) => termType === 'NamedNode').map(({ value }) => value);
    expect(iris.length).toBeGreaterThan(20);
    expect(iris.filter((iri) => !isIri(iri))).toEqual([]);
  });

  it('two inputs for one file do not overwrite each other', () => {
    mkdirSync(at('a'));
    writeFileSync(at('a/good.txt'), '= Other =\n\nx');
    const { status, stderr } = convert('a/good.txt');
    expect(stderr).toMatch(/good\.txt: error: Its files were already written for a\/good\.txt/);
    expect(status).toBe(65);
    expect(readFileSync(at('out/good.ttl'), 'utf8')).toContain('Other');
  });

  it('messages show control characters instead of sending them to the terminal', () => {
    writeFileSync(at('esc.txt'), '= E =\n\nE\n- Director: \u001b[2J\u0007?\n\nE is a 2001 film.\n');
    const { stderr } = convert('esc.txt');
    expect(stderr).toContain('<U+001B>[2J<U+0007>');
    expect(stderr).not.toContain('\u001b');
  });
});

describe('outputs that cannot be written', () => {
  const mount = (options: string): string => {
    const target = at('disk');
    mkdirSync(target);
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', target]);
    onTestFinished(() => {
      execFileSync('umount', [target]);
    });
    return target;
  };

  it('a full disk', () => {
    const disk = mount('size=12k');
    writeFileSync(at('big.txt'), `= Big =\n\n${'word '.repeat(20_000)}\n`);
    const { status, stderr } = article2rdf(['convert', 'big.txt', 'good.txt', '-o', disk, '-f', 'turtle'], {
      cwd: folder,
    });
    expect(stderr).toMatch(/big\.ttl: error: It could not be written. The disk is full/);
    expect(status).toBe(74);
    expect(readdirSync(disk)).toEqual(['good.ttl']);
  });

  it('a read-only folder', () => {
    const disk = mount('ro,size=12k');
    const { status, stderr } = article2rdf(['convert', 'good.txt', '-o', disk], { cwd: folder });
    expect(stderr).toMatch(/good\.ttl: error: It could not be written. That file system is read-only/);
    expect(status).toBe(74);
  });

  it('a file where the folder should be', () => {
    const { status, stderr } = article2rdf(['convert', 'good.txt', '-o', 'good.txt'], { cwd: folder });
    expect(stderr).toMatch(/error: It could not be written. A part of the path is a file/);
    expect(status).toBe(74);
    expect(readFileSync(at('good.txt'), 'utf8')).toBe(good);
  });
});
