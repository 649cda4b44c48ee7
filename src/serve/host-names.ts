/** By which names a server may be asked, so that no name that was bound to its address anew reaches it (DNS rebinding). */
import type { AddressInfo } from 'node:net';
import { BlockList, isIPv6 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether only this machine reaches an address, or `localhost`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || loopback.check(host, isIPv6(host) ? 'ipv6' : 'ipv4');
}

/**
 * The names for a server that listens at `host`, as the Host header has them, without port.
 *
 * @param own names that were given
 * @returns null where any will do: it listens for others than this machine, and no names were given
 */
export function hostNames(host: string, own: readonly string[]): ReadonlySet<string> | null {
  if (!isLoopback(host) && own.length === 0) return null;
  const names = [...own, 'localhost', '127.0.0.1', '[::1]', isIPv6(host) ? `[${host}]` : host];
  return new Set(names.map((name) => name.toLowerCase()));
}

/** Where a server that listens is found. */
export function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/`;
}
