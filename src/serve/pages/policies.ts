/** What pages may do whose widgets bring style of their own; all others have the server's policy, which is stricter. */
import { createHash } from 'node:crypto';

/** The element that cytoscape.js puts into the head, letter by letter. */
const cytoscapeStyle = '.__________cytoscape_container { position: relative; }';

const hash = createHash('sha256').update(cytoscapeStyle).digest('base64');

export const graphPolicy = policy(`'self' 'sha256-${hash}'`);

/** The editor writes style attributes into its HTML. Scripts stay the server's own. */
export const queryPolicy = policy("'self' 'unsafe-inline'");

/** https://www.w3.org/TR/CSP3/ */
function policy(styles: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
