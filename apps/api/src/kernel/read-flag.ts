const yes = new Set([
  'true',
  '1',
  'yes',
  'y',
  't',
  'on',
  'x',
  'oui',
  'vrai',
  'si',
  'sì',
  'vero',
  'da',
  'adevarat',
  'adevărat',
]);
const no = new Set(['false', '0', 'no', 'n', 'f', 'off', 'non', 'faux', 'falso', 'nu', 'fals', '']);

/** Whether a text of another system says yes or no (English, French, Italian, Romanian); `undefined` when it says neither. */
export function readFlag(text: string): boolean | undefined {
  const plain = text.trim().toLowerCase();
  if (yes.has(plain)) return true;
  return no.has(plain) ? false : undefined;
}
