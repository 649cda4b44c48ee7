import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SetUp } from './server.js';
import { program } from './server.js';

/** Small and quick to start; the limits on results are those that Debian's package sets. */
const configuration = (folder: string, port: number, sqlPort: number): string => `
[Database]
DatabaseFile = ${folder}/virtuoso.db
ErrorLogFile = ${folder}/virtuoso.log
LockFile = ${folder}/virtuoso.lck
TransactionFile = ${folder}/virtuoso.trx
xa_persistent_file = ${folder}/virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = ${folder}/virtuoso-temp.db
TransactionFile = ${folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:${sqlPort}
DisableUnixSocket = 1
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
CheckpointInterval = 60
DirsAllowed = ${folder}
[HTTPServer]
ServerPort = 127.0.0.1:${port}
ServerRoot = ${folder}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 10000
MaxQueryCostEstimationTime = 400
MaxQueryExecutionTime = 60
`;

export const setUpVirtuoso: SetUp = (folder, [port, sqlPort]) => {
  writeFileSync(join(folder, 'virtuoso.ini'), configuration(folder, port, sqlPort));
  const isql = (statement: string): string =>
    execFileSync(program('ISQL'), [`127.0.0.1:${sqlPort}`, 'dba', 'dba', `exec=${statement}`], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  return {
    command: program('VIRTUOSO'),
    needs: [program('VIRTUOSO'), program('ISQL')],
    args: ['+configfile', 'virtuoso.ini', '+foreground'],
    endpoints: {
      gsp: `http://127.0.0.1:${port}/sparql-graph-crud-auth`,
      query: `http://127.0.0.1:${port}/sparql`,
      update: `http://127.0.0.1:${port}/sparql-auth`,
    },
    credentials: { scheme: 'digest', user: 'loader', password: 'a password' },
    prepare: () => {
      isql(`DB.DBA.USER_CREATE('loader', 'a password'); GRANT SPARQL_UPDATE TO "loader"; checkpoint;`);
    },
  };
};
