/** What pages may do whose widgets bring style of their own; all others have the server's policy, which is stricter. */
import { createHash } from 'node:crypto';
import { contentPolicy } from '../content-policy.js';

/** The element that cytoscape.js puts into the head, letter by letter. */
const cytoscapeStyle = '.__________cytoscape_container { position: relative; }';

const hash = createHash('sha256').update(cytoscapeStyle).digest('base64');

export const graphPolicy = contentPolicy([`'sha256-${hash}'`], ['data:']);

/** The editor writes style attributes into its HTML. Scripts stay the server's own. */
export const queryPolicy = contentPolicy(["'unsafe-inline'"], ['data:']);
