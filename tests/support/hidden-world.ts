import { connectAs } from '../../apps/api/src/platform/postgres/index.ts';

/** Every object of the hidden world has this id: tables do not share their ids, so one is enough. */
export const theId = '00000000-0000-7000-8000-000000000001';

/**
 * Writes one customer with something of everything, where whatever some role may not see depends on `secret` and nothing
 * else does: two databases with different secrets differ in hidden values alone.
 */
export async function writeHiddenWorld(ownerUrl: string, secret: number): Promise<void> {
  const at = `'2026-01-02T03:04:05Z'`;
  const id = `'${theId}'`;
  const s = `secret ${secret}`;
  const money = 100 + secret;
  await connectAs(ownerUrl, (client) =>
    client.query(`
    INSERT INTO source (id, key, name, system, created_at) VALUES (${id}, 'zendesk', 'Zendesk', 'zendesk', ${at});
    INSERT INTO customer (id, display_name, given_name, created_at) VALUES (${id}, 'Ada Lovelace', 'Ada', ${at});
    INSERT INTO customer_summary (customer_id, display_name, sort_name, created_at, open_deals, open_deal_value, won_value, currency,
      open_tickets, tickets, email_consent, last_interaction_at)
      VALUES (${id}, 'Ada Lovelace', 'ada lovelace', ${at}, 1, ${money}, ${money}, 'EUR', 1, 1, 'granted', ${at});
    INSERT INTO source_record (id, source_id, kind, source_key, customer_id, created_at)
      VALUES (${id}, ${id}, 'person', 'user:1', ${id}, ${at});
    INSERT INTO source_record_version (id, source_record_id, observed_at, received_at, profile, normalisation)
      VALUES (${id}, ${id}, ${at}, ${at}, '{"fullName": "Ada Lovelace", "extra": {"Revenue": "${s}"}}', 1);
    INSERT INTO identifier (source_record_id, kind, value, raw) VALUES (${id}, 'email', 'ada@example.org', 'ada@example.org');
    INSERT INTO decision (id, kind, at, actor_kind, actor_name, record_ids, customer_ids)
      VALUES (${id}, 'created', ${at}, 'system', 'Ancora', ARRAY[${id}]::uuid[], ARRAY[${id}]::uuid[]);
    INSERT INTO membership (id, source_record_id, customer_id, valid_from, cause, decision_id)
      VALUES (${id}, ${id}, ${id}, ${at}, 'created', ${id});
    INSERT INTO customer_stage (customer_id, stage, since, because, because_at, last_fact_at, dormant_from)
      VALUES (${id}, 'need', ${at}, 'lead-created', ${at}, ${at}, 'infinity');
    INSERT INTO company (id, name, match_name, created_at) VALUES (${id}, 'Ovens and Sons', 'ovens and sons', ${at});
    INSERT INTO affiliation (source_record_id, company_id, customer_id, is_main, observed_at) VALUES (${id}, ${id}, ${id}, true, ${at});
    INSERT INTO pipeline (id, source_id, source_key, name, observed_at) VALUES (${id}, ${id}, 'p', 'Sales', ${at});
    INSERT INTO pipeline_stage (id, pipeline_id, source_key, name, outcome, observed_at) VALUES (${id}, ${id}, 's', 'Offer', 'open', ${at});
    INSERT INTO deal (id, source_id, source_key, name, pipeline_id, stage_id, stage_name, outcome, amount, currency, probability,
      customer_id, source_record_id, company_id, opened_at, observed_at)
      VALUES (${id}, ${id}, 'deal:1', 'Ovens', ${id}, ${id}, 'Offer', 'open', ${money}, 'EUR', 0.${5 + secret}, ${id}, ${id}, ${id}, ${at}, ${at});
    INSERT INTO deal_person (deal_id, source_record_id, customer_id, is_main) VALUES (${id}, ${id}, ${id}, true);
    INSERT INTO ticket (id, source_id, source_key, number, customer_id, source_record_id, subject, description, status, opened_at, observed_at)
      VALUES (${id}, ${id}, 'ticket:1', '4711', ${id}, ${id}, 'The oven is cold', '${s}', 'open', ${at}, ${at});
    INSERT INTO message (id, source_id, source_key, ticket_id, customer_id, source_record_id, author_kind, is_public, body, at)
      VALUES (${id}, ${id}, 'message:1', ${id}, ${id}, ${id}, 'customer', true, '${s}', ${at});
    INSERT INTO interaction (id, source_id, source_key, customer_id, source_record_id, channel, department, subject, body, at)
      VALUES (${id}, ${id}, 'call:1', ${id}, ${id}, 'phone', 'support', 'A call', '${s}', ${at});
    INSERT INTO note (id, source_id, source_key, customer_id, source_record_id, body, department, at)
      VALUES (${id}, ${id}, 'note:1', ${id}, ${id}, '${s}', 'sales', ${at});
    INSERT INTO timeline_entry (id, entry_key, customer_id, source_record_id, at, department, kind, title, detail, change)
      VALUES (${id}, 'a', ${id}, ${id}, ${at}, 'support', 'ticket-opened', 'Ticket 4711 opened', '${s}', NULL),
             ('${theId.slice(0, -1)}3', 'c', ${id}, ${id}, ${at}, 'marketing', 'note-added', 'Note: ${s}', NULL, NULL),
             ('${theId.slice(0, -1)}2', 'b', ${id}, ${id}, ${at}, 'sales', 'deal-moved', 'The deal moved', '${s}',
              '{"field": "amount", "before": "1", "after": "${money}"}');
    INSERT INTO unreadable (id, source_id, received_at, raw, posted, code, message) VALUES (${id}, ${id}, ${at}, '{"text": "${s}"}', true, 'bad-date', 'No date');
    INSERT INTO intake_key (id, key_id, secret_hash, source_id, name, created_at) VALUES (${id}, 'abcdefgh2${2 + secret}', '\\x00', ${id}, '${s}', ${at});
    INSERT INTO audit_entry (at, actor_kind, actor_name, action, customer_id) VALUES (${at}, 'system', '${s}', 'made', ${id});
  `),
  );
}
