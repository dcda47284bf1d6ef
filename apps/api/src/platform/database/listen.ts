import pg from 'pg';

/** A connection of its own that wakes somebody when PostgreSQL is told something on a channel. */
export interface Listener {
  close(): Promise<void>;
}

/**
 * Listens on a channel and calls `wake` at every notification and after every (re)connection, since a notification sent
 * while nobody listened is lost: `wake` must look for itself at what is new. Reconnects with a growing pause.
 */
export async function listen(url: string, channel: string, wake: () => void): Promise<Listener> {
  let client: pg.Client | undefined;
  let closed = false;
  let pauseMs = 100;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'ancora-listen',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    let over = false;
    const again = () => {
      if (over) return;
      over = true;
      fresh.end().catch(() => undefined);
      if (closed) return;
      timer = setTimeout(() => void connect(), pauseMs);
      pauseMs = Math.min(pauseMs * 2, 5_000);
    };
    fresh.on('error', again);
    fresh.on('end', again);
    fresh.on('notification', wake);
    try {
      await fresh.connect();
      await fresh.query(`LISTEN "${channel.replaceAll('"', '""')}"`);
      // Closed while it came back: nobody is there to be woken.
      if (closed) return void (await fresh.end());
      client = fresh;
      pauseMs = 100;
      wake();
    } catch {
      again();
    }
  };
  await connect();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
