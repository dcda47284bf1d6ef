import type { FieldValue } from './field-value.ts';
import { fitValue, plainWord } from './fit-value.ts';
import type { SaidFields, SaidWord } from './read-ticket-signal.ts';
import type { Ticket } from './ticket.ts';
import type { TicketField } from './ticket-field.ts';

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Which field a name of another system means: its key, one of the names it was given for this, or what it is called. */
export function fieldNamed(fields: readonly TicketField[], name: string): TicketField | undefined {
  const plain = name.trim().toLowerCase();
  return (
    fields.find(({ key }) => key === name) ??
    fields.find(({ aliases }) => aliases.some((alias) => alias.toLowerCase() === plain)) ??
    fields.find((field) => field.name.toLowerCase() === plain)
  );
}

/**
 * The ticket after a source spoke of fields of ours. Its word counts when it is another one than before, also over what we said; saying
 * the same again leaves what we said. An older word only fills what is empty; what does not fit is kept as it was said and changes
 * nothing. Names that no field has are nobody's.
 */
export function hearFields(
  ticket: Ticket,
  said: SaidFields,
  fields: readonly TicketField[],
  isNewer: boolean,
): Ticket {
  const values: Record<string, FieldValue> = { ...ticket.fields };
  const words: Record<string, SaidWord> = { ...ticket.fieldWords };
  for (const [name, word] of Object.entries(said)) {
    const field = fieldNamed(fields, name);
    if (!field || field.removedAt || isSame(words[field.key], word)) continue;
    const isKnown = Object.hasOwn(words, field.key) || Object.hasOwn(values, field.key);
    if (isKnown && !isNewer) continue;
    words[field.key] = word;
    const fitted = fitValue(field, word);
    if (fitted.ok) values[field.key] = fitted.value;
  }
  return { ...ticket, fields: values, fieldWords: words };
}

/** What a source said that does not fit, while nothing else stands there; `null` when there is no such word. */
export function unfitWord(ticket: Pick<Ticket, 'fields' | 'fieldWords'>, field: TicketField): string | null {
  const word = ticket.fieldWords[field.key];
  if (word === undefined || Object.hasOwn(ticket.fields, field.key) || fitValue(field, word).ok) return null;
  const plain = plainWord(word);
  return Array.isArray(plain) ? plain.join(', ') : String(plain);
}
