/** Hears how a server fares that is kept running. */
export interface Watch {
  /** It ended without having been asked to; it is being started again. */
  ended(): void;
  /** It answers again. */
  back(): void;
  /** It does not come back, and why: whoever uses it cannot go on. */
  lost(trouble: Error): void;
}

/** A PostgreSQL that answers, with a URL for each of the three logins. */
export interface RunningPostgres {
  /** The superuser; `undefined` when the server is not ours. */
  readonly adminUrl: string | undefined;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly socketDir: string | undefined;
  readonly port: number;
  /**
   * Starts an embedded server again whenever it ends by itself, at its own address so that every URL stays true, until
   * `stop`. A server that is not ours has a keeper of its own: nothing happens.
   */
  keepRunning(watch: Watch): void;
  /** Stops an embedded server, unless another process still uses it. */
  stop(): Promise<void>;
}
