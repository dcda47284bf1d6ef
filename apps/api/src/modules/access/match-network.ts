import { BlockList, isIP } from 'node:net';

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').split('%')[0]!;

function read(network: string): { address: string; bits: number; family: 'ipv4' | 'ipv6' } | null {
  const [address = '', bits, ...rest] = network.trim().split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  const size = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
  if (!version || rest.length > 0 || !(size >= 0 && size <= most)) return null;
  return { address, bits: size, family: version === 4 ? 'ipv4' : 'ipv6' };
}

/** True for a block of addresses in CIDR form (`192.0.2.0/24`, `2001:db8::/32`) or a single address. */
export const isNetwork = (network: string): boolean => read(network) !== null;

/** Whether an address lies in one of these blocks; an empty list means anywhere, an unknown address nowhere else. */
export function matchNetwork(networks: readonly string[], address: string | null): boolean {
  if (networks.length === 0) return true;
  const from = plain(address ?? '');
  const version = isIP(from);
  if (!version) return false;
  const list = new BlockList();
  for (const network of networks) {
    const block = read(network);
    if (block) list.addSubnet(block.address, block.bits, block.family);
  }
  return list.check(from, version === 4 ? 'ipv4' : 'ipv6');
}
