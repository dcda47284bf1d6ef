import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { definitionsIn, withFragments } from '../../apps/web/build/known-documents.ts';

/** The schema as the contract has it. */
export const schemaOfTheContract = (): GraphQLSchema =>
  buildSchema(readFileSync(join(import.meta.dirname, '../../packages/schema/schema.graphql'), 'utf8'));

/** An operation of the web, and the document that it is with its fragments. */
export interface WebOperation {
  name: string;
  document: DocumentNode;
}

/** The operations of the web app as they are written: masks and all. */
export function operationsOfTheWeb(): WebOperation[] {
  const definitions = definitionsIn(join(import.meta.dirname, '../../apps/web/src'));
  const fragments = new Map(
    definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  return definitions
    .filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION)
    .map((one) => ({ name: one.name?.value ?? 'unnamed', document: withFragments(one, fragments) }));
}
