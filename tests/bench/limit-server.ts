import http from 'node:http';
import pg from 'pg';

/**
 * The physical limit: node:http and one named prepared statement written by hand, whose JSON text goes to the socket as it
 * came. No GraphQL, no session, no permission. Started as a process of its own: `limit-server.ts <database url>`; prints its port.
 */
const page = `
SELECT json_build_object('id', c.id, 'displayName', c.display_name, 'ownerName', c.owner_name, 'emails', m.j, 'companies', a.j, 'stage', s.j,
  'timeline', e.j, 'deals', d.j, 'tickets', t.j)::text AS body
FROM customer c
LEFT JOIN LATERAL (SELECT json_agg(x) AS j FROM (SELECT DISTINCT i.value, i.raw FROM source_record r JOIN identifier i ON i.source_record_id = r.id WHERE r.customer_id = c.id AND i.kind = 'email') x) m ON true
LEFT JOIN LATERAL (SELECT json_agg(x) AS j FROM (SELECT co.id, co.name, a.role, a.is_main AS "isMain" FROM affiliation a JOIN company co ON co.id = a.company_id WHERE a.customer_id = c.id) x) a ON true
LEFT JOIN LATERAL (SELECT row_to_json(x) AS j FROM (SELECT upper(stage) AS stage, since, because AS cause FROM customer_stage WHERE customer_id = c.id) x) s ON true
LEFT JOIN LATERAL (SELECT json_agg(x) AS j FROM (SELECT id, at, upper(department) AS department, kind, title, detail, actor_name AS "actorName" FROM timeline_entry WHERE customer_id = c.id ORDER BY at DESC, id DESC LIMIT 20) x) e ON true
LEFT JOIN LATERAL (SELECT json_agg(x) AS j FROM (SELECT d.id, d.name, d.stage_name AS "stageName", d.amount, d.currency, d.close_date AS "closeDate" FROM deal_person p JOIN deal d ON d.id = p.deal_id WHERE p.customer_id = c.id AND d.outcome = 'open' ORDER BY d.close_date, d.id LIMIT 20) x) d ON true
LEFT JOIN LATERAL (SELECT json_agg(x) AS j FROM (SELECT t.id, t.number, t.subject, upper(t.status) AS status, upper(t.priority) AS priority, t.opened_at AS "openedAt", (SELECT count(*) FROM message WHERE ticket_id = t.id) AS "messageCount" FROM ticket t WHERE t.customer_id = c.id ORDER BY t.opened_at DESC, t.id DESC LIMIT 10) x) t ON true
WHERE c.id = $1`;

const list = `
SELECT json_agg(x)::text AS body FROM (
  SELECT customer_id AS id, display_name AS "displayName", company_name AS "companyName", owner_name AS "ownerName", upper(stage) AS stage, stage_since AS since,
         open_deals AS "openDeals", open_deal_value AS "openDealValue", currency, open_tickets AS "openTickets", last_interaction_at AS "lastInteractionAt"
    FROM customer_summary
   ORDER BY coalesce(last_interaction_at, '-infinity'::timestamptz) DESC, customer_id DESC LIMIT 50) x`;

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10, application_name: 'limit' });
pool.on('error', () => undefined);
const server = http.createServer(async (request, response) => {
  const id = new URL(request.url ?? '/', 'http://localhost').searchParams.get('id');
  const asked = id ? { name: 'page', text: page, values: [id] } : { name: 'list', text: list, values: [] };
  const body: string = (await pool.query<{ body: string }>(asked)).rows[0]?.body ?? 'null';
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.stdout.write(`${address.port}\n`);
});
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
  void pool.end();
});
