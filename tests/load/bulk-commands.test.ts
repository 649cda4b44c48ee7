import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { bulkCommands, bulkStores, shellWord } from '../../src/load/bulk-commands.js';

const hostile = '/data/it\'s $(touch x) `y` "z"; rm -rf *\n%_[a].nq.gz';

it('quotes a path so that a shell gives it on as it is', () => {
  for (const path of [hostile, '/a/b.nq', '-n', "'", '']) {
    expect(execFileSync('sh', ['-c', `printf '%s.' ${shellWord(path)}`], { encoding: 'utf8' })).toBe(
      `${path}.`,
    );
  }
});

it('names every file in the commands of every store', () => {
  for (const store of bulkStores) {
    const text = bulkCommands(store, ['/parts/part-00000.nq.gz', '/parts/part-00001.nq.gz']);
    expect(text, store).toContain('part-00000.nq.gz');
    expect(text, store).toContain('part-00001.nq.gz');
    expect(text.endsWith('\n')).toBe(true);
  }
});

it('keeps the words of a path within the words of a command', () => {
  const text = bulkCommands('fuseki', [hostile]);
  const script = text.replace('tdb2.xloader --loc DATABASE', "printf '%s.'");
  expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(`${hostile}.`);
});

it('writes what Virtuoso reads: SQL strings, and a pattern that nothing else matches', () => {
  expect(bulkCommands('virtuoso', ["/da'ta/50%_off.nq"])).toContain(
    "ld_dir('/da''ta', '50\\\\%\\\\_off.nq', 'urn:article2rdf:no-graph');",
  );
});
