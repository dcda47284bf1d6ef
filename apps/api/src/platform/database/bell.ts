import type { Pool } from 'pg';

/** Tells PostgreSQL's listeners that there is something to look at. */
export interface Bell {
  ring(channel: string): void;
}

const gatherMs = 20;

/** Hangs up a bell: rings within a moment become one NOTIFY, however many transactions commit meanwhile. */
export function hangBell(pool: Pool): Bell {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const send = () => {
    timer = undefined;
    const channels = [...waiting];
    waiting.clear();
    // A ring that is lost only delays: listeners look for themselves now and then.
    pool
      .query({
        name: 'ring',
        text: `SELECT pg_notify(channel, '') FROM unnest($1::text[]) AS channel`,
        values: [channels],
      })
      .catch(() => undefined);
  };
  return {
    ring(channel) {
      waiting.add(channel);
      if (!timer) timer = setTimeout(send, gatherMs).unref();
    },
  };
}
