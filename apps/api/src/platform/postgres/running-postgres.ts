/** A PostgreSQL that answers, with a URL for each of the three logins. */
export interface RunningPostgres {
  /** The superuser; `undefined` when the server is not ours. */
  readonly adminUrl: string | undefined;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly socketDir: string | undefined;
  readonly port: number;
  /** Stops an embedded server, unless another process still uses it. */
  stop(): Promise<void>;
}
