import type { GraphQLSchema } from 'graphql';
import { guard, maskText, type Permission, permissionOf } from '#modules/access';
import type { Manifest } from '#modules/house';
import { type LookAhead, makeLookAhead } from '#platform/look-ahead';
import { buildGraph } from './schema.ts';

/** The graph with the policy table around it, and its two ways of reading. */
export interface Graph {
  schema: GraphQLSchema;
  permission: Permission;
  lookAhead: LookAhead;
}

/** Lays the subjects' limbs and readings together. */
export function openGraph(modules: readonly Manifest[], onGivingUp?: (reason: string) => void): Graph {
  const schema = guard(buildGraph(modules));
  const permission = permissionOf(schema);
  const lookAhead = makeLookAhead(
    schema,
    modules.flatMap((module) => module.readings ?? []),
    (role) => (typeName, fieldName) => {
      const sight = permission.sight(role, typeName, fieldName);
      return typeof sight === 'string' ? sight : { ...sight, mask: maskText };
    },
    onGivingUp,
  );
  return { schema, permission, lookAhead };
}
