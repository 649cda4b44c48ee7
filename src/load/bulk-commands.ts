/**
 * The commands by which stores load many files themselves, faster than over HTTP. They are for people to read and run:
 * nothing here runs them.
 */
export type BulkStore = 'virtuoso' | 'fuseki' | 'oxigraph' | 'graphdb' | 'rdf4j' | 'qlever' | 'neptune';

const writers: Readonly<Record<BulkStore, (files: readonly string[]) => string[]>> = {
  virtuoso: (files) => [
    '-- For isql (isql-vt on Debian) as dba. DirsAllowed in virtuoso.ini must list the folder.',
    '-- ld_dir takes names by LIKE; the graph named here holds nothing, since quads bring their own.',
    'set macro_substitution off;',
    ...files.map((file) => {
      const [folder, name] = parted(file);
      return `ld_dir(${sqlString(folder)}, ${sqlString(likePattern(name))}, 'urn:article2rdf:no-graph');`;
    }),
    'rdf_loader_run();',
    'checkpoint;',
    '-- Files that failed, with the reason:',
    'SELECT ll_file, ll_error FROM DB.DBA.LOAD_LIST WHERE ll_error IS NOT NULL;',
  ],
  fuseki: (files) => [
    '# With the server stopped. DATABASE is the folder of a new TDB2 database.',
    `tdb2.xloader --loc DATABASE ${shellList(files)}`,
  ],
  oxigraph: (files) => [
    '# With the server stopped. DATABASE is what serve gets as --location.',
    `oxigraph load --location DATABASE --file ${shellList(files)}`,
  ],
  graphdb: (files) => [
    '# With the server stopped. ID is the repository, which is to be there; preload is for an empty one.',
    `importrdf load -m parallel -i ID ${shellList(files)}`,
    `importrdf preload -f -i ID ${shellList(files)}`,
  ],
  rdf4j: (files) => [
    '# RDF4J has no loader of its own: its console loads a file after the other.',
    ...files.map((file) => `# load ${file.replace(/[\r\n]/g, '?')}`),
    '# Use: article2rdf load … --store rdf4j --endpoint http://localhost:8080/rdf4j-server/repositories/ID',
  ],
  qlever: (files) => [
    '# In the folder of the index; NAME is that of the index.',
    `${files.some((file) => file.endsWith('.gz')) ? 'gzip -dcf' : 'cat'} ${shellList(files)} | qlever-index -i NAME -F nq -f -`,
  ],
  neptune: (files) => [
    '# Neptune loads from S3: BUCKET, REGION, HOST, and a ROLE that may read the bucket. Run in its VPC.',
    ...files.map((file) => `aws s3 cp ${shellWord(file)} s3://BUCKET/articles/`),
    "curl -X POST -H 'Content-Type: application/json' https://HOST:8182/loader -d '" +
      '{"source": "s3://BUCKET/articles/", "format": "nquads", "iamRoleArn": "ROLE", "region": "REGION", "failOnError": "TRUE", "parallelism": "OVERSUBSCRIBE"}' +
      "'",
  ],
};

export const bulkStores = Object.keys(writers) as readonly BulkStore[];

export function isBulkStore(name: string): name is BulkStore {
  return (bulkStores as readonly string[]).includes(name);
}

/**
 * Lines for a shell, or for isql.
 *
 * @param files absolute paths of N-Quads files, compressed or not
 */
export function bulkCommands(store: BulkStore, files: readonly string[]): string {
  return `${writers[store](files).join('\n')}\n`;
}

/** A word that every POSIX shell takes as it is (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02). */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./][\w@%+=:,./-]*$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function shellList(files: readonly string[]): string {
  return files.map(shellWord).join(' ');
}

function sqlString(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** A name as a pattern of LIKE that nothing else matches; `\` escapes in Virtuoso. */
function likePattern(name: string): string {
  return name.replace(/[\\%_[\]@*^]/g, '\\$&');
}

function parted(path: string): [string, string] {
  const at = path.lastIndexOf('/');
  return [path.slice(0, at) || '/', path.slice(at + 1)];
}
