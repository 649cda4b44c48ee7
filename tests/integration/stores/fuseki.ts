import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SetUp } from './server.js';
import { program } from './server.js';

export const setUpFuseki: SetUp = (folder, [port], { password }) => {
  mkdirSync(join(folder, 'database'));
  writeFileSync(join(folder, 'passwords'), 'loader: a password\n');
  const dataset = `http://127.0.0.1:${port}/articles`;
  return {
    command: 'env',
    needs: ['java', program('FUSEKI_JAR')],
    args: [
      `FUSEKI_BASE=${join(folder, 'base')}`,
      ...['java', '-Xmx512m', '-jar', program('FUSEKI_JAR')],
      ...['--localhost', '--port', String(port), '--ping'],
      ...(password ? ['--passwd', 'passwords', '--auth=basic'] : []),
      ...['--tdb2', '--loc', 'database', '--update', '/articles'],
    ],
    endpoints: { gsp: `${dataset}/data`, query: `${dataset}/sparql`, update: `${dataset}/update` },
    ...(password && { credentials: { scheme: 'basic', user: 'loader', password: 'a password' } }),
  };
};
