import type { Egress } from '#platform/egress';
import type { Vault } from '#platform/vault';
import type { Channel } from './domain/channel.ts';

/** What channels need of the house they stand in. */
export interface ChannelGround {
  /** Keeps their secrets. */
  vault: Vault;
  /** Calls providers. */
  egress: Egress;
  /** The address by which providers call us. */
  address: string;
}

let laid: ChannelGround | undefined;

/** Says where channels stand, once, when the house opens: resolvers are made without arguments. */
export function layChannelGround(ground: ChannelGround): void {
  laid = ground;
}

/** Where channels stand. */
export function channelGround(): ChannelGround {
  if (!laid) throw new Error('Nobody has said where channels stand: call layChannelGround first.');
  return laid;
}

/** What a secret is closed for: it opens as this one, of this channel, and nowhere else. */
const purposeOf = (channelId: string, name: string): string => `channel ${channelId} ${name}`;

/** A secret of a channel, closed. */
export const sealSecret = (vault: Vault, channelId: string, name: string, secret: string): string =>
  vault.seal(secret, purposeOf(channelId, name));

/** A secret of a channel to be used; `undefined` where it has none, or one that this house cannot open. */
export function openSecret(
  vault: Vault,
  channel: Pick<Channel, 'id' | 'secrets'>,
  name: string,
): string | undefined {
  const sealed = channel.secrets[name];
  if (!sealed) return undefined;
  try {
    return vault.open(sealed, purposeOf(channel.id, name));
  } catch {
    return undefined;
  }
}
