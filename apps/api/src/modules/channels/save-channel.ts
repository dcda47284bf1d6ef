import { randomBytes } from 'node:crypto';
import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import { ensureSource } from '#modules/sources';
import type { Tx } from '#platform/database';
import type { Egress } from '#platform/egress';
import type { Viewer } from '#platform/graphql';
import type { Vault } from '#platform/vault';
import { channelsById, putChannel } from './data/channels.ts';
import { type Channel, type ChannelRefusal, channelWish, troubleOf } from './domain/channel.ts';
import { sealSecret } from './secrets.ts';

/** A channel that was kept, and the secret that was drawn for it: this is the only time it is told. */
export interface KeptChannel {
  channel: Channel;
  signingSecret: string | null;
}

const noSuch: ChannelRefusal = { code: 'NOT_FOUND', message: 'There is no such channel.', field: 'id' };

/** Adds a channel, or changes one. Secrets that are not given stay; none is ever told again. */
export async function saveChannel(
  tx: Tx,
  viewer: Viewer,
  { vault, egress }: { vault: Vault; egress: Egress },
  id: string | null,
  wish: unknown,
  now: Date,
): Promise<Result<KeptChannel, ChannelRefusal>> {
  const read = channelWish.safeParse(wish);
  if (!read.success) {
    const [issue] = read.error.issues;
    const field = issue?.path.join('.') || null;
    return refuse({ code: 'BAD_CHANNEL', message: `${field ?? 'channel'}: ${issue?.message}`, field });
  }
  const [before] = id ? (isId(id) ? await channelsById(tx, [id]) : [null]) : [undefined];
  if (before === null || before?.removedAt || (before && before.provider !== read.data.provider))
    return refuse(noSuch);
  const trouble = troubleOf(read.data, Object.keys(before?.secrets ?? {}));
  if (trouble) return refuse(trouble);
  const { provider, name, address, settings } = read.data;
  try {
    if (settings.api) egress.check(settings.api);
  } catch (error) {
    return refuse({ code: 'FORBIDDEN_ADDRESS', message: (error as Error).message, field: 'api' });
  }
  const channelId = before?.id ?? newId();
  const drawn =
    provider === 'webhook' && !before && !read.data.secrets.signingSecret
      ? `whsec_${randomBytes(32).toString('base64')}`
      : null;
  const given = { ...read.data.secrets, ...(drawn ? { signingSecret: drawn } : {}) };
  const sealed = Object.fromEntries(
    Object.entries(given).map(([one, secret]) => [one, sealSecret(vault, channelId, one, secret)]),
  );
  const source = before
    ? { id: before.sourceId }
    : await ensureSource(tx, `channel-${channelId.slice(-12)}`, provider.split('-')[0]!, name);
  const channel: Channel = {
    id: channelId,
    provider,
    name,
    address,
    settings: Object.fromEntries(Object.entries(settings).filter(([, value]) => value)),
    secrets: { ...before?.secrets, ...sealed },
    sourceId: source.id,
    createdAt: before?.createdAt ?? now,
    removedAt: null,
    lastEventAt: before?.lastEventAt ?? null,
    refusals: before?.refusals ?? 0,
    lastRefusedAt: before?.lastRefusedAt ?? null,
    lastRefusal: before?.lastRefusal ?? null,
  };
  await putChannel(tx, channel);
  await recordAudit(tx, viewer, {
    action: before ? 'change-channel' : 'add-channel',
    subjectType: 'Channel',
    subjectId: channelId,
    details: { provider, name, secrets: Object.keys(given) },
  });
  return accept({ channel, signingSecret: drawn });
}

/** Takes a channel out of use, or (`null`) puts it back: nothing comes in by it meanwhile, and what came stays. */
export async function removeChannel(
  tx: Tx,
  viewer: Viewer,
  id: string,
  at: Date | null,
): Promise<Result<KeptChannel, ChannelRefusal>> {
  const [before] = isId(id) ? await channelsById(tx, [id]) : [null];
  if (!before) return refuse(noSuch);
  const channel = { ...before, removedAt: at };
  await putChannel(tx, channel);
  await recordAudit(tx, viewer, {
    action: at ? 'remove-channel' : 'restore-channel',
    subjectType: 'Channel',
    subjectId: id,
  });
  return accept({ channel, signingSecret: null });
}
