/** Prints what a command found: one JSON line for programs, or sentences for people. */
export function printResult(asJson: boolean | undefined, value: unknown, sentences: string | string[]): void {
  const text = asJson ? JSON.stringify(value) : [sentences].flat().join('\n');
  if (text) process.stdout.write(`${text}\n`);
}
