/**
 * x of A x = b, by elimination with partial pivoting. `null` when A is singular: a pivot below `tolerance` times the
 * largest entry of A. Neither argument is changed.
 */
export function solveLinear(
  a: readonly (readonly number[])[],
  b: readonly number[],
  tolerance = 1e-12,
): number[] | null {
  const n = b.length;
  const rows = a.map((row, i) => [...row, b[i]!]);
  const largest = Math.max(0, ...a.map((row) => Math.max(...row.map(Math.abs))));
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++)
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    if (!(Math.abs(rows[pivot]![column]!) > tolerance * largest)) return null;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const top = rows[column]!;
    for (let i = column + 1; i < n; i++) {
      const row = rows[i]!;
      const factor = row[column]! / top[column]!;
      if (factor !== 0) for (let j = column; j <= n; j++) row[j]! -= factor * top[j]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = rows[i]![n]!;
    for (let j = i + 1; j < n; j++) sum -= rows[i]![j]! * x[j]!;
    x[i] = sum / rows[i]![i]!;
  }
  return x.every(Number.isFinite) ? x : null;
}
