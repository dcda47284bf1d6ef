import type { Db } from '#platform/database';
import type { Tried } from '../domain/next-engagement.ts';
import type { AnswersAt } from '../domain/next-moment.ts';

/** How far is looked back, and at how many of the newest signs of everybody. */
const [lookBackDays, mostSigns] = [540, 20_000];

const answering = `('opened', 'clicked', 'visited', 'form-submitted')`;
/** Signs that somebody is there: they write, call, open or click; `$1` is NULL for everybody's newest ones. */
const signs = `
  (SELECT m.at FROM message m JOIN ticket t ON t.id = m.ticket_id WHERE m.author_kind = 'customer' AND ($1::uuid IS NULL OR t.customer_id = $1) ORDER BY m.id DESC LIMIT ${mostSigns})
  UNION ALL (SELECT t.at FROM touch t WHERE t.kind IN ${answering} AND ($1::uuid IS NULL OR t.customer_id = $1) ORDER BY t.id DESC LIMIT ${mostSigns})
  UNION ALL (SELECT i.at FROM interaction i WHERE i.direction = 'inbound' AND ($1::uuid IS NULL OR i.customer_id = $1) ORDER BY i.id DESC LIMIT ${mostSigns})`;

/** When somebody (or, with `null`, everybody) gives signs of life, by weekday and hour in a time zone. */
export const answersByHour = (
  db: Db,
  customerId: string | null,
  timeZone: string,
  asOf: Date,
): Promise<AnswersAt[]> =>
  db.query<AnswersAt>(
    `SELECT extract(isodow FROM s.at AT TIME ZONE $2)::int AS day, extract(hour FROM s.at AT TIME ZONE $2)::int AS hour, count(*)::int AS n
       FROM (${signs}) s WHERE s.at <= $3::timestamptz AND s.at > $3::timestamptz - interval '${lookBackDays} days' GROUP BY 1, 2 ORDER BY 1, 2`,
    [customerId, timeZone, asOf],
  );

/** What was tried, and whether it was answered: campaigns that were opened, content that was opened, calls that were taken, words that were answered within three days. */
const attempts = `
  SELECT 'campaign' AS kind, t.channel, t.customer_id, bool_or(t.kind IN ${answering}) AS answered
    FROM (SELECT * FROM touch ORDER BY id DESC LIMIT ${mostSigns * 2}) t
   WHERE t.campaign_id IS NOT NULL AND t.kind <> 'bounced' AND t.at <= $2::timestamptz GROUP BY t.channel, t.customer_id, t.campaign_id
  UNION ALL
  SELECT 'content', u.channel, u.customer_id, u.opened_at IS NOT NULL
    FROM (SELECT * FROM content_use ORDER BY id DESC LIMIT ${mostSigns}) u WHERE u.act = 'sent' AND u.undone_at IS NULL AND u.at <= $2::timestamptz
  UNION ALL
  SELECT 'call', 'phone', i.customer_id, coalesce(i.duration_seconds, 0) > 30
    FROM (SELECT * FROM interaction ORDER BY id DESC LIMIT ${mostSigns}) i
   WHERE i.direction = 'outbound' AND i.channel IN ('phone', 'call') AND i.at <= $2::timestamptz
  UNION ALL
  SELECT 'conversation', coalesce(nullif(lower(t.channel), ''), 'other'), t.customer_id,
         EXISTS (SELECT FROM message a WHERE a.ticket_id = m.ticket_id AND a.author_kind = 'customer' AND a.at > m.at AND a.at <= m.at + interval '3 days')
    FROM (SELECT * FROM message ORDER BY id DESC LIMIT ${mostSigns}) m JOIN ticket t ON t.id = m.ticket_id
   WHERE m.author_kind = 'agent' AND m.is_public AND t.customer_id IS NOT NULL AND m.at <= $2::timestamptz - interval '3 days'`;

const plainChannel = `CASE WHEN a.channel IN ('mail', 'e-mail') THEN 'email' WHEN a.channel IN ('voice', 'call', 'telephone') THEN 'phone' ELSE a.channel END`;

/** How often each way was tried and answered, by this customer and by everybody. */
export const triedWays = (db: Db, customerId: string, asOf: Date): Promise<Tried[]> =>
  db.named<Tried>(
    'advice-tried',
    `SELECT a.kind, ${plainChannel} AS channel, count(*) FILTER (WHERE a.customer_id = $1)::int AS tried,
            count(*) FILTER (WHERE a.customer_id = $1 AND a.answered)::int AS answered, count(*)::int AS "allTried",
            count(*) FILTER (WHERE a.answered)::int AS "allAnswered"
       FROM (${attempts}) a GROUP BY 1, 2 ORDER BY 1, 2`,
    [customerId, asOf],
  );
