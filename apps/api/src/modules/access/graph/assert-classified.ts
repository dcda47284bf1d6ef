import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { decide, isNamed } from '../domain/decide.ts';
import { signedIn } from '../domain/policy.ts';
import { plainArguments, uses } from '../domain/uses.ts';
import { classOf, isRoot } from './class-of.ts';

/** Things to filter and sort by that nobody has said what they speak of. */
function unmapped(input: GraphQLInputType, seen: Set<string>): string[] {
  const type = getNamedType(input);
  if (seen.has(type.name)) return [];
  seen.add(type.name);
  if (isEnumType(type))
    return /(Sort|Order)$/.test(type.name)
      ? type.getValues().flatMap(({ name }) => (uses[`${type.name}.${name}`] ? [] : [`${type.name}.${name}`]))
      : [];
  if (!isInputObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    ...(uses[`${type.name}.${field.name}`] ? [] : [`${type.name}.${field.name}`]),
    ...unmapped(field.type, seen),
  ]);
}

/** Everything that is missing for the policy table to be complete over this schema, as sentences; empty when all is well. */
export function unclassified(schema: GraphQLSchema): string[] {
  const complaints: string[] = [];
  const inputs = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isMutation = type === schema.getMutationType();
    for (const field of Object.values(type.getFields())) {
      const key = `${type.name}.${field.name}`;
      const dataClass = classOf(schema, type, field);
      if (!dataClass) {
        complaints.push(
          `${key} has no class: put @Public(), @Internal(), @Personal() or @Special() on it or its type.`,
        );
        continue;
      }
      const asked = {
        verb: isMutation ? 'write' : 'read',
        type: type.name,
        field: field.name,
        dataClass,
      } as const;
      if ((isMutation || dataClass === 'special') && !isNamed(asked))
        complaints.push(`${key} needs a line of its own in access/domain/policy.ts: nobody may use it.`);
      if (!isRoot(schema, type)) {
        const all = Object.keys(type.getFields());
        for (const role of signedIn) {
          const verdict = decide(role, asked);
          if (verdict === 'allow' || !isNonNullType(field.type)) continue;
          const isMaskable = isListType(field.type.ofType) || getNamedType(field.type).name === 'String';
          const isHidden = all.every((name) => {
            const other = classOf(schema, type, type.getFields()[name]!) ?? 'special';
            return decide(role, { ...asked, field: name, dataClass: other }) === 'deny';
          });
          if (!(verdict === 'mask' ? isMaskable : isHidden))
            complaints.push(`${key} may be kept from a ${role}, so it must be nullable.`);
        }
      }
      if (isMutation) continue;
      for (const arg of field.args) {
        const kind = getNamedType(arg.type);
        const needsMap = !isInputObjectType(kind) && !(isEnumType(kind) && /(Sort|Order)$/.test(kind.name));
        if (needsMap && !plainArguments.has(arg.name) && !uses[`${key}(${arg.name})`])
          complaints.push(`${key}(${arg.name}) must say in access/domain/uses.ts which fields it asks by.`);
        for (const missing of unmapped(arg.type, inputs))
          complaints.push(`${missing} must say in access/domain/uses.ts which fields it asks by.`);
      }
    }
  }
  return complaints;
}

/** Refuses to go on with a schema over which the policy table is not complete. */
export function assertClassified(schema: GraphQLSchema): void {
  const complaints = unclassified(schema);
  if (complaints.length > 0)
    throw new Error(`The policy table is not complete over the schema:\n- ${complaints.join('\n- ')}`);
}
