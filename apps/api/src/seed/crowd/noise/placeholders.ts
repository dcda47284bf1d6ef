import type { Random } from '../../random.ts';

/** What is typed where a form insists and nobody knows. */
export const PLACEHOLDERS = {
  name: [
    'Unknown',
    'N/A',
    'Test',
    '-',
    '.',
    'xxx',
    'Customer',
    'Cliente',
    'Client',
    'Guest',
    'n.a.',
    'Sconosciuto',
    'Inconnu',
    'Necunoscut',
  ],
  email: [
    'none@none.com',
    'noemail@noemail.com',
    'test@test.com',
    'na@na.com',
    'no@mail.com',
    'noreply@example.com',
    'x@x.com',
    'n/a',
  ],
  phone: [
    '0000000000',
    '000000',
    '1234567890',
    '0123456789',
    '9999999999',
    '1111111111',
    '+40000000000',
    '-',
  ],
  date: ['1900-01-01', '1970-01-01', '1901-01-01', '2000-01-01', '1980-01-01'],
  street: ['-', 'N/A', '.', 'Unknown'],
} as const;

/** One of them; the first of a list is the one that most people type. */
export const placeholder = (random: Random, kind: keyof typeof PLACEHOLDERS): string => {
  const words = PLACEHOLDERS[kind];
  return words[Math.floor(random.next() ** 2 * words.length)]!;
};
