#!/usr/bin/env node
// Installs and builds what is missing or older than what it is made of; does nothing when all is in place.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...names) => join(root, ...names);
const changed = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);
const newestIn = (folder) =>
  Math.max(...readdirSync(folder, { recursive: true }).map((name) => changed(join(folder, name))));

if (changed(at('node_modules', '.package-lock.json')) < changed(at('package-lock.json'))) {
  console.error('Installing dependencies …');
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  execFileSync(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: npm === undefined && process.platform === 'win32',
  });
}

const folders = ['src', 'mappings', 'shapes', 'vocab'].map((name) => newestIn(at(name)));
// What the build writes last.
if (changed(at('dist', 'shapes.json')) < Math.max(...folders, changed(at('tsconfig.build.json')))) {
  console.error('Building …');
  execFileSync(process.execPath, [at('scripts', 'build.js')], { cwd: root, stdio: 'inherit' });
}
