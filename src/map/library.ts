/** The fields that are said once for all kinds, by their id. */
import type { LibraryEntry, LibraryFile } from './mapping-schema.js';
import type { ParsedMappingFile, Report } from './parsed-file.js';
import { isLibrary } from './parsed-file.js';

export class Library {
  private readonly families = new Map<string, { data: LibraryFile; file: ParsedMappingFile }>();
  private readonly entries = new Map<string, LibraryEntry>();

  constructor(files: readonly ParsedMappingFile[], report: Report) {
    for (const file of files) {
      const { data } = file;
      if (isLibrary(data)) this.families.set(data.fields, { data, file });
    }
    const homes = new Map<string, string>();
    for (const { data, file } of this.families.values()) {
      for (const [id, entry] of Object.entries(data.entries)) {
        const home = homes.get(id);
        if (home !== undefined)
          report(
            file,
            ['entries', id],
            `The field "${id}" stands in the family "${home}" too; ids are unique.`,
          );
        homes.set(id, data.fields);
        this.entries.set(id, entry);
      }
    }
  }

  entry(id: string): LibraryEntry | undefined {
    return this.entries.get(id);
  }
}
