import http from 'node:http';

/** One webhook that somebody tells until it is answered. */
export interface Told {
  eventId: string;
  /** Whether a 2xx came for it. */
  acknowledged: boolean;
}

/** What a teller saw. */
export interface Story {
  told: Told[];
  duplicates: number;
  /** Answers other than 2xx and 503: there must be none. */
  strange: number[];
  /** Times of answers, for how long it was quiet after a kill. */
  answeredAt: number[];
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends one request; a connection that breaks is 0. */
function post(port: number, key: string, body: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        path: '/signals',
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        timeout: 15_000,
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(pieces).toString('utf8') }),
        );
        response.on('error', () => resolve({ status: 0, body: '' }));
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve({ status: 0, body: '' }));
    request.end(body);
  });
}

/** Tells tickets over several connections, each again and again until it is answered, until `stop` says so. */
export function startTelling(
  portNow: () => number,
  key: string,
  name: string,
  lanes: number,
): { story: Story; stop: () => Promise<void> } {
  const story: Story = { told: [], duplicates: 0, strange: [], answeredAt: [] };
  let stopping = false;
  let next = 0;
  const lane = async () => {
    while (!stopping) {
      const n = next++;
      const told: Told = { eventId: `${name}-${n}`, acknowledged: false };
      story.told.push(told);
      const body = JSON.stringify({
        kind: 'ticket',
        eventId: told.eventId,
        subjectKey: `ticket:${name}-${n}`,
        at: new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString(),
        person: { key: `user:${n % 40}`, emails: [`user${n % 40}@torture.example`] },
        body: { subject: `Told by ${name}, number ${n}`, status: 'open' },
      });
      // At the end each lane still waits for the answer of what it told: an open end proves nothing.
      for (let tries = 0; tries < 2_000; tries += 1) {
        const { status, body: answer } = await post(portNow(), key, body);
        if (status >= 200 && status < 300) {
          told.acknowledged = true;
          story.answeredAt.push(performance.now());
          if (answer.includes('"duplicate"')) story.duplicates += 1;
          break;
        }
        if (status !== 0 && status !== 503) {
          story.strange.push(status);
          if (status === 422 || status === 401) break;
        }
        await sleep(50);
      }
    }
  };
  const running = Promise.all(Array.from({ length: lanes }, lane));
  return {
    story,
    async stop() {
      stopping = true;
      await running;
    },
  };
}

/** For each kill, how long nobody was answered: from the kill to the first answer after it. */
export const recoveries = (kills: readonly number[], answeredAt: readonly number[]): number[] =>
  kills.flatMap((kill) => {
    const first = answeredAt.find((at) => at > kill + 20);
    return first === undefined ? [] : [first - kill];
  });
