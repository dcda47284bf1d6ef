import { announce } from '#modules/changes';
import { type Recorded, tellTo } from '#modules/house';
import { advance } from '#modules/journey';
import { tell } from '#modules/timeline';
import type { Db, Tx } from '#platform/database';
import { type ShownVariant, variantsByVersion } from './data/content-items.ts';
import { noteOpening, useByToken } from './data/uses.ts';
import type { ContentUse } from './domain/content-item.ts';
import { tellUse } from './domain/tell-use.ts';

const variantOf = async (db: Db, use: ContentUse): Promise<ShownVariant | undefined> => {
  const [variants = []] = await variantsByVersion(db, [{ itemId: use.itemId, version: use.version }]);
  return variants.find(({ language }) => language === use.language);
};

/** What stands at a customer's own address: the version they were given, for good. */
export async function readShared(db: Db, token: string): Promise<ShownVariant | null> {
  const use = await useByToken(db, token);
  return (use && (await variantOf(db, use))) ?? null;
}

/** Notes that a person opened what they were given: the first time it is told, and a fact of their journey. */
export async function noteSharedOpening(tx: Tx, token: string, now: Date): Promise<void> {
  const use = await noteOpening(tx, token, now);
  const variant = use && (await variantOf(tx, use));
  if (!use || !variant || use.openedAt) return;
  const recorded: Recorded = { entries: [], facts: [] };
  tellTo([use], null, tellUse({ ...use, openedAt: now }, variant.title), recorded);
  await tell(tx, recorded.entries);
  await advance(tx, recorded.facts);
  await announce(tx, [use.customerId], ['content']);
}
