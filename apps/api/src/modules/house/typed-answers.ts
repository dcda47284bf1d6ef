import type { Tx } from '#platform/database';

/** Something that somebody wrote on a channel of few words. */
export interface TypedWords {
  /** The word of letters for the way it came: `sms`, `whatsapp`. */
  way: string;
  /** Whose they are there: where a letter of ours would go. */
  address: string;
  text: string;
  at: Date;
}

/** A telephone call that is under way. */
export interface CallInHand {
  /** Source and subject key of the call, as signals name it. */
  sourceId: string;
  callKey: string;
}

/** What a machine says into a telephone. */
export interface Spoken {
  /** The language of the house it is said in: `it`. */
  language: string;
  text: string;
  /** How many keys to wait for; `null` when nothing is asked any more. */
  keysAtMost: number | null;
}

/** Hears what people type back, or press, when it answers something that we asked. */
export interface TypedAnswers {
  /** Takes words that answer a question of ours; `null` when they answer none: then they are a message like any other. */
  hear(tx: Tx, words: TypedWords): Promise<{ customerId: string } | null>;
  /** What to ask whoever is on the line now; `null` when they are left in peace. Asking twice for one call is one question. */
  askOnCall(tx: Tx, call: CallInHand, now: Date): Promise<Spoken | null>;
  /** Takes the keys that were pressed in a call; `null` when nothing was asked, and a question once more when they are no answer. */
  hearKeys(tx: Tx, call: CallInHand, keys: string, isAgain: boolean, now: Date): Promise<Spoken | null>;
}
