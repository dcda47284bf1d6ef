import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  parse,
  validate,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#platform/graphql';
import {
  callOf,
  documentAt,
  literalOf,
  type MockWorld,
  mockEveryField,
  objectTypes,
  readDown,
} from '../../../../../../tests/support/mock-world.ts';
import { askers, signedIn } from '../domain/policy.ts';
import { uses } from '../domain/uses.ts';
import { unclassified } from './assert-classified.ts';
import { guard } from './guard.ts';
import { type Permission, permissionOf } from './permission.ts';

const contract = join(import.meta.dirname, '../../../../../../packages/schema/schema.graphql');
let schema: GraphQLSchema;
let permission: Permission;
let world: MockWorld = { secretOf: '', secret: 0 };

// The printed contract has no classes, so the matrix takes the widest: personal, which every person may read unless a line says otherwise.
beforeAll(() => {
  schema = buildSchema(readFileSync(contract, 'utf8'));
  for (const type of objectTypes(schema)) type.extensions = { dataClass: 'personal' };
  mockEveryField(schema, () => world);
  permission = permissionOf(schema);
  guard(schema);
});

const viewerOf = (role: string): Viewer => ({
  kind: role === 'anonymous' ? 'anonymous' : role === 'machine' ? 'key' : 'user',
  id: 'x',
  name: 'x',
  role,
  department: null,
});

const documents = new Map<string, DocumentNode>();

async function ask(role: string, text: string, asked: MockWorld): Promise<ExecutionResult> {
  world = asked;
  let document = documents.get(text);
  if (!document) {
    document = parse(text);
    const [mistake] = validate(schema, document);
    if (mistake) throw new Error(`${text}: ${mistake.message}`);
    documents.set(text, document);
  }
  return execute({ schema, document, contextValue: { viewer: viewerOf(role) } });
}

/** Answers of two worlds that differ in nothing but the secret. */
async function inBothWorlds(role: string, text: string, secretOf: string, nodeType?: string) {
  const more = nodeType ? { nodeType } : {};
  const one = await ask(role, text, { secretOf, secret: 0, ...more });
  const other = await ask(role, text, { secretOf, secret: 1, ...more });
  return { one, equal: JSON.stringify(one) === JSON.stringify(other) };
}
const codes = (result: ExecutionResult) => new Set(result.errors?.map((error) => error.extensions.code));
const anyway = new Set(['FORBIDDEN', 'UNAUTHENTICATED']);

