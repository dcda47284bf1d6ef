import { inOrderOf } from '#kernel/batch';
import { columnsOf, type Db, newerWins, putRows, type Tx } from '#platform/database';
import type { Campaign } from '../domain/campaign.ts';
import { CampaignEntity } from './campaign.entity.ts';

/** Writes what was said of campaigns: the newer wins, a blank never erases. */
export async function putCampaigns(tx: Tx, campaigns: readonly Campaign[]): Promise<void> {
  await putRows(tx, CampaignEntity, campaigns, newerWins(CampaignEntity, ['sourceId', 'sourceKey']));
}

/** Makes the campaigns that touches name and that nobody told of yet, and answers with all that were named. */
export async function ensureCampaigns(tx: Tx, stubs: readonly Campaign[]): Promise<Campaign[]> {
  if (stubs.length === 0) return [];
  await putRows(tx, CampaignEntity, stubs, 'ON CONFLICT (source_id, source_key) DO NOTHING');
  return tx.named<Campaign>(
    'campaigns-by-key',
    `SELECT ${columnsOf(CampaignEntity, 'c')} FROM unnest($1::uuid[], $2::text[]) AS asked(source_id, source_key)
       JOIN campaign c USING (source_id, source_key)`,
    [stubs.map(({ sourceId }) => sourceId), stubs.map(({ sourceKey }) => sourceKey)],
  );
}

/** Takes back what was said of campaigns; one that touches still name goes back to what they know of it. */
export async function forgetCampaigns(
  tx: Tx,
  sourceId: string,
  subjectKeys: readonly string[],
): Promise<void> {
  tx.later(
    'campaigns-to-stubs',
    `UPDATE campaign SET name = source_key, channel = 'email', subject = NULL, sent_at = NULL, observed_at = 'epoch', signal_id = NULL
      WHERE source_id = $1 AND source_key = ANY($2::text[])`,
    [sourceId, subjectKeys],
  );
  await forgetUntouchedCampaigns(tx, sourceId);
}

/** Takes away campaigns that only touches told of, when no touch is left. */
export async function forgetUntouchedCampaigns(tx: Tx, sourceId: string): Promise<void> {
  tx.later(
    'campaigns-forget',
    `DELETE FROM campaign c WHERE c.source_id = $1 AND c.signal_id IS NULL
        AND NOT EXISTS (SELECT FROM touch t WHERE t.campaign_id = c.id)`,
    [sourceId],
  );
}

/** Campaigns by id, in the order asked. */
export async function campaignsById(db: Db, ids: readonly string[]): Promise<(Campaign | null)[]> {
  const rows = await db.named<Campaign>(
    'campaigns-by-id',
    `SELECT ${columnsOf(CampaignEntity, 'c')} FROM campaign c WHERE c.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}
