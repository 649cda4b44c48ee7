/** Who asks, and how that is said in a request. */

/** Schemes of https://www.rfc-editor.org/rfc/rfc7617 (Basic), rfc7616 (Digest) and rfc6750 (Bearer). */
export const authSchemes = ['basic', 'digest', 'bearer'] as const;

export type AuthScheme = (typeof authSchemes)[number];

export type Credentials =
  | { readonly scheme: 'basic' | 'digest'; readonly user: string; readonly password: string }
  | { readonly scheme: 'bearer'; readonly token: string };

/** The `Authorization` of the schemes that need no challenge. */
export function authorization(credentials: Exclude<Credentials, { scheme: 'digest' }>): string;
export function authorization(credentials: Credentials): string | null;
export function authorization(credentials: Credentials): string | null {
  if (credentials.scheme === 'bearer') return `Bearer ${credentials.token}`;
  if (credentials.scheme === 'digest') return null;
  const { user, password } = credentials;
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
}
