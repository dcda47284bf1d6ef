import { join } from 'node:path';
import { type ChannelGround, layChannelGround } from '#modules/channels';
import { makeEgress } from '#platform/egress';
import type { Environment } from '#platform/environment';
import { makeVault, readOrDrawKey } from '#platform/vault';

/** Says where channels stand: the vault with the operator's key, what may be called, and the address at which providers find us. */
export function openChannelGround(environment: Environment, address: string): ChannelGround {
  const key = environment.secretKey
    ? Buffer.from(environment.secretKey, 'base64url')
    : readOrDrawKey(join(environment.home, 'secrets.key'));
  const ground: ChannelGround = {
    vault: makeVault(key),
    egress: makeEgress(environment.egressAllow),
    address: address.replace(/\/+$/, ''),
  };
  layChannelGround(ground);
  return ground;
}
