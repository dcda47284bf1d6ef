const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Writes the size of a file in a language: `1.2 MB`, in French `1,2 Mo`. */
export function formatBytes(locale: string, bytes: number): string {
  let step = 0;
  let value = bytes;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}
