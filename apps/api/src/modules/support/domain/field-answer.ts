import type { FieldValue } from './field-value.ts';
import { unfitWord } from './hear-fields.ts';
import type { Ticket } from './ticket.ts';
import { type FieldOption, isFor, type TicketField } from './ticket-field.ts';

/** What stands in a field, each kind in its own place. */
export interface FieldAnswer {
  field: TicketField;
  /** The class of the field: masking goes by it, row by row. */
  dataClass: TicketField['dataClass'];
  isEmpty: boolean;
  text: string | null;
  number: number | null;
  date: string | null;
  yes: boolean | null;
  choices: FieldOption[];
  /** What a source said and does not fit. */
  unfit: string | null;
}

const optionFor = ({ options }: TicketField, value: string): FieldOption =>
  options.find((option) => option.value === value) ?? { value, label: value, isRemoved: true };

/** What stands in a field, as the graph answers it. */
export function fieldAnswer(
  field: TicketField,
  value: FieldValue | undefined,
  unfit: string | null,
): FieldAnswer {
  const { kind, dataClass } = field;
  const chosen = kind === 'choice' || kind === 'several' ? [value ?? []].flat() : [];
  return {
    field,
    dataClass,
    isEmpty: value === undefined,
    text: kind === 'text' && typeof value === 'string' ? value : null,
    number: typeof value === 'number' ? value : null,
    date: kind === 'date' && typeof value === 'string' ? value : null,
    yes: typeof value === 'boolean' ? value : null,
    choices: chosen.map((one) => optionFor(field, String(one))),
    unfit,
  };
}

/** The fields that a ticket has, in their order: those for its team and type, and those in which something stands. */
export const fieldsOfTicket = (ticket: Ticket, fields: readonly TicketField[]): FieldAnswer[] =>
  fields
    .filter(
      (field) =>
        isFor(field, ticket) || (field.removedAt === null && Object.hasOwn(ticket.fields, field.key)),
    )
    .map((field) => fieldAnswer(field, ticket.fields[field.key], unfitWord(ticket, field)));
