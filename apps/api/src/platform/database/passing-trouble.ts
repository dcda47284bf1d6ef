const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  '40001',
  '40P01',
  '53300',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '25P03',
]);

/** True for trouble of PostgreSQL that passes by itself (it restarts, is full, or a lock took too long): asking again helps. */
export function isPassingTrouble(error: unknown): boolean {
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
