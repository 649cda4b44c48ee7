export type { Written } from './publish/folder.js';
export { writeFileWhole } from './publish/folder.js';
