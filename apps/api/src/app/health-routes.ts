import type { Database } from '#platform/database';
import { type Route, sendJson } from '#platform/http';
import type { Progress } from './progress.ts';

/** For whoever watches over the process: `live` while it runs, `ready` when nothing is left to do first and PostgreSQL answers. */
export const healthRoutes = (
  database: Database,
  stillDoing: () => Progress | undefined = () => undefined,
): Route[] => [
  { method: 'GET', path: '/health/live', answer: (_, response) => sendJson(response, 200, { live: true }) },
  {
    method: 'GET',
    path: '/health/ready',
    async answer(_, response) {
      const doing = stillDoing();
      if (doing) {
        response.setHeader('retry-after', '1');
        return sendJson(response, 503, { ready: false, ...doing });
      }
      try {
        await database.query('SELECT 1');
      } catch {
        response.setHeader('retry-after', '1');
        return sendJson(response, 503, { ready: false, doing: 'Waiting for PostgreSQL' });
      }
      sendJson(response, 200, { ready: true });
    },
  },
];
