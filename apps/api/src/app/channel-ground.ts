import { type ChannelGround, layChannelGround } from '#modules/channels';
import { makeEgress } from '#platform/egress';
import type { Environment } from '#platform/environment';
import type { Vault } from '#platform/vault';

/** Says where channels stand: the vault of the house, what may be called, and the address at which providers find us. */
export function openChannelGround(environment: Environment, vault: Vault, address: string): ChannelGround {
  const ground: ChannelGround = {
    vault,
    egress: makeEgress(environment.egressAllow),
    address: address.replace(/\/+$/, ''),
  };
  layChannelGround(ground);
  return ground;
}
