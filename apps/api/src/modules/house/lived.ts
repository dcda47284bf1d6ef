import type { Db } from '#platform/database';
import type { Department } from './recorder.ts';

/** What was observed of a moment, in the measures that all subjects share. Whatever was not observed is missing, never guessed. */
export interface ObservedSignals {
  /** An answer on its own scale: satisfaction 1…5, effort 1…7, thumb −1 or +1, recommendation 0…10. */
  survey?: { kind: 'csat5' | 'ces7' | 'thumb' | 'nps'; value: number };
  resolution?: 'first_contact' | 'resolved_later' | 'reopened' | 'unresolved';
  /** Compared with what was expected: −2 much worse … +2 much better. */
  expectation?: number;
  /** Sentiment that a source measured, −1…+1. */
  sentiment?: number;
  /** Minutes waited, and minutes promised to this customer, where something was promised. */
  wait?: { actual: number; promised?: number };
  effort?: { handoffs: number; switches: number; repeats: number };
}

/** A point of an interaction. */
export interface LivedMoment {
  /** Which one it is; unique in its interaction and the same each time it is told. */
  key: string;
  at: Date;
  /** A small word in kebab-case: `answered`, `closed`, `talked`, `returned`. */
  kind: string;
  /** Minutes it lasted; `null` when the source does not say. */
  minutes: number | null;
  signals: ObservedSignals;
  /** Who of us was there, when the source says. */
  who?: string;
}

/** Something a customer lived with us, as the subject that recorded it understands it. */
export interface Lived {
  customerId: string;
  /** What it is in the graph: type name and id. */
  subjectType: string;
  subjectId: string;
  /** What it was, in a line. */
  title: string;
  department: Department;
  /** What kind of contact it is, whoever had it: `case`, `call`, `meeting`, `purchase`, `campaign`, `survey`, `review`, `referral`. */
  touchpoint: string;
  /** `email`, `chat`, `phone`, `web`, `in-person` … */
  channel: string;
  /** In the order of time; at least one. */
  moments: LivedMoment[];
  /** For a purchase: whether it was regretted (sent back, refunded or cancelled within 30 days). */
  regretted?: boolean;
  /** Which other interaction this belongs to, when it was a word about it: an answer to how a case was. It is lived as part of that one. */
  about?: { subjectType: string; subjectId: string };
  /** Marks that the moments cannot say: `listened-first`, `conduct`, `recommended`. */
  marks?: string[];
}

/** How a subject says what these customers lived with it: one or two statements, whatever their number. */
export type LivedReader = (db: Db, customerIds: readonly string[]) => Promise<Lived[]>;

const channels: Record<string, string> = {
  mail: 'email',
  'e-mail': 'email',
  voice: 'phone',
  call: 'phone',
  telephone: 'phone',
  native_messaging: 'chat',
  messaging: 'chat',
  conversation: 'chat',
  meeting: 'in-person',
  visit: 'in-person',
  api: 'web',
  form: 'web',
};

/** A source's word for a channel, in ours; what nobody named is `other`. */
export function channelWord(word: string | null | undefined): string {
  const plain = (word ?? '').trim().toLowerCase();
  return Object.hasOwn(channels, plain) ? channels[plain]! : plain || 'other';
}
