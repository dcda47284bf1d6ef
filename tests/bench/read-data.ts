import type pg from 'pg';

/** How much there is to read. */
export interface DataSize {
  customers: number;
  events: number;
  deals: number;
  tickets: number;
  messages: number;
  /** Whether what is long ago is settled, as where people work: tickets at work are of the last ten days, one deal in twenty is open. */
  settled?: boolean;
}

/** The proportions of the trial: 20 events, 1.5 deals and 3 tickets a customer. */
export const sizeFor = (customers: number): DataSize => ({
  customers,
  events: customers * 20,
  deals: Math.round(customers * 1.5),
  tickets: customers * 3,
  messages: customers * 6,
});

/** A stable uuid for the n-th thing of a kind, so that rows can point at each other without being read back. */
const id = (kind: number, n: string) =>
  `('${String(kind).repeat(8)}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** The id of the n-th customer, as the database has it. */
export const customerId = (n: number): string =>
  `11111111-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/**
 * Fills the tables a page and a list read, with set-based SQL: this is a benchmark of reading, so rows come from
 * `generate_series` and not through the front door. Activity is skewed: the square of a number drawn by hash chooses whose
 * it is, so the busiest have hundreds of entries, and nearly nobody has none.
 */
export async function fill(client: pg.Client, size: DataSize, say: (text: string) => void): Promise<void> {
  // By hash and not by a stride: a stride through the customers lands on the same ones in every lap and leaves a third without anything.
  const whose = (n: string) =>
    `floor(power((hashint8extended(${n}::bigint, 7) & 1048575) / 1048576.0::float, 2) * ${size.customers})::int`;
  const outcome = size.settled
    ? `CASE WHEN n % 20 = 0 THEN 'open' ELSE (ARRAY['won','lost'])[1 + n % 2] END`
    : `(ARRAY['open','won','lost'])[1 + n % 3]`;
  const secondsAgo = '(n::bigint * 15485863) % 63072000';
  const status = size.settled
    ? `CASE WHEN ${secondsAgo} < 864000 THEN (ARRAY['new','open','pending'])[1 + n % 3] ELSE (ARRAY['solved','closed'])[1 + n % 2] END`
    : `(ARRAY['new','open','solved','closed'])[1 + n % 4]`;
  const steps: [string, string][] = [
    [
      'a source',
      `INSERT INTO source (id, key, name, system) VALUES (${id(9, '1')}, 'bench', 'Bench', 'csv')`,
    ],
    [
      'companies',
      `INSERT INTO company (id, name, match_name, domain, created_at)
       SELECT ${id(2, 'n')}, 'Company ' || n, 'company ' || n, 'company' || n || '.example', now() - n * interval '1 minute' FROM generate_series(0, ${Math.ceil(size.customers / 10)}) n`,
    ],
    [
      'customers',
      `INSERT INTO customer (id, display_name, given_name, family_name, email, phone, language, country, owner_name, created_at)
       SELECT ${id(1, 'n')}, 'Țurcanu Ana ' || n, 'Ana', 'Țurcanu ' || n, 'ana' || n || '@company.example', '+4021555' || lpad((n % 10000)::text, 4, '0'),
              (ARRAY['en','it','fr','ro'])[1 + n % 4], (ARRAY['GB','IT','FR','RO'])[1 + n % 4], 'Owner ' || n % 12, now() - n * interval '1 minute'
         FROM generate_series(0, ${size.customers - 1}) n`,
    ],
    [
      'source records',
      `INSERT INTO source_record (id, source_id, kind, source_key, customer_id, created_at)
       SELECT ${id(3, 'n')}, ${id(9, '1')}, 'person', 'p' || n, ${id(1, 'n')}, now() FROM generate_series(0, ${size.customers - 1}) n`,
    ],
    [
      'identifiers',
      `INSERT INTO identifier (source_record_id, kind, value, raw)
       SELECT ${id(3, 'n')}, k.kind, k.value, k.value FROM generate_series(0, ${size.customers - 1}) n
        CROSS JOIN LATERAL (VALUES ('email', 'ana' || n || '@company.example'), ('email', 'ana.t' || n || '@home.example'), ('phone', '+4021555' || lpad((n % 10000)::text, 4, '0'))) k(kind, value)`,
    ],
    [
      'affiliations',
      `INSERT INTO affiliation (source_record_id, company_id, customer_id, role, is_main, observed_at)
       SELECT ${id(3, 'n')}, ${id(2, 'n / 10')}, ${id(1, 'n')}, 'Buyer', true, now() FROM generate_series(0, ${size.customers - 1}) n`,
    ],
    [
      'stages',
      `INSERT INTO customer_stage (customer_id, stage, since, because, because_at, last_fact_at, dormant_from, settings)
       SELECT ${id(1, 'n')}, (ARRAY['need','research','choice','use','assistance','share','repeat'])[1 + n % 7], now() - interval '9 days', 'deal-opened', now() - interval '9 days',
              now() - interval '9 days', now() + interval '51 days', 'journey-1'
         FROM generate_series(0, ${size.customers - 1}) n`,
    ],
    [
      'timeline entries',
      `INSERT INTO timeline_entry (id, entry_key, customer_id, source_record_id, at, department, kind, title, detail, actor_name)
       SELECT ${id(4, 'n')}, 'e' || n, ${id(1, whose('n'))}, ${id(3, whose('n'))}, now() - ((n * 104729) % 63072000) * interval '1 second',
              (ARRAY['sales','marketing','support'])[1 + n % 3], (ARRAY['call','mail-clicked','ticket-opened'])[1 + n % 3], 'Something happened with “' || n || '”', 'And a little more about it, as people write it.', 'Sara'
         FROM generate_series(0, ${size.events - 1}::bigint) n`,
    ],
    [
      'a pipeline',
      `INSERT INTO pipeline (id, source_id, source_key, name, observed_at) VALUES (${id(5, '1')}, ${id(9, '1')}, 'sales', 'Sales', now())`,
    ],
    [
      'deals',
      `INSERT INTO deal (id, source_id, source_key, name, pipeline_id, stage_name, outcome, amount, currency, probability, close_date, owner_name, customer_id, source_record_id, opened_at, observed_at)
       SELECT ${id(6, 'n')}, ${id(9, '1')}, 'd' || n, 'Deal ' || n, ${id(5, '1')}, 'Proposal', ${outcome}, 100 + n % 90000, 'EUR', 0.5, current_date + (n % 90)::int, 'Sara', ${id(1, whose('n'))}, ${id(3, whose('n'))}, now() - interval '20 days', now()
         FROM generate_series(0, ${size.deals - 1}) n`,
    ],
    [
      'people of deals',
      'INSERT INTO deal_person (deal_id, source_record_id, customer_id, is_main) SELECT id, source_record_id, customer_id, true FROM deal',
    ],
    [
      'tickets',
      `INSERT INTO ticket (id, source_id, source_key, number, customer_id, source_record_id, subject, status, priority, channel, assignee_name, opened_at, observed_at)
       SELECT ${id(7, 'n')}, ${id(9, '1')}, 't' || n, n::text, ${id(1, whose('n'))}, ${id(3, whose('n'))}, 'Login loops after step ' || n, ${status}, 'normal', 'email', 'Tom', now() - (${secondsAgo}) * interval '1 second', now()
         FROM generate_series(0, ${size.tickets - 1}) n`,
    ],
    [
      'messages',
      `INSERT INTO message (id, source_id, source_key, ticket_id, customer_id, source_record_id, author_kind, author_name, is_public, body, at)
       SELECT ${id(8, 'n')}, ${id(9, '1')}, 'm' || n, t.id, t.customer_id, t.source_record_id, CASE WHEN n < ${size.tickets} OR n % 3 = 0 THEN 'customer' ELSE 'agent' END, CASE WHEN n < ${size.tickets} OR n % 3 = 0 THEN 'Ana' ELSE 'Tom' END, true, 'It loops after I log in, and then nothing happens for a while.', t.opened_at + (1 + n / ${size.tickets}) * interval '1 hour'
         FROM generate_series(0, ${size.messages - 1}) n JOIN ticket t ON t.id = ${id(7, `n % ${size.tickets}`)}`,
    ],
    [
      'words',
      `INSERT INTO customer_words (customer_id, words, company)
       SELECT c.id, c.sort_name || ' ' || i.said, co.sort_name FROM customer c JOIN affiliation a ON a.customer_id = c.id JOIN company co ON co.id = a.company_id
         JOIN (SELECT r.customer_id, string_agg(i.value, ' ' ORDER BY i.kind, i.value) AS said FROM identifier i JOIN source_record r ON r.id = i.source_record_id GROUP BY 1) i ON i.customer_id = c.id`,
    ],
    [
      'summaries',
      `INSERT INTO customer_summary (customer_id, display_name, sort_name, email, phone, company_id, company_name, country, language, owner_name, stage, stage_since, open_deals, open_deal_value, currency, open_tickets, tickets, email_consent, last_interaction_at, last_interaction_kind, last_department, created_at)
       SELECT c.id, c.display_name, c.sort_name, c.email, c.phone, co.id, co.name, c.country, c.language, c.owner_name, s.stage, s.since, coalesce(d.n, 0), coalesce(d.value, 0), 'EUR', coalesce(t.open, 0), coalesce(t.n, 0), 'granted', e.at, 'call', 'sales', c.created_at
         FROM customer c JOIN affiliation a ON a.customer_id = c.id JOIN company co ON co.id = a.company_id JOIN customer_stage s ON s.customer_id = c.id
         LEFT JOIN (SELECT customer_id, count(*) n, sum(amount) AS value FROM deal WHERE outcome = 'open' GROUP BY 1) d ON d.customer_id = c.id
         LEFT JOIN (SELECT customer_id, count(*) n, count(*) FILTER (WHERE status IN ('new','open','pending','hold')) AS open FROM ticket GROUP BY 1) t ON t.customer_id = c.id
         LEFT JOIN (SELECT customer_id, max(at) AS at FROM timeline_entry GROUP BY 1) e ON e.customer_id = c.id`,
    ],
  ];
  await client.query('SET synchronous_commit = off');
  for (const [what, sql] of steps) {
    say(what);
    await client.query(sql);
  }
  say('vacuum');
  await client.query('VACUUM ANALYZE');
}
