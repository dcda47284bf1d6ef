import { z } from 'zod';
import { word } from '#modules/house';
import { type TicketChange, ticketChange } from './ticket-change.ts';
import type { TicketField } from './ticket-field.ts';

/** Colleagues who look after tickets together. */
export interface Team {
  id: string;
  name: string;
  memberIds: string[];
  removedAt: Date | null;
}

/** An answer that is given often: its words in some languages, and what is done with the ticket when it is sent. */
export interface Macro {
  id: string;
  name: string;
  /** Words by language (`en`, `it` …); none for a macro that only does something. */
  bodies: Record<string, string>;
  change: TicketChange;
  /** How often it was sent. */
  uses: number;
  createdAt: Date;
  removedAt: Date | null;
}

/** Two tickets that belong together. */
export interface TicketLink {
  ticketId: string;
  otherId: string;
  kind: 'related' | 'split';
  createdAt: Date;
}

/** What somebody does at a ticket that is open before them. */
export const doings = ['looking', 'replying', 'noting'] as const;
export type Doing = (typeof doings)[number];

/** Somebody who has a ticket open. */
export interface Presence {
  ticketId: string;
  userId: string;
  userName: string;
  doing: Doing;
  seenAt: Date;
}

/** Who was not heard of for so long is not there any more: browsers say every 15 seconds that they are. */
export const presenceMs = 40_000;

/** What somebody wants kept as a macro. */
export const macroWish = z.strictObject({
  name: word(120),
  bodies: z.record(z.string().regex(/^[a-z]{2}$/), word(20_000)),
  change: ticketChange.omit({ subject: true, ending: true }),
});

/** What somebody wants kept as a team. */
export const teamWish = z.strictObject({ name: word(120), memberIds: z.array(z.uuid()).max(500) });

/**
 * The words of a macro for somebody: in their language, else in English, else in whichever there is; `null` for a macro without
 * words. The language is told, so that a fallback can be seen.
 */
export function wordsFor(
  { bodies }: Pick<Macro, 'bodies'>,
  language: string | null,
): { language: string; body: string } | null {
  const wanted = language?.slice(0, 2).toLowerCase();
  const chosen = [wanted, 'en', ...Object.keys(bodies).sort()].find((one) => one && bodies[one]);
  return chosen ? { language: chosen, body: bodies[chosen]! } : null;
}

/** Puts names in the place of `{{customer}}`, `{{agent}}` and `{{number}}`; a name that is not known leaves no hole. */
export const fillIn = (
  body: string,
  names: { customer: string | null; agent: string; number: string },
): string =>
  body.replace(/[ \t]?\{\{\s*(customer|agent|number)\s*\}\}/g, (found, name: keyof typeof names) => {
    const value = names[name];
    return value ? (found.startsWith('{') ? value : ` ${value}`) : '';
  });

/** Why something about tickets was not done. */
export interface DeskRefusal {
  code:
    | 'NOT_FOUND'
    | 'NO_WORDS'
    | 'BAD_CHANGE'
    | 'BAD_FIELD'
    | 'NO_SUCH_DAY'
    | 'FIELD_MISSING'
    | 'KIND_STANDS'
    | 'TOO_MANY_FIELDS'
    | 'CHANGED_MEANWHILE'
    | 'NO_ADDRESS'
    | 'TOO_LONG'
    | 'WINDOW_CLOSED'
    | 'NO_FILES'
    | 'FILE_MISSING'
    | 'ALREADY_LEFT'
    | 'SAME_TICKET'
    | 'OTHER_CUSTOMER'
    | 'MERGED_AWAY'
    | 'NOT_MERGED'
    | 'NOTHING_TO_SPLIT'
    | 'NOT_YOURS';
  message: string;
  field: string | null;
}

const refusal =
  (code: DeskRefusal['code'], field: string | null) =>
  (message: string): DeskRefusal => ({ code, message, field });

export const noSuchTicket = refusal('NOT_FOUND', 'id')('There is no such ticket.');
export const noSuch = refusal('NOT_FOUND', 'id');
export const wordless = refusal('NO_WORDS', 'body');
export const badChange = (field: string): DeskRefusal =>
  refusal('BAD_CHANGE', field)('This cannot be done to a ticket.');
/** What does not fit into a field of one's own, and why. */
export const badValue = (key: string, why: string): DeskRefusal => refusal('BAD_FIELD', `fields.${key}`)(why);

/** A ticket is not solved before what has to be known is known. */
export const fieldMissing = ({ key, name }: Pick<TicketField, 'key' | 'name'>): DeskRefusal =>
  refusal('FIELD_MISSING', `fields.${key}`)(`“${name}” has to be filled in before the ticket is solved.`);

export const kindStands = refusal(
  'KIND_STANDS',
  'kind',
)('What can stand in a field cannot change: its values would be lost.');
export const tooManyFields = refusal('TOO_MANY_FIELDS', null)('A ticket has at most 60 fields of one’s own.');

export const noAddress = refusal('NO_ADDRESS', null)('We know no address of this customer to write to.');
export const neverDue = refusal(
  'NO_SUCH_DAY',
  'promise',
)('A promise needs words, and a time that is still to come.');
export const noFilesThatWay = refusal(
  'NO_FILES',
  'attachmentIds',
)('This way carries no files. Choose e-mail.');
export const filesMissing = refusal(
  'FILE_MISSING',
  'attachmentIds',
)('A file is not there any more. Add it again; your text is still here.');

/** Why words cannot go the way that was chosen. */
export const wayRefused = (code: 'TOO_LONG' | 'WINDOW_CLOSED', atMost: number | null): DeskRefusal =>
  code === 'TOO_LONG'
    ? refusal(code, 'body')(`This way takes at most ${atMost} characters.`)
    : refusal(
        code,
        null,
      )(
        'More than 24 hours since the customer wrote: this way takes only approved templates. Write another way.',
      );
export const mergedAway = refusal('MERGED_AWAY', null)('This ticket goes on in the one it was merged into.');

/** Somebody wrote while one was writing: nothing is sent, nothing is lost. */
export const changedMeanwhile = (who: string): DeskRefusal =>
  refusal(
    'CHANGED_MEANWHILE',
    null,
  )(`${who} wrote while you were writing. Read it first; your text is still here.`);
