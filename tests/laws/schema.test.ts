import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  printSchema,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildGraph, modules } from '../../apps/api/src/app/index.ts';

describe('The schema is the manual', () => {
  let schema: GraphQLSchema;
  beforeAll(() => {
    schema = buildGraph(modules);
  });
  const ours = () =>
    Object.values(schema.getTypeMap()).filter(
      (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
    );
  const isRoot = (name: string) => ['Query', 'Mutation', 'Subscription'].includes(name);

  it('is printed as the code makes it: after a change, `npm run contract`', () => {
    const file = join(import.meta.dirname, '../../packages/schema/schema.graphql');
    expect(readFileSync(file, 'utf8') === `${printSchema(schema)}\n`).toBe(true);
  });

  it('answers every move with a type that exists, or a refusal', () => {
    const wrong = ours().flatMap((type) => {
      const named = isUnionType(type) && /^(\w+), or why it was refused\.$/.exec(type.description ?? '')?.[1];
      if (!named || !isUnionType(type)) return [];
      return type.getTypes().some(({ name }) => name === named) ? [] : [`${type.name}: ${named}`];
    });
    expect(wrong).toEqual([]);
  });

  it('describes every type, field, argument, input and enum value in words', () => {
    const silent: string[] = [];
    const hear = (name: string, description: string | null | undefined) => {
      if (!description || description.trim().length < 8) silent.push(name);
    };
    for (const type of ours()) {
      if (!isRoot(type.name)) hear(type.name, type.description);
      if (isObjectType(type) || isInterfaceType(type))
        for (const field of Object.values(type.getFields())) {
          hear(`${type.name}.${field.name}`, field.description);
          for (const argument of field.args)
            if (!['id', 'first', 'after', 'input'].includes(argument.name))
              hear(`${type.name}.${field.name}(${argument.name})`, argument.description);
        }
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields()))
          hear(`${type.name}.${field.name}`, field.description);
      if (isEnumType(type))
        for (const value of type.getValues()) hear(`${type.name}.${value.name}`, value.description);
    }
    expect(silent).toEqual([]);
  });

  it('gives every field a class, its own or its type’s', () => {
    const unclassed: string[] = [];
    for (const type of ours())
      if (isObjectType(type))
        for (const field of Object.values(type.getFields()))
          if (!field.extensions.dataClass && !type.extensions.dataClass && field.name !== 'id')
            unclassed.push(`${type.name}.${field.name}`);
    expect(unclassed).toEqual([]);
  });

  it('pages every list of objects that can grow, or bounds it with `first`, or says why it is a plain list', () => {
    const endless: string[] = [];
    for (const type of ours()) {
      if (!isObjectType(type) || type.name.endsWith('Connection')) continue;
      for (const field of Object.values(type.getFields())) {
        const bare = isNonNullType(field.type) ? field.type.ofType : field.type;
        if (!isListType(bare)) continue;
        const item = isNonNullType(bare.ofType) ? bare.ofType.ofType : bare.ofType;
        if (!isObjectType(item) && !isInterfaceType(item) && !isUnionType(item)) continue;
        const name = `${type.name}.${field.name}`;
        if (
          !field.args.some((argument) => argument.name === 'first') &&
          !field.description?.includes('A plain list:')
        )
          endless.push(name);
      }
    }
    expect(endless).toEqual([]);
  });
});
