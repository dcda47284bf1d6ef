import { CsvCutter } from './cut-csv.ts';
import type { Separator } from './file.ts';

const separators: Separator[] = [',', ';', '\t', '|'];

/** What stands between the cells: the sign that gives the first lines the same number of cells, and more than one. */
export function sniffSeparator(sample: string): Separator {
  let best: { separator: Separator; score: number } = { separator: ',', score: 0 };
  const newline = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
  for (const separator of separators) {
    const widths = new CsvCutter(separator, newline)
      .push(`${sample.slice(0, 65_536)}\n`)
      .flatMap((record) => ('fields' in record ? [record.fields.length] : []))
      .slice(0, 100);
    const width = widths[0] ?? 1;
    const alike = widths.filter((other) => other === width).length / (widths.length || 1);
    const score = width > 1 ? alike * 2 + Math.min(width, 50) / 50 : 0;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}
