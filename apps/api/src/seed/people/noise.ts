import { folded } from '../names/names.ts';
import type { Phone } from '../phones.ts';
import type { Random } from '../random.ts';

/** A slip of the finger: two letters exchanged, one lost, or one doubled; never the first, and never a short word. */
export function mistyped(random: Random, text: string): string {
  if (text.length < 5) return text;
  const at = random.between(1, text.length - 3);
  const [before, one, two, after] = [text.slice(0, at), text[at]!, text[at + 1]!, text.slice(at + 2)];
  return random.pick([before + two + one + after, before + two + after, before + one + one + two + after]);
}

/** A slip in the local part of an address. */
export function mistypedAddress(random: Random, email: string): string {
  const [local, host] = email.split('@') as [string, string];
  return `${mistyped(random, local)}@${host}`;
}

/** Letters as careless forms and old systems keep them. */
export const inCase = (random: Random, text: string): string =>
  random.weighted([
    [text, 94],
    [text.toUpperCase(), 3],
    [text.toLowerCase(), 3],
  ]);

/** Romanian letters as old systems know them, with a cedilla in place of the comma. */
export const withCedillas = (text: string): string =>
  text.replace(/[șȘțȚ]/g, (letter) => ({ ș: 'ş', Ș: 'Ş', ț: 'ţ', Ț: 'Ţ' })[letter]!);

/** A name in an old system: letters folded away, or of another alphabet table. */
export const asOldSystemsSpell = (random: Random, text: string): string =>
  random.weighted([
    [text, 6],
    [folded(text), 3],
    [withCedillas(text), 1],
  ]);

const codes: Readonly<Record<Phone['country'], string>> = { GB: '44', US: '1', IT: '39', FR: '33', RO: '40' };

/** A number in international form, digits only after the plus. */
export function international({ country, national }: Phone): string {
  // Italy keeps the zero.
  const digits = country === 'IT' || country === 'US' ? national : national.replace(/^0/, '');
  return `+${codes[country]}${digits}`;
}

function grouped(phone: Phone): string {
  const { country, national } = phone;
  if (country === 'FR') return national.replace(/(\d\d)(?=\d)/g, '$1 ').trim();
  if (country === 'US') return national.replace(/^(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');
  if (country === 'RO') return national.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
  return national.replace(/^(\d{3,4})(\d{3,4})(\d{3,4})$/, '$1 $2 $3');
}

/**
 * A number as somebody typed it, always recognisable: whoever leaves the country out lives where the system can tell
 * from the row, which is why `national` must be asked for.
 */
export function typedPhone(random: Random, phone: Phone, national: boolean): string {
  const plus = international(phone);
  const spaced = `+${codes[phone.country]} ${grouped({ ...phone, national: plus.slice(codes[phone.country].length + 1) })}`;
  const abroad: [string, number][] = [
    [plus, 5],
    [spaced, 3],
    [`00${plus.slice(1)}`, phone.country === 'US' ? 0 : 1],
  ];
  return random.weighted(national ? [...abroad, [grouped(phone), 4], [phone.national, 2]] : abroad);
}
