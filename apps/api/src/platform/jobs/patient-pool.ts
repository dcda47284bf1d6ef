import pg from 'pg';
import { isPassingTrouble } from '#platform/database';

/**
 * graphile-worker tries again what it has to write of a job when an error has one of a few codes, and lets the process end over any
 * other: a connection that is refused while PostgreSQL restarts among them. This is one of its codes.
 */
const triedAgain = 'ETIMEDOUT';

const called = (error: unknown): unknown =>
  isPassingTrouble(error) ? Object.assign(error as Error, { code: triedAgain }) : error;

/** Connections of workers: trouble that passes by itself is told so that they wait for its end. */
export class PatientPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super(config);
    this.on('error', () => undefined);
    this.on('connect', (client) => {
      client.on('error', () => undefined);
      const query = client.query.bind(client) as (...asked: unknown[]) => unknown;
      const patient = (...asked: unknown[]): unknown => {
        const answer = query(...asked);
        return answer instanceof Promise
          ? answer.catch((error: unknown) => {
              throw called(error);
            })
          : answer;
      };
      client.query = patient as typeof client.query;
    });
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool['connect']>[0]): void;
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | undefined {
    if (callback) {
      super.connect(callback);
      return undefined;
    }
    return super.connect().catch((error: unknown) => {
      throw called(error);
    });
  }
}
