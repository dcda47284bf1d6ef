import { z } from 'zod';
import { type DataClass, word } from '#modules/house';
import type { FieldValue } from './field-value.ts';
import { isSolved, type Ticket } from './ticket.ts';

/** What can stand in a field of one's own. */
export const fieldKinds = ['text', 'number', 'date', 'yes-no', 'choice', 'several'] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** How sensitive its values are: masking follows it. Nothing of a customer's case is public. */
export const fieldClasses = ['internal', 'personal', 'special'] as const satisfies readonly DataClass[];
export type FieldClass = (typeof fieldClasses)[number];

/** One thing that can be chosen. Its `value` is for good, so that another label or a removed option loses no ticket's word. */
export interface FieldOption {
  value: string;
  label: string;
  /** Tickets keep it; nobody chooses it any more. */
  isRemoved: boolean;
}

/** Something that this house wants to know of its tickets, besides what every ticket has. */
export interface TicketField {
  id: string;
  /** How webhooks, columns of files and addresses name it; never changes. */
  key: string;
  name: string;
  kind: FieldKind;
  options: FieldOption[];
  /** What other systems call it: columns of files, names and ids of their own fields. */
  aliases: string[];
  isRequiredToSolve: boolean;
  /** Only for tickets of these teams; none: of all. */
  teamIds: string[];
  /** Only for tickets of these types; none: of all. */
  types: string[];
  dataClass: FieldClass;
  place: number;
  createdAt: Date;
  /** Put away: its values stay with their tickets. */
  removedAt: Date | null;
}

const unique = (items: readonly string[]) => new Set(items).size === items.length;

/** What somebody wants kept as a field. */
export const fieldWish = z
  .strictObject({
    name: word(80),
    kind: z.enum(fieldKinds),
    /** The value is missing for an option that is new. */
    options: z
      .array(z.strictObject({ value: word(100).optional(), label: word(100), isRemoved: z.boolean() }))
      .max(200),
    aliases: z.array(word(200)).max(20),
    isRequiredToSolve: z.boolean(),
    teamIds: z.array(z.uuid()).max(100),
    types: z.array(word(100)).max(50),
    dataClass: z.enum(fieldClasses),
  })
  .refine(({ kind, options }) => !isChosen(kind) || options.some(({ isRemoved }) => !isRemoved), {
    path: ['options'],
  })
  .refine(({ options }) => unique(options.map(({ label }) => label.toLowerCase())), { path: ['options'] });
export type FieldWish = z.output<typeof fieldWish>;

/** Whether its values are chosen from a list. */
export const isChosen = (kind: FieldKind): boolean => kind === 'choice' || kind === 'several';

/** So many fields a house may have; a ticket with more of them is a form that nobody fills in. */
export const mostFields = 60;

/** The word for programs that a name makes: `Serial number` → `serial-number`; another one where that is taken. */
export function keyFor(name: string, taken: ReadonlySet<string>): string {
  const plain =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'field';
  if (!taken.has(plain)) return plain;
  let count = 2;
  while (taken.has(`${plain}-${count}`)) count++;
  return `${plain}-${count}`;
}

/** The options after somebody wrote them anew: those that were there keep their value, those that were left out wait as removed. */
export function nextOptions(before: readonly FieldOption[], wished: FieldWish['options']): FieldOption[] {
  const known = new Set(before.map(({ value }) => value));
  const taken = new Set(known);
  const next = wished.map(({ value, label, isRemoved }): FieldOption => {
    const own = value !== undefined && known.has(value) ? value : keyFor(label, taken);
    taken.add(own);
    return { value: own, label, isRemoved };
  });
  const kept = new Set(next.map(({ value }) => value));
  return [
    ...next,
    ...before.filter(({ value }) => !kept.has(value)).map((option) => ({ ...option, isRemoved: true })),
  ];
}

/** Whether a field is for a ticket of this team and type. */
export const isFor = (
  { teamIds, types, removedAt }: Pick<TicketField, 'teamIds' | 'types' | 'removedAt'>,
  ticket: Pick<Ticket, 'teamId' | 'type'>,
): boolean =>
  removedAt === null &&
  (teamIds.length === 0 || (ticket.teamId !== null && teamIds.includes(ticket.teamId))) &&
  (types.length === 0 ||
    (ticket.type !== null && types.some((type) => type.toLowerCase() === ticket.type?.toLowerCase())));

/** The first field that is still missing for a ticket to be solved; `null` when nothing is, or when it was solved before. */
export const missingToSolve = (
  fields: readonly TicketField[],
  before: Pick<Ticket, 'status'>,
  after: Pick<Ticket, 'status' | 'teamId' | 'type' | 'fields'>,
): TicketField | null =>
  isSolved(before) || !isSolved(after)
    ? null
    : (fields.find(
        (field) => field.isRequiredToSolve && isFor(field, after) && !Object.hasOwn(after.fields, field.key),
      ) ?? null);

const labelOf = ({ options }: Pick<TicketField, 'options'>, value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;

/** A value as the thread of a ticket tells it; `null` for none. */
export function fieldText(
  field: Pick<TicketField, 'kind' | 'options'>,
  value: FieldValue | undefined,
): string | null {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map((one) => labelOf(field, one)).join(', ');
  return field.kind === 'choice' ? labelOf(field, String(value)) : String(value);
}
