import type { Db } from '#platform/database';

/** Mailboxes of customers who read these languages, one for each place, nobody twice; people with tickets of before come first. */
export async function askersForDesk(db: Db, languages: readonly string[]): Promise<(string | undefined)[]> {
  const rows = await db.named<{ email: string; language: string }>(
    'demo-desk-askers',
    `SELECT c.email, lower(left(c.language, 2)) AS language FROM customer c JOIN customer_summary s ON s.customer_id = c.id
      WHERE c.merged_into IS NULL AND c.email IS NOT NULL AND c.language IS NOT NULL AND s.tickets > 0 AND s.open_tickets = 0
      ORDER BY s.tickets DESC, c.id LIMIT 400`,
  );
  const taken = new Set<string>();
  return languages.map((language) => {
    const found =
      rows.find((row) => row.language === language && !taken.has(row.email)) ??
      rows.find((row) => !taken.has(row.email));
    if (found) taken.add(found.email);
    return found?.email;
  });
}

/** Tickets of a source by their key. */
export async function ticketsOfSource(db: Db, sourceKey: string): Promise<Map<string, string>> {
  const rows = await db.named<{ id: string; key: string }>(
    'tickets-of-source',
    `SELECT t.id, t.source_key AS key FROM ticket t JOIN source s ON s.id = t.source_id WHERE s.key = $1`,
    [sourceKey],
  );
  return new Map(rows.map(({ id, key }) => [key, id]));
}
