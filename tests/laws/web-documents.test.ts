import { addTypenameToDocument } from '@apollo/client/utilities';
import { type DocumentNode, print, validate } from 'graphql';
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

  it('that follow customers go on from where their page was read: each passes the place', () => {
    const following = operations
      .map(({ name, document }) => ({ name, text: print(document) }))
      .filter(({ text }) => text.includes('customerChanged'));
    expect(following.length).toBeGreaterThan(2);
    expect(following.filter(({ text }) => !text.includes('after: $after')).map(({ name }) => name)).toEqual(
      [],
    );
  });
});
