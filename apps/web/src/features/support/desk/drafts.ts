import { createStore } from '#lib/store/store.ts';
import { readStored, writeStored } from '#lib/store/stored.ts';
import type { FieldWish } from '../fields/field-wish.ts';

/** The two things one can write in a ticket. They are never the same field. */
export type Mode = 'reply' | 'note';

/** What is done with the ticket when the words are sent. */
export interface Staged {
  status?: 'OPEN' | 'PENDING' | 'HOLD' | 'SOLVED';
  priority?: 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';
  cause?: 'DEFECT' | 'HOW_TO' | 'EXPECTATION' | 'OTHER';
  addTags?: string[];
  teamId?: string;
  teamName?: string;
  /** What is written into fields of one's own, with the words that show it. */
  fields?: { wish: FieldWish; name: string; text: string | null }[];
  ending?: ('CONFIRMED' | 'THANKED' | 'NEXT_STEP')[];
}

/** What is staged, as the server takes it: without the words that only show it. */
export function changeOf({ teamName: _name, fields, ...change }: Staged) {
  return { ...change, ...(fields?.length ? { fields: fields.map(({ wish }) => wish) } : {}) };
}

/** Words that were not sent yet. */
export interface Draft {
  body: string;
  staged: Staged;
  macroId?: string;
  /** The way it goes, where that is not the first one. */
  via?: string;
  /** What is promised with it, once it is sent. */
  promise?: { kind: 'CALL_BACK' | 'REPLY' | 'DELIVERY' | 'REFUND' | 'OTHER'; words: string; dueAt: string };
}

export const emptyDraft: Draft = { body: '', staged: {} };

/** Whether there is anything to keep. */
export const isEmpty = ({ body, staged, via, promise }: Draft): boolean =>
  body.trim() === '' && Object.keys(staged).length === 0 && via === undefined && promise === undefined;

type Drafts = Readonly<Record<string, Draft>>;

const isDrafts = (value: unknown): value is Drafts =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((draft) => typeof draft?.body === 'string' && typeof draft?.staged === 'object');

/** Each ticket's drafts, one for the reply and one for the note: they survive a reload, and no draft ever shows in another ticket. */
export const drafts = createStore<Drafts>(readStored('desk.drafts', isDrafts) ?? {});

/** Under which name a draft is kept. */
export const draftKey = (ticketId: string, mode: Mode): string => `${mode} ${ticketId}`;

/** Keeps a draft, or forgets it when it is empty. */
export function keepDraft(ticketId: string, mode: Mode, draft: Draft): void {
  drafts.set((before) => {
    const { [draftKey(ticketId, mode)]: _gone, ...others } = before;
    const after = isEmpty(draft) ? others : { ...others, [draftKey(ticketId, mode)]: draft };
    writeStored('desk.drafts', after);
    return after;
  });
}

/** Which of the two is being written. It is chosen by a person and never changes by itself, whatever ticket is opened. */
export const mode = createStore<Mode>('reply');
