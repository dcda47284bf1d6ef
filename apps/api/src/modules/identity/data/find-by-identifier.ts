import type { Found } from '#modules/house';
import type { Db } from '#platform/database';
import { readEmail } from '../domain/email.ts';
import { readPhone } from '../domain/phone.ts';

/** What was typed, when it is a whole mailbox or a phone number with its country code, in the form in which equal ones are equal. */
function identifierIn(text: string): { kind: string; value: string } | null {
  const email = readEmail(text);
  if (email) return { kind: 'email', value: email.mailbox };
  // Without a country code it may be the end of many numbers, which the search by words finds.
  const phone = /^\s*(\+|00)/.test(text) ? readPhone(text) : null;
  return phone?.value.startsWith('+') ? { kind: 'phone', value: phone.value } : null;
}

/** Customers whose mailbox or phone somebody typed whole, whoever goes by it and has no other name first, then whoever was spoken with last. */
export async function findByIdentifier(db: Db, text: string, first: number): Promise<Found[]> {
  const typed = identifierIn(text);
  if (!typed) return [];
  const rows = await db.named<{ id: string; matched: string }>(
    'customers-by-identifier',
    `SELECT s.customer_id AS id, s.display_name AS matched FROM customer_summary s
      WHERE s.customer_id IN (SELECT r.customer_id FROM identifier i JOIN source_record r ON r.id = i.source_record_id WHERE i.kind = $1 AND i.value = $2)
      ORDER BY s.sort_name = fold($4) DESC, s.last_interaction_at DESC NULLS LAST, s.sort_name, s.customer_id LIMIT $3::int`,
    [typed.kind, typed.value, first, text.trim()],
  );
  return rows.map(({ id, matched }) => ({ typeName: 'Customer', id, matched, closeness: 1 }));
}
