/** The reference of commands is what they print. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { expectGolden } from '../support/golden.js';

const root = join(import.meta.dirname, '../..');

function help(...command: string[]): string {
  const args = [join(root, 'dist/cli.js'), ...command, '--help'];
  return execFileSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, COLUMNS: '80' } });
}

function shown(...command: string[]): string {
  const call = ['article2rdf', ...command, '--help'].join(' ');
  return `\`\`\`console\n$ ${call}\n${help(...command).trimEnd()}\n\`\`\`\n`;
}

it('shows the help of every command', () => {
  const list = (/^Commands:\n((?: .*\n)+)/m.exec(help()) as RegExpExecArray)[1] as string;
  const commands = [...list.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name as string);
  expect(commands.length).toBeGreaterThan(10);
  const sections = commands.filter((name) => name !== 'help').map((name) => `## ${name}\n\n${shown(name)}`);
  const text = [
    '# The program\n',
    'Every command, as `--help` shows it. What they are for is told in the [README](../README.md).\n',
    shown(),
    ...sections,
  ].join('\n');
  expectGolden(join(root, 'docs/cli.md'), text);
}, 120_000);
