import { createStore } from '#lib/store/store.ts';
import { readStored, writeStored } from '#lib/store/stored.ts';

/** Words that were not sent yet: an answer with its link, or a note. */
export interface ReviewDraft {
  words: string;
  url: string;
}

export const emptyDraft: ReviewDraft = { words: '', url: '' };

type Drafts = Readonly<Record<string, ReviewDraft>>;

const isDrafts = (value: unknown): value is Drafts =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((draft) => typeof draft?.words === 'string' && typeof draft?.url === 'string');

/** Each review's drafts: they survive a reload, and no draft ever shows at another review. */
export const drafts = createStore<Drafts>(readStored('voice.drafts', isDrafts) ?? {});

/** Under which name a draft is kept. */
export const draftKey = (reviewId: string, what: 'answer' | 'note'): string => `${what} ${reviewId}`;

/** Keeps a draft, or forgets it when it is empty. */
export function keepDraft(key: string, draft: ReviewDraft): void {
  drafts.set((before) => {
    const { [key]: _gone, ...others } = before;
    const after = draft.words || draft.url ? { ...others, [key]: draft } : others;
    writeStored('voice.drafts', after);
    return after;
  });
}
