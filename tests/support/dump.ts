import type { Database } from '../../apps/api/src/platform/database/index.ts';
import { connectAs } from '../../apps/api/src/platform/postgres/index.ts';

/** Empties every table but the list of migrations, as the owner. */
export const emptyDatabase = (ownerUrl: string): Promise<void> =>
  connectAs(ownerUrl, async (client) => {
    const { rows } = await client.query<{ list: string }>(
      `SELECT string_agg(quote_ident(tablename), ', ') AS list FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'`,
    );
    await client.query(`SET session_replication_role = replica`).catch(() => undefined);
    await client.query(`ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_no_truncate`);
    await client.query(`TRUNCATE ${rows[0]!.list} RESTART IDENTITY CASCADE`);
    await client.query(`ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_no_truncate`);
  });

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Columns that say when we heard of something: they differ between two runs by nature. */
const heardAt = new Set(['received_at', 'recorded_at', 'valid_from', 'valid_to', 'decided_at', 'xid']);
/** Tables that keep how it came about, or nothing of customers. */
const leftOut = new Set([
  'migration',
  'change',
  'audit_entry',
  'import_run',
  'import_file',
  'tried_rows',
  'column_mapping',
  'unreadable',
  'decision',
  'source',
  'session',
  'app_user',
]);

/**
 * Everything that is known, in one canonical form: ids are named after the things that they belong to, so that two histories that
 * come to the same are equal.
 */
export async function dump(
  database: Database,
  also: readonly string[] = [],
): Promise<Record<string, string[]>> {
  const tables = await database.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  const names = new Map<string, string>();
  const content: Record<string, Record<string, unknown>[]> = {};
  for (const { name } of tables) {
    if (leftOut.has(name) && !also.includes(name)) continue;
    content[name] = (
      await database.query<{ row: Record<string, unknown> }>(`SELECT to_jsonb(t) AS row FROM ${name} t`)
    ).map(({ row }) => row);
  }
  for (const row of content.source_record ?? [])
    names.set(String(row.id), `record ${row.kind} ${row.source_key}`);
  for (const row of content.signal ?? []) names.set(String(row.id), `signal ${row.event_id}`);
  // Customers and companies are named after the first of their records; whatever else has an id, after what it says.
  const ordered = [...(content.source_record ?? [])].sort((a, b) =>
    `${a.kind}${a.source_key}` < `${b.kind}${b.source_key}` ? -1 : 1,
  );
  for (const row of ordered)
    for (const owner of [row.customer_id, row.company_id])
      if (typeof owner === 'string' && !names.has(owner))
        names.set(owner, `owner of ${row.kind} ${row.source_key}`);
  // The engine's numbers of records are given in the order of arrival: named after their records.
  const numbered = new Map((content.match_record ?? []).map((row) => [row.number, row.source_record_id]));
  for (const row of [...(content.match_key ?? []), ...(content.match_record ?? [])])
    row.number = numbered.get(row.number) ?? 'nobody';
  const told = (text: string) => text.replace(uuid, (id) => names.get(id) ?? 'some id');
  return Object.fromEntries(
    Object.entries(content).map(([table, rows]) => [
      table,
      rows
        .map((row) => {
          const shown = Object.entries(row).filter(
            ([column]) => !heardAt.has(column) && !(table === 'doubt' && column === 'created_at'),
          );
          return told(JSON.stringify(Object.fromEntries(shown)));
        })
        .sort(),
    ]),
  );
}
