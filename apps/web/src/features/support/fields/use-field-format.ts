import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import type { FieldFormat } from './field-wish.ts';

/** How values of fields are written for the reader. */
export function useFieldFormat(): FieldFormat {
  const say = useWords();
  const { number, date } = useFormat();
  return {
    number,
    date: (day) => date(`${day}T12:00:00`),
    yes: say('support.fieldYes'),
    no: say('support.fieldNo'),
  };
}
