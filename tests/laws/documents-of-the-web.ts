import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type DefinitionNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  visit,
} from 'graphql';

/** The schema as the contract has it. */
export const schemaOfTheContract = (): GraphQLSchema =>
  buildSchema(readFileSync(join(import.meta.dirname, '../../packages/schema/schema.graphql'), 'utf8'));

/** Every definition that stands in a `graphql(`…`)` of a folder. */
const definitionsIn = (folder: string): DefinitionNode[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/\bgraphql\(\s*`([^`]+)`/g)])
    .flatMap(([, text]) => [...parse(text!).definitions]);

/** The operations of a folder, and what belongs to a definition: itself, the fragments it spreads, and theirs. */
export function readDocuments(folder: string): {
  operations: OperationDefinitionNode[];
  withFragments: (definition: DefinitionNode) => DefinitionNode[];
} {
  const definitions = definitionsIn(folder);
  const fragments = new Map(
    definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  return {
    operations: definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION),
    withFragments(definition) {
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
    },
  };
}
