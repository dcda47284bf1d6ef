import type { LivedReader } from '#modules/house';
import { type LivedContact, liveInteraction } from '../domain/lived-interaction.ts';

/** What these customers lived in calls, meetings and mails that somebody logged. */
export const livedInteractions: LivedReader = async (db, customerIds) => {
  const rows = await db.named<LivedContact>(
    'activity-lived',
    `SELECT i.id, i.customer_id AS "customerId", i.channel, i.department, i.subject, i.duration_seconds AS "durationSeconds", i.moments,
            i.agent_name AS "agentName", i.at
       FROM interaction i WHERE i.customer_id = ANY($1::uuid[])`,
    [customerIds],
  );
  return rows.map(liveInteraction);
};
