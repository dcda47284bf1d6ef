import { type DocumentNode, execute } from 'graphql';
import type { Graph } from '../../apps/api/src/app/index.ts';
import type { Database } from '../../apps/api/src/platform/database/index.ts';
import { makeContext, type Viewer } from '../../apps/api/src/platform/graphql/index.ts';

/**
 * How many pages of 8 kB PostgreSQL looks at for an answer, in all its statements: what stands still on a busy machine, and grows when a
 * statement reads more of a house because the house has more.
 */
export async function pagesRead(
  { database, graph, viewer }: { database: Database; graph: Graph; viewer: Viewer },
  document: DocumentNode,
  variables: Record<string, unknown>,
): Promise<number> {
  let pages = 0;
  const weigh = async (sql: string, values: readonly unknown[] = []) => {
    const [row] = await database.query<Record<string, unknown>>(
      `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${sql}`,
      values,
    );
    const [explained] = row!['QUERY PLAN'] as { Plan: Record<string, number> }[];
    pages += explained!.Plan['Shared Hit Blocks']! + explained!.Plan['Shared Read Blocks']!;
  };
  const asking = graph.lookAhead.ask({ document, variables, asker: viewer });
  if (!('not' in asking)) {
    await weigh(asking.sql, asking.values);
    return pages;
  }
  const weighing: Database = {
    ...database,
    named: async (name, sql, values) => {
      await weigh(sql, values);
      return database.named(name, sql, values);
    },
    query: async (sql, values) => {
      await weigh(sql, values);
      return database.query(sql, values);
    },
  };
  const contextValue = makeContext(weighing, viewer);
  const { errors } = await execute({
    schema: graph.schema,
    document,
    contextValue,
    variableValues: variables,
  });
  if (errors) throw errors[0]!;
  return pages;
}
