import { z } from 'zod';
import { calendarDay, departmentWord, maybeWord, word } from '#modules/house';
import { contentChannels, contentKinds, contentPurposes, priorities } from './content-item.ts';
import { badContent, badPlacement, type ContentRefusal } from './refusals.ts';

/** A language as content is kept by: `it`, not `it-IT`. */
export const languageWord = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z]{2,3}$/);

/** An address that a browser may follow: http and https alone, so that no link can run anything. */
export const webAddress = z
  .string()
  .trim()
  .max(2_000)
  .refine((text) => {
    try {
      const { protocol, username, password } = new URL(text);
      return (protocol === 'https:' || protocol === 'http:') && !username && !password;
    } catch {
      return false;
    }
  });

/** One language of what somebody writes. */
export const translation = z.strictObject({
  language: languageWord,
  title: word(200),
  body: maybeWord(50_000),
  link: webAddress.nullish().transform((text) => text ?? undefined),
  fileId: z
    .uuid()
    .nullish()
    .transform((id) => id ?? undefined),
});
export type Translation = z.output<typeof translation>;

const words = z
  .array(word(60))
  .max(30)
  .transform((all) => [...new Set(all)]);

/** What somebody writes: a new piece of content, or another state of its draft. */
export const contentWish = z
  .strictObject({
    kind: z.enum(contentKinds),
    purpose: z.enum(contentPurposes),
    product: maybeWord(200),
    tags: words.default([]),
    claims: z.array(word(300)).max(30).default([]),
    validFrom: calendarDay.nullish().transform((day) => day ?? null),
    validUntil: calendarDay.nullish().transform((day) => day ?? null),
    translations: z.array(translation).min(1).max(30),
  })
  .superRefine(({ translations, validFrom, validUntil }, ctx) => {
    if (new Set(translations.map(({ language }) => language)).size < translations.length)
      ctx.addIssue({ code: 'custom', path: ['translations'], message: 'Each language is written once.' });
    if (validFrom && validUntil && validUntil < validFrom)
      ctx.addIssue({ code: 'custom', path: ['validUntil'], message: 'It ends before it begins.' });
  });
export type ContentWish = z.output<typeof contentWish>;

const wrong: Record<string, string> = {
  kind: 'This is no kind of content.',
  purpose: 'Content is for service, information or an offer.',
  product: 'A product has a name of at most 200 characters.',
  tags: 'Tags are at most 30 words of 60 characters.',
  claims: 'Claims are at most 30 sentences of 300 characters.',
  validFrom: 'A day is written YYYY-MM-DD.',
  validUntil: 'A day is written YYYY-MM-DD, and it does not end before it begins.',
  title: 'A title has words, at most 200 characters.',
  body: 'The words are at most 50,000 characters.',
  link: 'A link is an address that begins with https:// or http://.',
  language: 'A language is its code of two or three letters: it, fr.',
  translations: 'Write each language once, and one at least.',
};

/** What is wrong with a wish, by its first wrong field. */
export function refuseContent(error: z.ZodError): ContentRefusal {
  const path = error.issues[0]?.path ?? [];
  const field = String(path.findLast((part) => typeof part === 'string') ?? 'translations');
  return badContent(field, wrong[field] ?? 'This cannot be kept.');
}

/** Where somebody wants content to be had. */
export const placementWish = z.strictObject({
  stage: z.string().regex(/^[a-z][a-z-]{0,49}$/),
  department: departmentWord,
  channel: z.enum(['any', ...contentChannels]).default('any'),
  language: languageWord.nullish().transform((code) => code ?? null),
  priority: z.enum(['first', 'usual', 'reserve']).default('usual'),
  withTags: words.default([]),
  inCountries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(60)
    .default([]),
  withOpenTicket: z
    .boolean()
    .nullish()
    .transform((is) => is ?? null),
  withOpenDeal: z
    .boolean()
    .nullish()
    .transform((is) => is ?? null),
});
export type PlacementWish = z.output<typeof placementWish>;

/** How early a word of priority puts it. */
export const placeOfPriority = (word: PlacementWish['priority']): number => priorities[word];

const misplaced: Record<string, string> = {
  stage: 'There is no such stage on the journey.',
  department: 'Content is placed for sales, marketing or support.',
  channel: 'There is no such channel.',
  language: 'A language is its code of two or three letters: it, fr.',
  withTags: 'Tags are at most 30 words of 60 characters.',
  inCountries: 'Countries are codes of two letters: IT, FR.',
};

/** What is wrong with a placement, by its first wrong field. */
export function refusePlacement(error: z.ZodError): ContentRefusal {
  const field = String(error.issues[0]?.path[0] ?? 'stage');
  return badPlacement(field, misplaced[field] ?? 'It cannot be placed like this.');
}
