import { type FieldFormat, wishOf, wishText } from '../fields/field-wish.ts';
import type { MacroShown } from './desk.documents.ts';
import type { Staged } from './drafts.ts';

/** The words of a macro for somebody: in their language, else in English, else in whichever there is. */
export function wordsFor(
  macro: Pick<MacroShown, 'bodies'>,
  language: string | null,
): MacroShown['bodies'][number] | undefined {
  const wanted = language?.slice(0, 2).toLowerCase();
  return (
    macro.bodies.find((one) => one.language === wanted) ??
    macro.bodies.find((one) => one.language === 'en') ??
    macro.bodies[0]
  );
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

/** What a macro does with the ticket, as it is staged before it is sent. */
export function stagedBy(
  { change, fields }: Pick<MacroShown, 'change' | 'fields'>,
  format: FieldFormat,
): Staged {
  const { status, priority, cause, addTags, team } = change;
  return {
    ...(status && status !== 'NEW' && status !== 'CLOSED' ? { status } : {}),
    ...(priority ? { priority } : {}),
    ...(cause ? { cause } : {}),
    ...(addTags.length > 0 ? { addTags } : {}),
    ...(team ? { teamId: team.id, teamName: team.name } : {}),
    ...(fields.length > 0
      ? {
          fields: fields.map((value) => {
            const wish = wishOf(value);
            return { wish, name: value.field.name, text: wishText(value.field, wish, format) };
          }),
        }
      : {}),
  };
}
