/** Options of commands that ask a server: where it is, and who asks. */
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { readTextFile } from '../read/package-files.js';
import type { AuthScheme, Credentials } from '../remote/credentials.js';
import { authSchemes } from '../remote/credentials.js';
import { exitCode } from './exit-code.js';

export interface RemoteOptions {
  readonly auth?: AuthScheme;
  readonly user?: string;
  readonly secretEnv?: string;
  readonly secretFile?: string;
}

export const endpointOption = (description: string): Option =>
  new Option('--endpoint <url>', description).argParser(parseEndpoint);

/** What a server knows its users by. The secret itself is no option: other users of the machine see those. */
export const remoteOptions = (): Option[] => [
  new Option('--auth <scheme>', 'how the server wants to know who asks').choices(authSchemes),
  new Option('--user <name>', 'user of the server, for basic and digest'),
  new Option('--secret-env <variable>', 'environment variable that holds the password or token'),
  new Option('--secret-file <file>', 'file that holds the password or token').conflicts('secretEnv'),
];

/** Passwords and tokens are short; a file that is not is another one. */
const longestSecret = 16_384;

/**
 * The credentials that the options name; undefined where they name none. Wrong use ends the command.
 *
 * @param scheme what a user without --auth gets
 */
export function credentialsOf(
  options: RemoteOptions,
  environment: NodeJS.ProcessEnv,
  command: Command,
  scheme: 'basic' | 'digest' = 'basic',
): Credentials | undefined {
  const { auth = options.user === undefined ? undefined : scheme, user } = options;
  const fail = (message: string): never => command.error(`error: ${message}`, { exitCode: exitCode.usage });
  const secret = secretOf(options, environment, fail);
  if (auth === undefined) {
    if (secret !== undefined) fail('a secret without --user or --auth; add one of them');
    return undefined;
  }
  if (secret === undefined)
    return fail('the password or token is missing; name it with --secret-env VARIABLE or --secret-file FILE');
  if (auth === 'bearer') {
    if (user !== undefined) fail('--auth bearer takes a token and no --user');
    if (!/^[\x21-\x7e]+$/.test(secret))
      fail('a bearer token holds neither spaces nor other than ASCII letters');
    return { scheme: auth, token: secret };
  }
  if (user === undefined) return fail(`--auth ${auth} needs --user NAME`);
  if (/[\u0000-\u001f\u007f]/.test(user) || (auth === 'basic' && user.includes(':')))
    fail('--user holds a character that no user of HTTP has');
  return { scheme: auth, user, password: secret };
}

function secretOf(
  { secretEnv, secretFile }: RemoteOptions,
  environment: NodeJS.ProcessEnv,
  fail: (message: string) => never,
): string | undefined {
  if (secretEnv !== undefined) {
    const value = environment[secretEnv];
    if (value === undefined || value === '') return fail(`the environment variable ${secretEnv} is not set`);
    return value;
  }
  if (secretFile === undefined) return undefined;
  let text = '';
  try {
    text = readTextFile(secretFile).text.replace(/\r?\n$/, '');
  } catch (error) {
    fail(`--secret-file cannot be read: ${(error as Error).message}`);
  }
  if (text === '') fail(`--secret-file ${secretFile} is empty`);
  if (text.length > longestSecret || /[\r\n]/.test(text))
    fail(`--secret-file ${secretFile} holds more than one line; it is to hold the password or token alone`);
  return text;
}

export function parseEndpoint(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.hash !== '')
    throw new InvalidArgumentError('It must be an address such as http://localhost:8890/sparql.');
  if (url.username !== '' || url.password !== '')
    throw new InvalidArgumentError(
      'It must not hold a password; give --user and --secret-env or --secret-file.',
    );
  return url.href;
}
