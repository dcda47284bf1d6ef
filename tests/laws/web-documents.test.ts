import { addTypenameToDocument } from '@apollo/client/utilities';
import { type DocumentNode, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { limits } from '../../apps/api/src/platform/graphql/index.ts';
import { operationsOfTheWeb, schemaOfTheContract } from './documents-of-the-web.ts';

const schema = schemaOfTheContract();
const operations = operationsOfTheWeb();

/** Apollo asks for the type of each object beside its fields, and those count, too. */
const asSent = (document: DocumentNode): DocumentNode => addTypenameToDocument(document);

describe('the documents of the web', () => {
  it('are found', () => {
    expect(operations.length).toBeGreaterThan(5);
  });

  it.each(operations)('$name stands within the limits that strangers meet', ({ document }) => {
    expect(validate(schema, asSent(document), limits.rules).map((error) => error.message)).toEqual([]);
  });
});
