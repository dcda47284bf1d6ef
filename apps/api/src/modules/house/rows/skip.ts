const sentences = {
  'deleted-there': ({ system }) => `was deleted in ${system}`,
  'merged-there': ({ system, into }) => `was merged into ${into} in ${system}`,
  'to-be-deleted': () => 'is marked to be deleted in the file',
  'merges-itself': () => 'merges a contact with itself',
  colleague: ({ role }) => `is a colleague (${role}), no customer`,
  'no-customer': () => 'names no customer',
  'kind-not-kept': ({ kind }) => `is of a kind that is not kept (${kind})`,
  'says-nothing': ({ kind }) => (kind ? `says nothing (${kind})` : 'says nothing'),
  'read-elsewhere': ({ field }) => `changes ${field}, which is read from the ticket itself`,
} satisfies Record<string, (values: Record<string, string>) => string>;

/** Why a row that is understood can be passed over, for programs. */
export type SkipCode = keyof typeof sentences;

/** A row that is understood and says nothing to keep, with the reason; it completes "This row …". */
export interface Skipped {
  skipped: string;
  /** The reason for programs, with what it is about. */
  code: SkipCode;
  values: Record<string, string>;
}

/** All of them. */
export const skipCodes = Object.keys(sentences) as SkipCode[];

/** Passes a row over: the code for those who say it in their own language, the sentence for everybody else. */
export const skip = (code: SkipCode, values: Record<string, string> = {}): Skipped => ({
  skipped: sentences[code](values as Record<'system' | 'into' | 'role' | 'kind' | 'field', string>),
  code,
  values,
});
