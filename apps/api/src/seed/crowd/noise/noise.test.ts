import { describe, expect, it } from 'vitest';
import { Random } from '../../random.ts';
import { wrongDate } from './dates.ts';
import { slipped, typedText } from './keyboard.ts';
import { garbledText, respelt, transliterated } from './letters.ts';
import { misread } from './scanner.ts';

const many = (count: number, draw: (random: Random) => string): Set<string> => {
  const random = new Random('noise');
  return new Set(Array.from({ length: count }, () => draw(random)));
};

describe('mistakes', () => {
  it('hit a key beside the right one: on a French keyboard m stands beside l', () => {
    const english = many(2_000, (random) => slipped(random, 'ama', 'GB'));
    const french = many(2_000, (random) => slipped(random, 'ama', 'FR'));
    expect(english).toContain('ana');
    expect(english).not.toContain('ala');
    expect(french).toContain('ala');
    expect(french).not.toContain('ana');
  });

  it('change, lose or add one letter, or exchange two, and nothing more', () => {
    for (const slip of many(2_000, (random) => slipped(random, 'Popescu', 'RO'))) {
      expect(Math.abs(slip.length - 'Popescu'.length)).toBeLessThanOrEqual(1);
      const kept = [...'Popescu'].filter((letter) => slip.includes(letter)).length;
      expect(kept, slip).toBeGreaterThanOrEqual(5);
    }
  });

  it('come as often as they are said to', () => {
    const random = new Random('often');
    let wrong = 0;
    for (let n = 0; n < 20_000; n++) if (typedText(random, 'Marchetti', 0.05, 'IT') !== 'Marchetti') wrong++;
    // A letter doubled or exchanged with its like changes nothing that can be seen.
    expect(wrong / 20_000).toBeGreaterThan(0.04);
    expect(wrong / 20_000).toBeLessThan(0.055);
  });

  it('write Romanian with cedillas, without marks, or with the other â', () => {
    const spellings = many(500, (random) => respelt(random, 'Șerbân'));
    expect(spellings).toEqual(new Set(['Serban', 'Şerbân', 'Șerbîn']));
  });

  it('write Italian accents as apostrophes, and apostrophes in every way', () => {
    expect(many(200, (random) => respelt(random, 'Nicolò'))).toEqual(new Set(['Nicolo', "Nicolo'"]));
    const spellings = many(500, (random) => respelt(random, 'D’Amico'));
    for (const each of ["D'Amico", 'DAmico', 'D Amico', 'D`Amico']) expect(spellings).toContain(each);
  });

  it('make two letters of one that other alphabets lack', () => {
    expect(transliterated('Weiß')).toBe('Weiss');
    expect(transliterated('Lebœuf')).toBe('Leboeuf');
    expect(transliterated('Jørgensen')).toBe('Jorgensen');
    expect(transliterated('Jørgensen', true)).toBe('Joergensen');
    expect(transliterated('Łukaszewski')).toBe('Lukaszewski');
    expect(transliterated('Müller', true)).toBe('Mueller');
    expect(transliterated('Yılmaz')).toBe('Yilmaz');
  });

  it('lose letters on the way through a wrong encoding', () => {
    const spellings = many(200, (random) => garbledText(random, 'Françoise'));
    expect(spellings).toContain('FranÃ§oise');
    expect(spellings).toContain('Fran?oise');
  });

  it('take rn for m and 5 for S when a form is scanned', () => {
    expect(many(300, (random) => misread(random, 'Barnes'))).toContain('Bames');
    expect(misread(new Random(1), 'xyx')).toBe('xyx');
  });

  it('keep wrong birthdays days of the calendar', () => {
    const dates = many(3_000, (random) => wrongDate(random, '1984-03-11'));
    expect(dates).toContain('1984-11-03');
    expect(dates).toContain('1948-03-11');
    for (const date of dates) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
    for (const date of many(3_000, (random) => wrongDate(random, '1984-02-29')))
      expect(Number.isNaN(new Date(date).getTime()), date).toBe(false);
  });
});
