export type { Written } from './publish/folder.js';
export { writeFileWhole } from './publish/folder.js';
export type { Claimant } from './publish/folder-claim.js';
export { FolderClaim } from './publish/folder-claim.js';
export type { WrittenFile } from './publish/gzip-file.js';
export { GzipFile } from './publish/gzip-file.js';
export { PartsFolder, partName } from './publish/parts-folder.js';
export { StateFile } from './publish/state-file.js';
