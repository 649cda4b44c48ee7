/** mappings/mapping.schema.json, for editors: what the code's one definition of mapping files says. */
import { z } from 'zod';
import { mappingFileSchema, valueName } from './mapping-schema.js';
import { valueTypes } from './values.js';

export const mappingJsonSchema: Readonly<Record<string, unknown>> = {
  $id: 'https://w3id.org/article2rdf/mapping.schema.json',
  title: 'A mapping file of article2rdf',
  ...z.toJSONSchema(mappingFileSchema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === valueName) jsonSchema.enum = valueTypes.map(({ name }) => name);
    },
  }),
};
