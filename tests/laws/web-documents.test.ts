import { join } from 'node:path';
import { addTypenameToDocument } from '@apollo/client/utilities';
import { type DocumentNode, Kind, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { limits } from '../../apps/api/src/platform/graphql/index.ts';
import { readDocuments, schemaOfTheContract } from './documents-of-the-web.ts';

const schema = schemaOfTheContract();
const { operations, withFragments } = readDocuments(join(import.meta.dirname, '../../apps/web/src'));

/** Apollo asks for the type of each object beside its fields, and those count, too. */
const asSent = (document: DocumentNode): DocumentNode => addTypenameToDocument(document);

describe('the documents of the web', () => {
  it('are found', () => {
    expect(operations.length).toBeGreaterThan(5);
  });

  it.each(operations.map((one) => [one.name?.value ?? 'unnamed', one] as const))(
    '%s stands within the limits that strangers meet',
    (_, operation) => {
      const document = asSent({ kind: Kind.DOCUMENT, definitions: withFragments(operation) });
      expect(validate(schema, document, limits.rules).map((error) => error.message)).toEqual([]);
    },
  );
});
