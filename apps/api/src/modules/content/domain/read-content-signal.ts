import { z } from 'zod';
import { calendarDay, departmentWord, instant, maybeWord, word } from '#modules/house';
import { contentChannels, contentKinds, contentPurposes } from './content-item.ts';
import { languageWord, webAddress } from './content-wish.ts';

/** What a source says of a piece of content: an article of a help centre, an asset of a library. */
export const contentBody = z.strictObject({
  kind: z.enum(contentKinds).default('answer'),
  purpose: z.enum(contentPurposes).default('information'),
  ownerName: maybeWord(200),
  ownerEmail: maybeWord(320),
  product: maybeWord(200),
  tags: z.array(word(60)).max(30).default([]),
  claims: z.array(word(300)).max(30).default([]),
  validFrom: calendarDay.optional(),
  validUntil: calendarDay.optional(),
  /** Not to be given to anybody yet. */
  isDraft: z.boolean().default(false),
  translations: z
    .array(
      z.strictObject({
        language: languageWord,
        title: word(200),
        body: maybeWord(50_000),
        link: webAddress.optional(),
      }),
    )
    .min(1)
    .max(30),
  /** Where it stands; a source that says nothing of it leaves what people placed as it is. */
  placements: z
    .array(
      z.strictObject({
        stage: z.string().regex(/^[a-z][a-z-]{0,49}$/),
        department: departmentWord,
        channel: z.enum(['any', ...contentChannels]).default('any'),
        priority: z.enum(['first', 'usual', 'reserve']).default('usual'),
      }),
    )
    .max(60)
    .optional(),
});
export type ContentBody = z.output<typeof contentBody>;

/** What a source says of content that was given to somebody. */
export const contentUseBody = z.strictObject({
  /** Its key in the same source. */
  contentKey: word(300),
  act: z.enum(['inserted', 'sent', 'shown']).default('sent'),
  channel: z.enum(contentChannels).default('email'),
  department: departmentWord.optional(),
  language: languageWord.optional(),
  userName: maybeWord(200),
  openedAt: instant.optional(),
});
export type ContentUseBody = z.output<typeof contentUseBody>;
