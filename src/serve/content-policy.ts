/**
 * What a page may load (https://www.w3.org/TR/CSP3/): everything from this server alone, framed by nobody. Scripts never
 * stand in the page.
 *
 * @param styles sources of style besides this server
 * @param fonts sources of fonts besides this server
 */
export function contentPolicy(styles: readonly string[] = [], fonts: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self' data:",
    ["font-src 'self'", ...fonts].join(' '),
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
