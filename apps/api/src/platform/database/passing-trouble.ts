const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '25P03',
]);

/** What one transaction may meet while others are well: it lost a race, waited for a lock or took too long. */
const lostItsTurn = new Set(['40001', '40P01', '55P03', '57014']);

/** True for trouble of PostgreSQL that passes by itself (it restarts, is full, or a lock took too long): asking again helps. */
export const isPassingTrouble = (error: unknown): boolean =>
  hasLostDatabase(error) ||
  (error instanceof Error && lostItsTurn.has((error as { code?: string }).code ?? ''));

/** True when PostgreSQL itself is away or full: whatever else is asked now fares no better. */
export function hasLostDatabase(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: string };
  if (code && (away.has(code) || code.startsWith('08'))) return true;
  // What pg and TypeORM say of a connection that broke under a statement or between two of them.
  return (
    /^(TransactionNotStartedError|QueryRunnerAlreadyReleasedError)$/.test(error.name) ||
    /Connection terminated|timeout exceeded when trying to connect|not queryable|Connection ended|Query read timeout/.test(
      error.message,
    )
  );
}
