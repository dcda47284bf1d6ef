import type pg from 'pg';
import { fill, sizeFor } from './read-data.ts';

/** The n-th customer and what is known of them, as `fill` numbers them. */
const id = (kind: number, n: string) =>
  `('${String(kind).repeat(8)}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const hung = `${id(9, '1')}, ${id(1, 'n')}, ${id(3, 'n')}`;
const hungColumns = 'source_id, customer_id, source_record_id';

/** What else the house knows that a customer's page, the day and the desk read: hung on people, as if other systems had told it. */
const steps = (customers: number): [string, string][] => [
  [
    'clocks',
    `WITH policy AS (INSERT INTO sla_policy (id, place, name, first_reply_minutes, resolution_minutes) VALUES (${id(5, '2')}, 1, 'Everybody', 240, 2880) RETURNING id)
     INSERT INTO clock (ticket_id, kind, turn, policy_id, state, started_at, target_minutes, used_seconds, due_at, warn_at)
     SELECT t.id, 'resolution', 1, p.id, 'running', t.opened_at, 2880, 0, t.opened_at + interval '2 days', t.opened_at + interval '1 day' FROM ticket t CROSS JOIN policy p
      WHERE t.status IN ('new', 'open', 'pending')`,
  ],
  [
    'touches',
    `INSERT INTO touch (id, ${hungColumns}, source_key, kind, channel, at)
     SELECT gen_random_uuid(), ${hung}, 'touch ' || n || ' ' || k, (ARRAY['sent','opened'])[k], 'email', now() - (n % 700) * interval '1 day' FROM generate_series(0, ${customers - 1}) n CROSS JOIN generate_series(1, 2) k`,
  ],
  [
    'orders',
    `INSERT INTO sales_order (id, ${hungColumns}, source_key, number, status, total, currency, ordered_at, observed_at)
     SELECT gen_random_uuid(), ${hung}, 'order ' || n, 'O-' || n, 'fulfilled', 20 + n % 400, 'EUR', now() - (n % 700) * interval '1 day', now() FROM generate_series(0, ${customers - 1}) n`,
  ],
  [
    'consent',
    `INSERT INTO consent_entry (id, ${hungColumns}, entry_key, purpose, channel, state, at)
     SELECT gen_random_uuid(), ${hung}, 'consent ' || n, 'marketing', 'email', 'granted', now() - interval '1 year' FROM generate_series(0, ${customers - 1}) n`,
  ],
  [
    'promises',
    `INSERT INTO promise (id, ${hungColumns}, source_key, kind, words, department, made_at, due_at, done_at, observed_at)
     SELECT gen_random_uuid(), ${hung}, 'promise ' || n, 'call-back', 'We call back', 'sales', m.at, m.at + interval '3 days', CASE WHEN m.at < now() - interval '5 days' THEN m.at + (n % 6) * interval '1 day' END, now()
       FROM generate_series(0, ${customers - 1}, 4) n CROSS JOIN LATERAL (SELECT now() - (n::bigint * 7919 % 63072000) * interval '1 second' AS at) m`,
  ],
  [
    'tasks',
    `INSERT INTO task (id, ${hungColumns}, source_key, title, due_on, done_at, assignee_name, created_at, observed_at)
     SELECT gen_random_uuid(), ${hung}, 'task ' || n, 'Call about the offer', m.at::date + 3, CASE WHEN m.at < now() - interval '5 days' THEN m.at + interval '2 days' END, 'Owner ' || n % 12, m.at, now()
       FROM generate_series(0, ${customers - 1}, 4) n CROSS JOIN LATERAL (SELECT now() - (n::bigint * 104729 % 63072000) * interval '1 second' AS at) m`,
  ],
];

/** Tables with so many rows that their indexes are made at the end, each in one go: row by row takes four times as long. */
const large = `('timeline_entry', 'message', 'ticket', 'deal', 'deal_person', 'identifier', 'source_record', 'affiliation', 'touch', 'sales_order', 'consent_entry', 'customer_stage', 'customer_summary', 'customer_words')`;

/** Takes indexes and references of the large tables away, but what others refer to; gives what lays them again, as they were. */
async function setAside(client: pg.Client): Promise<() => Promise<void>> {
  const { rows: constraints } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT c.conrelid::regclass::text AS "table", quote_ident(c.conname) AS name, pg_get_constraintdef(c.oid) AS definition FROM pg_constraint c
      WHERE c.contype IN ('f', 'u') AND c.conrelid::regclass::text IN ${large}
        AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.contype = 'f' AND c.contype = 'u' AND o.conindid = c.conindid) ORDER BY c.contype, c.conname`,
  );
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
      WHERE i.indrelid::regclass::text IN ${large} AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid) ORDER BY 1`,
  );
  for (const { table, name } of constraints)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  return async () => {
    for (const { definition } of indexes) await client.query(definition);
    // Uniqueness before the references that may lean on it.
    for (const { table, name, definition } of [...constraints].reverse())
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  };
}

/** How many customers a house of so many events has: 20 events each, as in the speed targets. */
export const customersWith = (events: number): number => Math.round(events / 20);

/** Fills a house that has been worked in for two years, with so many events and what belongs to them. */
export async function fillGrown(
  client: pg.Client,
  events: number,
  say: (text: string) => void,
): Promise<void> {
  const customers = customersWith(events);
  await client.query(`SET maintenance_work_mem = '512MB'`);
  const layAgain = await setAside(client);
  await fill(client, { ...sizeFor(customers), settled: true }, say);
  for (const [what, sql] of steps(customers)) {
    say(what);
    await client.query(sql);
  }
  say('indexes');
  await layAgain();
  say('vacuum');
  await client.query('VACUUM ANALYZE');
}
