import type { Db } from '#platform/database';

/** A conversation in which a bot spoke, and what became of it. */
export interface BotTalk {
  ticketId: string;
  customerId: string | null;
  subject: string;
  channel: string | null;
  beganAt: Date;
  /** A person of us wrote after the bot began. */
  human: boolean;
  solved: boolean;
  /** The customer wrote again, there or elsewhere, within a day after the last word. */
  cameBack: boolean;
}

/** Which conversations: all of it must hold; what is not given does not count. */
export interface BotSearch {
  from: Date | null;
  until: Date | null;
  channels: readonly string[] | null;
}

/**
 * Conversations with a bot that are over: the last word before a person came in, or at all, is more than a day old, so that it is known whether the customer came back.
 * Those to whom the bot only said that it is out of office (no answer to a question) count like the others: nobody can tell them apart.
 */
export const botTalks = (db: Db, { from, until, channels }: BotSearch, asOf: Date): Promise<BotTalk[]> =>
  db.named<BotTalk>(
    'bot-talks',
    `SELECT t.id AS "ticketId", t.customer_id AS "customerId", t.subject, t.channel, b.began_at AS "beganAt", h.at IS NOT NULL AS human,
            t.status IN ('solved', 'closed') AS solved,
            EXISTS (SELECT FROM message m JOIN ticket o ON o.id = m.ticket_id
                     WHERE o.customer_id = t.customer_id AND m.author_kind = 'customer' AND m.at > e.ended_at AND m.at <= e.ended_at + interval '24 hours')
             OR EXISTS (SELECT FROM ticket o WHERE o.customer_id = t.customer_id AND o.id <> t.id AND o.opened_at > e.ended_at
                          AND o.opened_at <= e.ended_at + interval '24 hours') AS "cameBack"
       FROM (SELECT m.ticket_id, min(m.at) AS began_at FROM message m WHERE m.author_kind = 'bot' GROUP BY 1) b
       JOIN ticket t ON t.id = b.ticket_id
      CROSS JOIN LATERAL (SELECT min(m.at) AS at FROM message m WHERE m.ticket_id = t.id AND m.author_kind = 'agent' AND m.is_public AND m.at > b.began_at) h
      CROSS JOIN LATERAL (SELECT greatest(max(m.at), CASE WHEN h.at IS NULL THEN t.solved_at END) AS ended_at FROM message m WHERE m.ticket_id = t.id) e
      WHERE e.ended_at <= $4::timestamptz - interval '24 hours' AND ($1::timestamptz IS NULL OR b.began_at >= $1)
        AND ($2::timestamptz IS NULL OR b.began_at < $2) AND ($3::text[] IS NULL OR coalesce(t.channel, 'other') = ANY($3))
      ORDER BY b.began_at DESC, t.id LIMIT 50000`,
    [from, until, channels, asOf],
  );
