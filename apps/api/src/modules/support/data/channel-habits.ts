import { inPlaces } from '#kernel/batch';
import type { Db } from '#platform/database';
import type { TypeReading } from '#platform/look-ahead';

/** How somebody uses a channel: how often they wrote there, and how soon they answered us. */
export interface ChannelHabit {
  channel: string;
  messages: number;
  answers: number;
  answerMinutes: number | null;
}

/**
 * What a customer's last 200 tickets show of each channel. An answer is their first word after ours in one ticket, within 30 days: what
 * comes later is another matter. The middle of all answers is told, from three on: fewer are chance.
 */
const habitsSql = (customer: string): string => `
  SELECT h.channel, count(*) FILTER (WHERE h.author_kind = 'customer')::int AS messages, count(h.minutes)::int AS answers,
         CASE WHEN count(h.minutes) >= 3 THEN round(percentile_cont(0.5) WITHIN GROUP (ORDER BY h.minutes))::int END AS answer_minutes
    FROM (SELECT t.channel, m.author_kind,
                 CASE WHEN m.author_kind = 'customer' AND lag(m.author_kind) OVER said = 'agent' AND m.at < lag(m.at) OVER said + interval '30 days'
                      THEN extract(epoch FROM m.at - lag(m.at) OVER said) / 60 END AS minutes
            FROM (SELECT o.id, o.channel FROM ticket o WHERE o.customer_id = ${customer} AND o.channel IS NOT NULL
                   ORDER BY o.opened_at DESC, o.id DESC LIMIT 200) t
            JOIN message m ON m.ticket_id = t.id AND m.is_public AND m.author_kind <> 'bot'
          WINDOW said AS (PARTITION BY m.ticket_id ORDER BY m.at, m.id)) h
   GROUP BY h.channel HAVING count(*) FILTER (WHERE h.author_kind = 'customer') > 0
   ORDER BY 2 DESC, h.channel LIMIT 8`;

/** The habits of each customer, in the order asked. */
export async function channelHabitsByCustomer(db: Db, ids: readonly string[]): Promise<ChannelHabit[][]> {
  const rows = await db.named<ChannelHabit & { place: number }>(
    'channel-habits',
    `SELECT asked.place::int AS place, h.channel, h.messages, h.answers, h.answer_minutes AS "answerMinutes"
       FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, place)
      CROSS JOIN LATERAL (${habitsSql('asked.id')}) h
      ORDER BY asked.place, h.messages DESC, h.channel`,
    [ids],
  );
  return inPlaces(rows, ids.length);
}

/** The same as a sub-select of its customer. */
export const channelHabitReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      channelHabits: {
        kind: 'list',
        typeName: 'ChannelHabit',
        from: (customer, call) => {
          const h = call.alias('h');
          return { sql: `FROM (${habitsSql(`${customer}.id`)}) ${h}`, alias: h };
        },
      },
    },
  },
  {
    typeName: 'ChannelHabit',
    fields: {
      channel: { kind: 'value', sql: (h) => `${h}.channel` },
      messages: { kind: 'value', sql: (h) => `${h}.messages` },
      answers: { kind: 'value', sql: (h) => `${h}.answers` },
      answerMinutes: { kind: 'value', sql: (h) => `${h}.answer_minutes` },
    },
  },
];
