import {
  type FieldNode,
  type GraphQLField,
  GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type Surroundings } from './collect-fields.ts';
import {
  type Binding,
  type ConnectionReading,
  type FieldReading,
  type InlineReading,
  NotReadable,
  type ReadingCall,
  type Spelling,
  type TypeReading,
} from './reading.ts';

/** One value of the finished statement: the value of a variable of the request, or one that is always the same. */
export type Parameter = ({ variable: string } & Binding) | { value: unknown };

/** A statement whose one row has, for each root field, the JSON text of its value. */
export interface Statement {
  sql: string;
  parameters: Parameter[];
  keys: string[];
}

/**
 * How the asking role sees a field: as it is, with some rows masked, or in a way that is left to the resolvers. What
 * stands in the place of a masked text is for the caller to say.
 */
export type Sees = (
  typeName: string,
  fieldName: string,
) => 'plain' | 'never' | { maskedWhere: { column: string; is: string }; mask: string };

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const spelled: Record<Spelling, (sql: string) => string> = {
  plain: (sql) => sql,
  time: (sql) => `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  number: (sql) => `trim_scale(${sql})`,
  enum: (sql) => `upper(replace(${sql}, '-', '_'))`,
};

/** What stands in the place of a masked value: a word for texts, nothing for others. */
const maskOf = (field: GraphQLField<unknown, unknown>, mask: string): string => {
  if (isListType(getNullableType(field.type))) throw new NotReadable('a masked list');
  return getNamedType(field.type).name === 'String' ? text(mask) : 'NULL';
};

/** Joins compact JSON texts: PostgreSQL's own json_agg adds blanks and line ends that JSON.stringify does not write. */
const arrayOf = (item: string): string =>
  `coalesce('[' || string_agg(${item}::text, ',') || ']', '[]')::json`;

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
      constant,
      alias,
    };
  };

  const columns = (
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    row: string,
    fieldReadings: Record<string, FieldReading>,
  ): { list: string; joins: string } => {
    const list: string[] = [];
    const joins: string[] = [];
    for (const [key, nodes] of collectFields(around, type, sets)) {
      if (Buffer.byteLength(key) > 63)
        throw new NotReadable('a response key longer than a column name can be');
      const node = nodes[0]!;
      if (node.name.value === '__typename') {
        list.push(`${text(type.name)}::text AS ${quote(key)}`);
        continue;
      }
      const reading = fieldReadings[node.name.value];
      if (!reading) throw new NotReadable(`${type.name}.${node.name.value} has no reading`);
      const sight = sees(type.name, node.name.value);
      if (sight === 'never') throw new NotReadable(`${type.name}.${node.name.value} is guarded`);
      const hidden =
        typeof sight === 'object' &&
        `${row}.${quote(sight.maskedWhere.column)} = ${text(sight.maskedWhere.is)}`;
      if (reading.kind === 'value') {
        const shown = spelled[reading.spelling ?? 'plain'](reading.sql(row));
        const masked = typeof sight === 'object' && maskOf(type.getFields()[node.name.value]!, sight.mask);
        list.push(
          `${hidden ? `CASE WHEN ${hidden} THEN ${masked} ELSE ${shown} END` : shown} AS ${quote(key)}`,
        );
        continue;
      }
      if (hidden && reading.kind !== 'inline')
        throw new NotReadable(`${type.name}.${node.name.value} is masked`);
      const name = alias('j');
      const inner = nested(type, reading, nodes, row);
      const value = hidden ? `CASE WHEN NOT (${hidden}) THEN ${name}.v END` : `${name}.v`;
      joins.push(`LEFT JOIN LATERAL (${inner}) ${name}(v) ON true`);
      list.push(`${value} AS ${quote(key)}`);
    }
    if (list.length === 0) throw new NotReadable('nothing to select');
    return { list: list.join(', '), joins: joins.join(' ') };
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

  /** `SELECT <columns> <from> <joins> <rest>`: joins go behind the rows, which are a sub-select so that LIMIT comes first. */
  const selectFrom = (
    typeName: string,
    nodes: readonly FieldNode[],
    rows: { sql: string; alias: string },
    fields: Record<string, FieldReading>,
  ): string => {
    const { list, joins } = columns(objectType(typeName), setsOf(nodes), rows.alias, fields);
    return joins
      ? `SELECT ${list} FROM (SELECT ${rows.alias}.* ${rows.sql}) ${rows.alias} ${joins}`
      : `SELECT ${list} ${rows.sql}`;
  };

  const nested = (
    parent: GraphQLObjectType,
    reading: Exclude<FieldReading, { kind: 'value' }>,
    nodes: readonly FieldNode[],
    row: string,
  ): string => {
    if (reading.kind === 'inline') return inline(reading, setsOf(nodes), row);
    const field = parent.getFields()[nodes[0]!.name.value]!;
    const call = callOf(field, nodes[0]!);
    if (reading.kind === 'connection')
      return connection(getNamedType(field.type).name, reading, nodes, row, call);
    const rows = reading.from(row, call);
    const inner = selectFrom(reading.typeName, nodes, rows, fieldsOf(reading.typeName));
    const item = alias('x');
    return reading.kind === 'object'
      ? `SELECT row_to_json(${item}) FROM (${inner}) ${item}`
      : `SELECT ${arrayOf(`row_to_json(${item})`)} FROM (${inner}) ${item}`;
  };

  const inline = (reading: InlineReading, sets: readonly SelectionSetNode[], row: string): string => {
    const inner = columns(objectType(reading.typeName), sets, reading.row?.(row) ?? row, reading.fields);
    const item = alias('x');
    const whole = `SELECT row_to_json(${item}) FROM (SELECT ${inner.list}${inner.joins ? ` FROM (SELECT) ${alias('e')} ${inner.joins}` : ''}) ${item}`;
    return reading.when ? `${whole} WHERE ${reading.when(row)}` : whole;
  };

  const connection = (
    typeName: string,
    reading: ConnectionReading,
    nodes: readonly FieldNode[],
    row: string,
    call: ReadingCall,
  ): string => {
    const rows = reading.from(row, call);
    const type = objectType(typeName);
    const cursor = `translate(encode(convert_to(${rows.cursor(rows.alias)}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
    const edgeNodes = [...collectFields(around, type, setsOf(nodes)).values()].filter(
      (same) => same[0]!.name.value === 'edges',
    );
    if (edgeNodes.length > 1) throw new NotReadable('edges twice under different names');
    const edge = edgeNodes[0]
      ? inline(
          {
            kind: 'inline',
            typeName: getNamedType(type.getFields().edges!.type).name,
            fields: {
              cursor: { kind: 'value', sql: () => cursor },
              node: { kind: 'inline', typeName: reading.typeName, fields: fieldsOf(reading.typeName) },
            },
          },
          setsOf(edgeNodes[0]),
          rows.alias,
        )
      : 'SELECT NULL';
    const [line, page] = [alias('l'), alias('p')];
    const first = rows.first;
    const lines = `SELECT (${edge})::text AS edge, ${cursor} AS cursor, row_number() OVER () AS place
      FROM (SELECT ${rows.alias}.* ${rows.sql}) ${rows.alias}`;
    const pages = `SELECT '[' || coalesce(string_agg(${line}.edge, ',' ORDER BY place) FILTER (WHERE place <= ${first}), '') || ']' AS edges,
      count(*) > ${first} AS more, max(cursor) FILTER (WHERE place = 1) AS head,
      (array_agg(cursor ORDER BY place DESC) FILTER (WHERE place <= ${first}))[1] AS tail FROM (${lines}) ${line}`;
    const fields: Record<string, FieldReading> = {
      edges: { kind: 'value', sql: (p) => `${p}.edges::json` },
      pageInfo: {
        kind: 'inline',
        typeName: 'PageInfo',
        fields: {
          hasNextPage: { kind: 'value', sql: (p) => `${p}.more` },
          hasPreviousPage: { kind: 'value', sql: () => String(rows.after) },
          startCursor: { kind: 'value', sql: (p) => `${p}.head` },
          endCursor: { kind: 'value', sql: (p) => `${p}.tail` },
        },
      },
      ...reading.more?.(row, call),
    };
    const inner = columns(type, setsOf(nodes), page, fields);
    const item = alias('x');
    return `SELECT row_to_json(${item}) FROM (SELECT ${inner.list} FROM (${pages}) ${page} ${inner.joins}) ${item}`;
  };

  const root = around.schema.getQueryType()!;
  const keys: string[] = [];
  const selects: string[] = [];
  for (const [key, nodes] of collectFields(around, root, [operation.selectionSet])) {
    const node = nodes[0]!;
    keys.push(key);
    if (node.name.value === '__typename') {
      selects.push(`${text(JSON.stringify(root.name))}::text`);
      continue;
    }
    const reading = fieldsOf(root.name)[node.name.value];
    if (!reading || reading.kind === 'value')
      throw new NotReadable(`Query.${node.name.value} has no reading`);
    if (sees(root.name, node.name.value) !== 'plain')
      throw new NotReadable(`Query.${node.name.value} is guarded`);
    selects.push(`coalesce((${nested(root, reading, nodes, '')})::text, 'null')`);
  }
  return { sql: `SELECT ${selects.map((sql, index) => `${sql} AS f${index}`).join(', ')}`, parameters, keys };
}
