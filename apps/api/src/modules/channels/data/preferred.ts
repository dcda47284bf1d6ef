import { type Db, putRows, type Tx } from '#platform/database';
import { type ChannelWish, type PreferredChannel, preferredChannel } from '../domain/preferred-channel.ts';
import { ChannelWishEntity } from './channel-wish.entity.ts';

/** Writes down a word about a channel. */
export const insertWish = async (tx: Tx, wish: ChannelWish): Promise<void> => {
  await putRows(tx, ChannelWishEntity, [wish], 'ON CONFLICT (id) DO NOTHING');
};

interface Row {
  id: string;
  wished: string | null;
  saidBy: string | null;
  at: Date | null;
  learned: string | null;
  share: number | null;
  contacts: number | null;
}

/** The channels customers prefer, in the order asked. */
export async function preferredByCustomer(
  db: Db,
  ids: readonly string[],
): Promise<(PreferredChannel | null)[]> {
  const rows = await db.named<Row>(
    'preferred-channels',
    `SELECT asked.id, w.channel AS wished, w.said_by AS "saidBy", w.at, x.preferred_channel AS learned, x.preferred_share AS share, x.contacts
       FROM unnest($1::uuid[]) AS asked(id)
       LEFT JOIN LATERAL (SELECT channel, said_by, at FROM channel_wish w WHERE w.customer_id = asked.id ORDER BY at DESC, w.id DESC LIMIT 1) w ON true
       LEFT JOIN customer_experience x ON x.customer_id = asked.id`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = found.get(id);
    return row
      ? preferredChannel(
          row.at && { channel: row.wished, saidBy: row.saidBy, at: row.at },
          row.contacts === null ? null : { channel: row.learned, share: row.share, contacts: row.contacts },
        )
      : null;
  });
}
