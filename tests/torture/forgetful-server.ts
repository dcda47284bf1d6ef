import http from 'node:http';
import pg from 'pg';

/**
 * A front door as it must not be: it answers before it has written. The control of the torture: killing it must lose what it
 * acknowledged, or the torture proves nothing. `forgetful-server.ts <database url>`; prints its port.
 */
const pool = new pg.Pool({ connectionString: process.argv[2], max: 4 });
pool.on('error', () => undefined);
const server = http.createServer(async (request, response) => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const { eventId } = JSON.parse(Buffer.concat(pieces).toString('utf8')) as { eventId: string };
  response.writeHead(202, { 'content-type': 'application/json' });
  response.end('{"results":[{"outcome":"taken"}]}');
  setTimeout(() => {
    pool
      .query('INSERT INTO forgetful (event_id) VALUES ($1) ON CONFLICT DO NOTHING', [eventId])
      .catch(() => undefined);
  }, 20);
});
server.listen(Number(process.argv[3] ?? 0), '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.stdout.write(`${address.port}\n`);
});
