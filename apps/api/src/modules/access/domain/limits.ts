/** How long sessions live and how often somebody may guess. Times in milliseconds. */
export const sessionLimits = {
  /** A session nobody uses ends. */
  idle: 12 * 60 * 60 * 1000,
  /** Every session ends, used or not. */
  absolute: 7 * 24 * 60 * 60 * 1000,
  /** How long an answer about a session may be believed: revocation elsewhere is felt within it. */
  belief: 400,
  /** How often the last use is written down. */
  seen: 60_000,
} as const;

/** Tries allowed within a quarter of an hour. */
export const guessLimits = { minutes: 15, account: 10, network: 100 } as const;

/** The part of an address that one household or office shares: /24 of IPv4, /56 of IPv6. */
export function networkOf(address: string | null): string {
  if (!address) return 'unknown';
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain.split('.').slice(0, 3).join('.');
  const [head = '', tail = ''] = plain.split('%')[0]!.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = 8 - groups.length - tail.split(':').filter(Boolean).length;
  const all = [
    ...groups,
    ...Array<string>(Math.max(0, missing)).fill('0'),
    ...tail.split(':').filter(Boolean),
  ];
  const fourth = (Number.parseInt(all[3] ?? '0', 16) >> 8).toString(16);
  return `${all.slice(0, 3).join(':')}:${fourth}`.toLowerCase();
}

/** True for an address of this machine itself. */
export const isLoopback = (address: string | null): boolean =>
  address !== null && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/i.test(address);
