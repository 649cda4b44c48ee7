/** The files that the pages of the server show themselves with: the package's own, and what was copied when it was built. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './package-files.js';

export interface SiteFile {
  /** Such as `site.css`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Own files first; those of other people's packages are there only after `npm run build`. */
export function readSiteFiles(): SiteFile[] {
  const page = (name: string): Buffer => readFileSync(join(packageFolder, 'page', name));
  return [
    { name: 'site.css', bytes: Buffer.concat([page('colours.css'), page('site/site.css')]) },
    { name: 'explanation.css', bytes: page('explanation.css') },
    { name: 'explanation.js', bytes: page('explanation.js') },
    { name: 'graph.js', bytes: page('site/graph.js') },
    { name: 'query.js', bytes: page('site/query.js') },
    { name: 'query.css', bytes: page('site/query.css') },
    { name: 'icon.svg', bytes: page('site/icon.svg') },
    ...filesIn(join(packageFolder, 'dist', 'assets')),
  ];
}

function filesIn(folder: string): SiteFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}
