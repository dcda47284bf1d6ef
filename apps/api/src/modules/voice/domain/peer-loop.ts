import { type Proportion, proportion } from '#kernel/statistics/proportion';

/** What is counted of the loop in which one customer's use is another's research. */
export interface LoopCounts {
  firstPurchases: number;
  /** Of these: bought after a review, mention or referral of another customer reached them. */
  withPeerExposure: number;
  advocates: number;
  /** People whom advocates invited, and how many of them bought. */
  invites: number;
  invitedConverted: number;
}

export interface PeerLoop {
  peerShare: Proportion;
  /** New customers that each advocate brings: invites per advocate × conversion of the invited. */
  K: number | null;
  conversion: Proportion;
  /** How many customers one won customer makes in the long run, itself included: 1/(1−K). `null` from K = 1 on: it would never end. */
  amplification: number | null;
}

const count = (n: number): number => (Number.isFinite(n) && n > 0 ? n : 0);

/** The loop from the second moment of truth to another's zero moment: the share of first purchases with peer exposure, K, amplification. */
export function peerLoop(counts: LoopCounts): PeerLoop {
  const [advocates, invites] = [count(counts.advocates), count(counts.invites)];
  const conversion = proportion(count(counts.invitedConverted), invites);
  const K = advocates > 0 && conversion.p !== null ? (invites / advocates) * conversion.p : null;
  return {
    peerShare: proportion(counts.withPeerExposure, counts.firstPurchases),
    K,
    conversion,
    amplification: K !== null && K < 1 ? 1 / (1 - K) : null,
  };
}
