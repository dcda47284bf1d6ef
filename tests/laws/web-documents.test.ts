import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addTypenameToDocument } from '@apollo/client/utilities';
import {
  buildSchema,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  validate,
  visit,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { limits } from '../../apps/api/src/platform/graphql/index.ts';

const root = join(import.meta.dirname, '../..');
const schema = buildSchema(readFileSync(join(root, 'packages/schema/schema.graphql'), 'utf8'));

/** Every definition that stands in a `graphql(`…`)` of the web. */
function definitionsOfTheWeb(): DefinitionNode[] {
  const folder = join(root, 'apps/web/src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/\bgraphql\(\s*`([^`]+)`/g)])
    .flatMap(([, text]) => [...parse(text!).definitions]);
}

const definitions = definitionsOfTheWeb();
const fragments = new Map(
  definitions.flatMap((one) =>
    one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
  ),
);

/** A definition with the fragments it spreads, and theirs. */
function withFragments(definition: DefinitionNode): DefinitionNode[] {
  const needed = new Map<string, FragmentDefinitionNode>();
  const look = (one: DefinitionNode): void => {
    visit(one, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (!fragment || needed.has(value)) return;
        needed.set(value, fragment);
        look(fragment);
      },
    });
  };
  look(definition);
  return [definition, ...needed.values()];
}

/** Apollo asks for the type of each object beside its fields, and those count, too. */
const asSent = (document: DocumentNode): DocumentNode => addTypenameToDocument(document);

describe('the documents of the web', () => {
  const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);

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
