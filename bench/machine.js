// @ts-check
/** What the numbers depend on: the machine, and the versions of what is compared. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem, version } from 'node:os';
import process from 'node:process';

const packages = ['wtf_wikipedia', 'jsonld', 'n3', 'rdf-validate-shacl'];

/** @returns {readonly (readonly [string, string])[]} names and values */
export function describeMachine() {
  return [
    ['CPU', `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores`],
    ['Memory', `${Math.round(totalmem() / 2 ** 30)} GiB`],
    ['System', operatingSystem()],
    ['Node.js', process.version],
    ['Packages', packages.map((name) => `${name} ${packageVersion(name)}`).join(', ')],
    ['bzip2', bzip2Version()],
  ];
}

function operatingSystem() {
  const release = '/etc/os-release';
  const name = existsSync(release)
    ? /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync(release, 'utf8'))?.[1]
    : null;
  return name ?? version();
}

/** @param {string} name */
function packageVersion(name) {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

function bzip2Version() {
  const { stderr } = spawnSync('bzip2', ['--help'], { encoding: 'utf8' });
  return /Version ([\d.]+)/.exec(stderr)?.[1] ?? 'unknown';
}
