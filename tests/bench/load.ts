import http from 'node:http';

/** What one slice of load gave. */
export interface Slice {
  rps: number;
  /** Milliseconds, sorted. */
  latencies: number[];
  bytes: number;
  failures: number;
  /** The beginning of the last bad answer. */
  bad: string;
}

/** A request for the n-th turn. */
export type Turn = (n: number) => {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
};

/**
 * Asks a loopback server over `connections` kept-alive connections, each as soon as its last answer is complete, for
 * `seconds`, and stops by itself. Answers other than 200, or that `isGood` refuses for their turn, are failures.
 */
export async function slice(
  port: number,
  turn: Turn,
  options: { seconds: number; connections: number; isGood?: (body: string, n: number) => boolean },
): Promise<Slice> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: options.connections });
  const latencies: number[] = [];
  let bytes = 0;
  let failures = 0;
  let bad = '';
  let n = 0;
  const until = performance.now() + options.seconds * 1000;
  const began = performance.now();

  const once = () =>
    new Promise<void>((resolve) => {
      const mine = n++;
      const { method, path, headers, body } = turn(mine);
      const asked = performance.now();
      const request = http.request({ host: '127.0.0.1', port, agent, method, path, headers }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => {
          latencies.push(performance.now() - asked);
          const whole = Buffer.concat(pieces);
          bytes += whole.length;
          // Every 64th answer is read: reading all of them would measure this program.
          const read = latencies.length % 64 === 1 && options.isGood;
          if (response.statusCode !== 200 || (read && !read(whole.toString('utf8'), mine))) {
            failures += 1;
            bad = whole.toString('utf8').slice(0, 300);
          }
          resolve();
        });
      });
      request.on('error', () => {
        failures += 1;
        resolve();
      });
      request.end(body);
    });
  const lane = async () => {
    while (performance.now() < until) await once();
  };
  await Promise.all(Array.from({ length: options.connections }, lane));
  agent.destroy();
  const took = (performance.now() - began) / 1000;
  latencies.sort((a, b) => a - b);
  return { rps: latencies.length / took, latencies, bytes, failures, bad };
}

/** The q-quantile (0–1) of sorted numbers. */
export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;

/** The median of numbers in any order. */
export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
