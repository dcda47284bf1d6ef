import type { DateOrder } from '#kernel/read-date';

/** How dates and decimals are written in a file, and whether its values leave no doubt. */
export interface WritingGuess {
  dateOrder: DateOrder;
  /** False when some dates could be read in two ways and no other date decides. */
  isDateOrderSure: boolean;
  decimal: '.' | ',';
}

const numbersOfDate = /^(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/;
const decimalComma = /^[^\d,.]{0,4}-?(?:\d{1,3}(?:[.\s]\d{3})+|\d+),\d{1,2}\D{0,4}$/;
const decimalPoint = /^[^\d,.]{0,4}-?(?:\d{1,3}(?:[,\s]\d{3})+|\d+)\.\d{1,2}\D{0,4}$/;

/** Looks through the values of sample rows for dates and numbers that can be written in only one way. */
export function guessWriting(rows: Iterable<Record<string, unknown>>): WritingGuess {
  let [dayFirst, monthFirst, open, comma, point] = [0, 0, 0, 0, 0];
  for (const cells of rows) {
    for (const value of Object.values(cells)) {
      if (typeof value !== 'string' || value.length > 40) continue;
      const text = value.trim();
      const date = numbersOfDate.exec(text);
      if (date) {
        const [first, second] = [Number(date[1]), Number(date[3])];
        if (date[2] === '.' || (first > 12 && second <= 12)) dayFirst++;
        else if ((second > 12 && first <= 12) || /\d\s*[ap]\.?m\.?$/i.test(text)) monthFirst++;
        else open++;
      } else if (decimalComma.test(text)) comma++;
      else if (decimalPoint.test(text)) point++;
    }
  }
  const dateOrder = dayFirst > monthFirst ? 'DMY' : monthFirst > dayFirst ? 'MDY' : 'YMD';
  const isContradicted = dayFirst > 0 && monthFirst > 0;
  return {
    dateOrder,
    isDateOrderSure: !isContradicted && (open === 0 || dateOrder !== 'YMD'),
    decimal: comma > point ? ',' : '.',
  };
}
