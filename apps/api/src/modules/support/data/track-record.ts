import type { TrackRecord } from '#modules/house';

// The latest so many say how long things take as well as all would, and cost the same however long the house remembers.
const most = 10_000;
// Sources call a call by two names.
const channel = `coalesce(CASE t.channel WHEN 'voice' THEN 'phone' ELSE t.channel END, 'other')`;

/**
 * How long people waited for the first answer of one of us (an automatic reply is none), and for their question to be solved.
 * Questions that nobody answered before they were closed are left out: nobody knows how they ended.
 */
export const supportTrackRecords: TrackRecord[] = [
  {
    kind: 'reply',
    actuals: (db, since, until = null) =>
      db.named(
        'track-record-replies',
        `SELECT ${channel} AS channel, t.opened_at AS "from", answered.at AS "to"
           FROM ticket t LEFT JOIN LATERAL (SELECT min(m.at) AS at FROM message m
                  WHERE m.ticket_id = t.id AND m.author_kind = 'agent' AND m.is_public AND m.at >= t.opened_at) answered ON true
          WHERE t.opened_at >= $1 AND t.opened_at < coalesce($2::timestamptz, 'infinity') AND (answered.at IS NOT NULL OR t.status IN ('new', 'open'))
          ORDER BY t.opened_at DESC LIMIT ${most}`,
        [since, until],
      ),
  },
  {
    kind: 'resolution',
    actuals: (db, since, until = null) =>
      db.named(
        'track-record-resolutions',
        `SELECT ${channel} AS channel, t.opened_at AS "from", t.solved_at AS "to"
           FROM ticket t WHERE t.opened_at >= $1 AND t.opened_at < coalesce($2::timestamptz, 'infinity') AND (t.solved_at IS NULL OR t.solved_at >= t.opened_at)
          ORDER BY t.opened_at DESC LIMIT ${most}`,
        [since, until],
      ),
  },
];