describe('the permission matrix', () => {
  it('covers the contract: nothing is without a line where it needs one', () => {
    expect(unclassified(schema)).toEqual([]);
  });

  it('answers equally whatever a hidden field holds, for every role and every field of the contract', async () => {
    let [cells, hidden] = [0, 0];
    const leaks: string[] = [];
    for (const type of objectTypes(schema))
      for (const field of Object.values(type.getFields())) {
        const key = `${type.name}.${field.name}`;
        if (type === schema.getSubscriptionType()) continue;
        const text = documentAt(schema, type.name, readDown(schema, field));
        if (!text) continue;
        for (const role of askers) {
          cells += 1;
          const { one, equal } = await inBothWorlds(role, text, key);
          const verdict = permission.of(role, type.name, field.name);
          if (verdict === 'allow') {
            // The control: where the role may see it and nothing on the way to it is hidden, the secret shows, so the test can fail.
            const isWhole =
              !one.errors && !text.includes('__typename') && !JSON.stringify(one.data).includes('null');
            if (isWhole && equal) leaks.push(`${role} sees no ${key}`);
            continue;
          }
          hidden += 1;
          if (!equal) leaks.push(`${role} learns ${key}`);
          if (verdict === 'deny' && ![...codes(one)].some((code) => anyway.has(String(code))))
            leaks.push(`${role} is not told that ${key} is denied`);
          for (const code of codes(one))
            if (!anyway.has(String(code))) leaks.push(`${role} ${key}: ${String(code)}`);
        }
      }
    expect(leaks).toEqual([]);
    expect(cells).toBeGreaterThan(2_000);
    expect(hidden).toBeGreaterThan(500);
  });

  it('refuses to filter, sort or search by what a role may not read, whatever would have been found', async () => {
    const leaks: string[] = [];
    let [cells, refused] = [0, 0];
    for (const key of Object.keys(uses)) {
      for (const { call, of } of callsWith(key)) {
        for (const role of signedIn) {
          cells += 1;
          const { one, equal } = await inBothWorlds(role, call, `arguments of ${of}`);
          const may = uses[key]!.every(
            (field) => permission.of(role, ...(field.split('.') as [string, string])) === 'allow',
          );
          if (may) {
            if (!one.errors && equal) leaks.push(`${role} finds nothing by ${key}`);
            continue;
          }
          refused += 1;
          if (!equal || !codes(one).has('FORBIDDEN')) leaks.push(`${role} finds by ${key}`);
        }
      }
    }
    expect(leaks).toEqual([]);
    expect(cells).toBeGreaterThan(150);
    expect(refused).toBeGreaterThan(4);
  });

  it('hides objects of types a role may not see behind the same null as an id that nobody has', async () => {
    const answers: string[] = [];
    for (const role of signedIn) {
      const { one } = await inBothWorlds(role, '{ node(id: "x") { __typename id } }', '', 'IntakeKey');
      answers.push(`${role} ${JSON.stringify(one.data)} ${one.errors?.length ?? 0}`);
    }
    expect(answers.filter((answer) => answer.includes('IntakeKey'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.endsWith('{"node":null} 0'))).toHaveLength(signedIn.length - 1);
  });

  it('shows machines and strangers nothing behind the fields that they may ask', async () => {
    for (const text of [
      '{ entrance { demoImport { files { name } } } }',
      '{ entrance { ...F } } fragment F on Entrance { demoImport { ... on Import { createdByName } } }',
      'mutation { signIn(email: "a", password: "b") { ... on Viewer { user { sessions { id } } } } }',
    ]) {
      const result = await ask('anonymous', text, { secretOf: '', secret: 0 });
      expect([...codes(result)], text).toEqual(['UNAUTHENTICATED']);
    }
    const progress = await ask('anonymous', '{ entrance { demo demoImport { progress } } }', {
      secretOf: '',
      secret: 0,
    });
    expect(progress.errors).toBeUndefined();
    const key = await ask('machine', '{ entrance { demo } }', { secretOf: '', secret: 0 });
    expect([...codes(key)]).toEqual(['FORBIDDEN']);
  });

  it('says once that a field is denied, however many rows a page has', async () => {
    const text =
      '{ a: customer(id: "1") { summary { openDealValue { amount } } } b: customer(id: "2") { summary { openDealValue { amount } } } }';
    const result = await ask('support-agent', text, { secretOf: '', secret: 0 });
    expect(result.errors).toHaveLength(1);
    expect(result.errors![0]!.extensions).toEqual({
      code: 'FORBIDDEN',
      field: 'CustomerSummary.openDealValue',
    });
    expect(JSON.parse(JSON.stringify(result.data))).toEqual({
      a: { summary: { openDealValue: null } },
      b: { summary: { openDealValue: null } },
    });
  });

  it('knows before anything is executed whether an operation asks by something forbidden', () => {
    const document = parse(
      'query ($f: CustomerFilter, $s: CustomerSort) { customers(filter: $f, sort: $s) { pageInfo { hasNextPage } } }',
    );
    const may = (role: string, variables: Record<string, unknown>) =>
      permission.mayAskBy(role, { document, variables });
    expect(may('support-agent', { f: { hasOpenDeals: true }, s: 'NAME_ASC' })).toBe(true);
    expect(may('support-agent', { f: { openDealValueAtLeast: 0 } })).toBe(false);
    expect(may('support-agent', { s: 'OPEN_DEAL_VALUE_DESC' })).toBe(false);
    expect(may('sales-rep', { f: { openDealValueAtLeast: 0 }, s: 'OPEN_DEAL_VALUE_DESC' })).toBe(true);
  });
});

/** Calls that use one thing of `uses`, everywhere the contract takes it. */
function callsWith(key: string): { call: string; of: string }[] {
  const calls: { call: string; of: string }[] = [];
  const argument = /^(\w+)\.(\w+)\((\w+)\)$/.exec(key);
  for (const type of objectTypes(schema)) {
    if (type === schema.getMutationType()) continue;
    for (const field of Object.values(type.getFields()))
      for (const arg of field.args) {
        const named = schema.getType(String(arg.type).replace(/[[\]!]/g, ''))!;
        const [owner, part] = key.split('.') as [string, string];
        let value: string | undefined;
        if (argument) {
          if (argument[1] === type.name && argument[2] === field.name && argument[3] === arg.name)
            value = literalOf(named);
        } else if (named.name === owner && isEnumType(named)) value = part;
        else if (named.name === owner && isInputObjectType(named)) {
          const input = named.getFields()[part]!;
          value = `{ ${part}: ${literalOf(schema.getType(String(input.type).replace(/[[\]!]/g, ''))!)} }`;
        }
        if (value === undefined) continue;
        const inner = readDown(schema, field, callOf(field, { [arg.name]: value }));
        const call = documentAt(schema, type.name, inner);
        if (call) calls.push({ call, of: `${type.name}.${field.name}` });
      }
  }
  return calls;
}
