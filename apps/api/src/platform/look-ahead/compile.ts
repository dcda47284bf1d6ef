import {
  type FieldNode,
  type GraphQLField,
  GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type Surroundings } from './collect-fields.ts';
import { cursorAsJson, cursorText } from './cursor-sql.ts';
import { JsonText, quoted } from './json-text.ts';
import {
  type Binding,
  type ConnectionReading,
  type FieldReading,
  type InlineReading,
  NotReadable,
  type ReadingCall,
  type TypeReading,
} from './reading.ts';
import { maskOf, spell } from './spell.ts';

/** One value of the finished statement: the value of a variable of the request, one that is always the same, or who asks. */
export type Parameter =
  | ({ variable: string } & Binding)
  | { value: unknown }
  | { asker: 'id' | 'department' };

/** A statement whose one row has one column, `answer`: the JSON text of the whole answer. */
export interface Statement {
  sql: string;
  parameters: Parameter[];
}

/**
 * How the asking role sees a field: as it is, masked in some rows or in all, or in a way that is left to the resolvers. What
 * stands in the place of a masked text is for the caller to say.
 */
export type Sees = (
  typeName: string,
  fieldName: string,
) =>
  | 'plain'
  | 'never'
  | { masked: true; mask: string }
  | { maskedWhere: { column: string; is: string }; mask: string };

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Compiles an operation to one statement, or throws NotReadable. */
export function compile(
  around: Surroundings,
  readings: ReadonlyMap<string, TypeReading>,
  sees: Sees,
  operation: OperationDefinitionNode,
): Statement {
  const parameters: Parameter[] = [];
  let aliases = 0;
  const alias = (stem: string): string => `${stem}_${++aliases}`;
  const constant = (value: unknown): string => `$${parameters.push({ value })}`;

  const callOf = (field: GraphQLField<unknown, unknown>, node: FieldNode): ReadingCall => {
    const values = getArgumentValues(field, node, around.variables);
    const given = (name: string) => node.arguments?.find((argument) => argument.name.value === name)?.value;
    const shape = (value: ReturnType<typeof given>): void => {
      if (!value) return;
      if (value.kind === Kind.VARIABLE) around.shapedBy(value.name.value, 'value');
      else if (value.kind === Kind.LIST) for (const item of value.values) shape(item);
      else if (value.kind === Kind.OBJECT) for (const part of value.fields) shape(part.value);
    };
    return {
      literal<Value>(name: string) {
        shape(given(name));
        return values[name] as Value;
      },
      size(name) {
        const size = this.literal<number>(name);
        if (!Number.isInteger(size) || size < 1 || size > 100) throw new NotReadable('no size of a page');
        return size;
      },
      isGiven(name) {
        const value = given(name);
        if (value?.kind === Kind.VARIABLE) around.shapedBy(value.name.value, 'given');
        return values[name] !== undefined && values[name] !== null;
      },
      bind(name, how = {}) {
        const value = given(name);
        if (value?.kind === Kind.VARIABLE)
          return `$${parameters.push({ variable: value.name.value, ...how })}`;
        shape(value);
        const plain = values[name] ?? null;
        if (how.check && !how.check(plain)) throw new NotReadable(`${name} is for the resolver to judge`);
        return constant(how.read ? how.read(plain) : plain);
      },
      asker: (what) => `$${parameters.push({ asker: what })}`,
      constant,
      alias,
    };
  };

  /** A field that speaks of nothing but what is in hand already may take it from there. */
  const covers = (reading: InlineReading, nodes: readonly FieldNode[]): boolean =>
    [...collectFields(around, objectType(reading.typeName), setsOf(nodes)).values()].every((same) => {
      const name = same[0]!.name.value;
      const inner = reading.fields[name];
      return name === '__typename' || (inner && (inner.kind !== 'inline' || covers(inner, same)));
    });

  const objectOf = (
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    row: string,
    fieldReadings: Record<string, FieldReading>,
    inHand: Record<string, FieldReading> = {},
  ): JsonText => {
    const line = new JsonText();
    let before = '{';
    for (const [key, nodes] of collectFields(around, type, sets)) {
      line.fixed(`${before}${JSON.stringify(key)}:`);
      before = ',';
      const name = nodes[0]!.name.value;
      if (name === '__typename') {
        line.fixed(JSON.stringify(type.name));
        continue;
      }
      const own = inHand[name];
      const reading = own && (own.kind !== 'inline' || covers(own, nodes)) ? own : fieldReadings[name];
      if (!reading) throw new NotReadable(`${type.name}.${name} has no reading`);
      line.add(fieldValue(type, name, reading, nodes, row));
    }
    if (before === '{') throw new NotReadable('nothing to select');
    return line.fixed('}');
  };

  /** The value of a field as the asking role sees it. */
  const fieldValue = (
    type: GraphQLObjectType,
    name: string,
    reading: FieldReading,
    nodes: readonly FieldNode[],
    row: string,
  ): JsonText => {
    const sight = sees(type.name, name);
    if (sight === 'never') throw new NotReadable(`${type.name}.${name} is guarded`);
    const field = type.getFields()[name]!;
    if (sight !== 'plain' && !('maskedWhere' in sight))
      return new JsonText().fixed(maskOf(field, sight.mask));
    const shown =
      reading.kind === 'text'
        ? new JsonText().sql(`(${reading.sql(row)})`)
        : reading.kind === 'value'
          ? spell(field, reading, row)
          : nested(type, reading, nodes, row);
    if (sight === 'plain') return shown;
    const hidden = `${row}.${quote(sight.maskedWhere.column)} = ${quoted(sight.maskedWhere.is)}`;
    return new JsonText().sql(
      `CASE WHEN ${hidden} THEN ${quoted(maskOf(field, sight.mask))} ELSE ${shown} END`,
    );
  };

  const setsOf = (nodes: readonly FieldNode[]): SelectionSetNode[] =>
    nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
  const objectType = (name: string): GraphQLObjectType => {
    const type = around.schema.getType(name);
    if (!(type instanceof GraphQLObjectType)) throw new NotReadable(`${name} is no object type`);
    return type;
  };
  const fieldsOf = (typeName: string): Record<string, FieldReading> => {
    const reading = readings.get(typeName);
    if (!reading) throw new NotReadable(`${typeName} has no reading`);
    return reading.fields;
  };

  const nested = (
    parent: GraphQLObjectType,
    reading: Exclude<FieldReading, { kind: 'value' | 'text' }>,
    nodes: readonly FieldNode[],
    row: string,
  ): JsonText => {
    if (reading.kind === 'inline') return inline(reading, nodes, row);
    const field = parent.getFields()[nodes[0]!.name.value]!;
    const call = callOf(field, nodes[0]!);
    if (reading.kind === 'connection')
      return connection(getNamedType(field.type).name, reading, nodes, row, call);
    const rows = reading.from(row, call);
    const line = objectOf(
      objectType(reading.typeName),
      setsOf(nodes),
      rows.alias,
      fieldsOf(reading.typeName),
      rows.inHand,
    );
    if (reading.kind === 'object')
      return new JsonText().sql(`coalesce((SELECT ${line} ${rows.sql}), 'null')`);
    // One level deeper, so that rows are ordered and counted off before they become text.
    const item = alias('x');
    return new JsonText()
      .fixed('[')
      .sql(`coalesce((SELECT string_agg(${item}.v, ',') FROM (SELECT ${line} AS v ${rows.sql}) ${item}), '')`)
      .fixed(']');
  };

  const inline = (reading: InlineReading, nodes: readonly FieldNode[], row: string): JsonText => {
    const type = objectType(reading.typeName);
    const line = objectOf(type, setsOf(nodes), reading.row?.(row) ?? row, reading.fields, reading.inHand);
    return reading.when
      ? new JsonText().sql(`CASE WHEN ${reading.when(row)} THEN ${line} ELSE 'null' END`)
      : line;
  };

  /**
   * A page. Its rows get their place and cursor in one sub-select, become text in the next, and are gathered in the last:
   * so a cursor is made once for each row, however often it is asked for.
   */
  const connection = (
    typeName: string,
    reading: ConnectionReading,
    nodes: readonly FieldNode[],
    row: string,
    call: ReadingCall,
  ): JsonText => {
    const type = objectType(typeName);
    const selected = [...collectFields(around, type, setsOf(nodes)).values()];
    const asksForRows = selected.some((same) => ['edges', 'pageInfo'].includes(same[0]!.name.value));
    const bound = parameters.length;
    const { sql, alias: own, first, after, inHand, cursor, node } = reading.from(row, call);
    // Rows that nobody asks for leave nothing bound: PostgreSQL refuses a value that stands nowhere.
    if (!asksForRows) parameters.length = bound;
    const edgeNodes = selected.filter((same) => same[0]!.name.value === 'edges');
    if (edgeNodes.length > 1) throw new NotReadable('edges twice under different names');
    const parts = cursor(own);
    const nodeReading: InlineReading = {
      kind: 'inline',
      typeName: reading.typeName,
      fields: fieldsOf(reading.typeName),
      ...(node ? { row: () => node.alias } : {}),
      ...(inHand ? { inHand } : {}),
    };
    const edgeType = objectType(getNamedType(type.getFields().edges!.type).name);
    const edge =
      edgeNodes[0] &&
      objectOf(edgeType, setsOf(edgeNodes[0]), own, {
        cursor: { kind: 'text', sql: () => cursorAsJson(parts, cursorText(parts)) },
        node: nodeReading,
      }).toString();
    const line = alias('l');
    // Rows come as they were ordered, unless they go through a join: then they keep their number.
    const isJoined = node !== undefined && edge?.includes(`${node.alias}.`);
    const inOrder = isJoined ? ` ORDER BY ${line}.place` : '';
    const lines = `SELECT ${edge ?? 'NULL::text'} AS edge, ${cursorText(parts)} AS cursor${isJoined ? `, ${own}."place!" AS place` : ''}
      FROM (SELECT ${own}.*${isJoined ? ', row_number() OVER () AS "place!"' : ''} FROM (SELECT ${own}.* ${sql}) ${own}) ${own}${isJoined ? ` ${node.join}` : ''}`;
    const edges = `array_agg(${line}.edge${inOrder})`;
    // An aggregate costs more than a row: where edges begin with their cursor, it is read off there.
    const [firstOfEdge] = edgeNodes[0]
      ? [...collectFields(around, edgeType, setsOf(edgeNodes[0])).values()]
      : [];
    const isRead = firstOfEdge?.[0]?.name.value === 'cursor' && !parts.some(({ free }) => free);
    const cursorAt = (place: string): FieldReading => ({
      kind: 'text',
      sql: () =>
        `coalesce(${
          isRead
            ? `'"' || split_part((${edges})[${place}], '"', 4) || '"'`
            : cursorAsJson(parts, `(array_agg(${line}.cursor${inOrder}))[${place}]`)
        }, 'null')`,
    });
    const fields: Record<string, FieldReading> = {
      edges: {
        kind: 'text',
        sql: () => `'[' || coalesce(array_to_string((${edges})[:${first}], ','), '') || ']'`,
      },
      pageInfo: {
        kind: 'inline',
        typeName: 'PageInfo',
        fields: {
          hasNextPage: { kind: 'value', sql: () => `count(*) > ${first}` },
          hasPreviousPage: { kind: 'value', sql: () => String(after) },
          startCursor: cursorAt(`least(1, ${first})`),
          endCursor: cursorAt(`least(count(*), ${first})`),
        },
      },
      ...reading.more?.(row, call),
    };
    const page = objectOf(type, setsOf(nodes), line, fields);
    return asksForRows
      ? new JsonText().sql(`(SELECT ${page} FROM (${lines}) ${line} HAVING count(*) >= 0)`)
      : page;
  };

  const root = around.schema.getQueryType()!;
  for (const nodes of collectFields(around, root, [operation.selectionSet]).values()) {
    const name = nodes[0]!.name.value;
    if (name !== '__typename' && sees(root.name, name) !== 'plain')
      throw new NotReadable(`Query.${name} is guarded`);
  }
  const whole = new JsonText()
    .fixed('{"data":')
    .add(objectOf(root, [operation.selectionSet], '', fieldsOf(root.name)))
    .fixed('}');
  return { sql: `SELECT ${whole} AS answer`, parameters };
}
