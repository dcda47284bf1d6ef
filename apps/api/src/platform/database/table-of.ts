import { getMetadataArgsStorage } from 'typeorm';

/** A class decorated with `@Entity`. */
export type EntityClass<Row> = new () => Row;

/** A table as its entity describes it: one place says the names and types of columns. */
export interface Table {
  name: string;
  columns: readonly Column[];
  /** Columns that we write; the others PostgreSQL fills by itself (`insert: false`). */
  written: readonly Column[];
  /** Columns that are read unless asked otherwise (not `select: false`). */
  read: readonly Column[];
}

export interface Column {
  property: string;
  name: string;
  type: string;
  isArray: boolean;
}

const tables = new WeakMap<EntityClass<unknown>, Table>();

/** A class and those it extends, the eldest first. */
const lineage = (entity: unknown): EntityClass<unknown>[] =>
  typeof entity === 'function' && entity !== Function.prototype
    ? [...lineage(Object.getPrototypeOf(entity)), entity as EntityClass<unknown>]
    : [];

/** The table of an entity. */
export function tableOf<Row>(entity: EntityClass<Row>): Table {
  const known = tables.get(entity);
  if (known) return known;
  const storage = getMetadataArgsStorage();
  const name = storage.filterTables(entity)[0]?.name;
  if (!name) throw new Error(`${entity.name} is not an entity`);
  const declared = storage.filterColumns(lineage(entity)).map(({ propertyName, options }) => ({
    options,
    column: {
      property: propertyName,
      name: options.name ?? propertyName,
      type: String(options.type),
      isArray: options.array === true,
    },
  }));
  const table = {
    name,
    columns: declared.map(({ column }) => column),
    written: declared.filter(({ options }) => options.insert !== false).map(({ column }) => column),
    read: declared.filter(({ options }) => options.select !== false).map(({ column }) => column),
  };
  tables.set(entity, table);
  return table;
}

/** The columns of an entity for `SELECT`, under its property names: `d.id, d.source_id AS "sourceId"`. */
export const columnsOf = <Row>(entity: EntityClass<Row>, alias: string): string =>
  tableOf(entity)
    .read.map(({ name, property }) =>
      name === property ? `${alias}.${name}` : `${alias}.${name} AS "${property}"`,
    )
    .join(', ');
