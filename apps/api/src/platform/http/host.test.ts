import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { silentLog } from '#platform/log';
import { readBody } from './body.ts';
import { type Host, openHost } from './host.ts';
import type { Route } from './router.ts';
import { securityHeaders } from './security-headers.ts';
import { sendText } from './send.ts';

let host: Host | undefined;
/** Who is served slowly: hears when it has begun, and says when it may end. */
let slow: { hasBegun: () => void; mayEnd: Promise<void> } | undefined;

const routes: Route[] = [
  { method: 'GET', path: '/hello', answer: (_, response) => sendText(response, 200, 'text/plain', 'hello') },
  {
    method: 'POST',
    path: '/count',
    answer: async (request, response) => {
      const body = await readBody(request, { bytes: 1_000, milliseconds: 20_000 });
      sendText(response, 200, 'text/plain', String(body.length));
    },
  },
  {
    method: 'POST',
    path: '/hurry',
    answer: async (request, response) => {
      await readBody(request, { bytes: 1_000, milliseconds: 100 });
      sendText(response, 200, 'text/plain', 'came');
    },
  },
  {
    method: 'GET',
    path: '/slow',
    answer: async (_, response) => {
      slow?.hasBegun();
      await slow?.mayEnd;
      sendText(response, 200, 'text/plain', 'at last');
    },
  },
  {
    method: 'GET',
    path: '/broken',
    answer: () => {
      throw new Error('the secret inside');
    },
  },
  {
    method: 'GET',
    path: '/away',
    answer: () => {
      throw Object.assign(new Error('connect ECONNREFUSED the secret inside'), { code: 'ECONNREFUSED' });
    },
  },
  {
    method: 'GET',
    path: '/files/*',
    answer: (_, response, { path }) => sendText(response, 200, 'text/plain', path),
  },
];

async function open(names?: ReadonlySet<string>): Promise<string> {
  host = await openHost(
    0,
    '127.0.0.1',
    { routes },
    { log: silentLog, headers: securityHeaders(), ...(names ? { names } : {}) },
  );
  return `http://127.0.0.1:${host.port}`;
}

/** Sends raw bytes and gives back everything that comes, until the other side closes. */
const raw = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(host!.port, '127.0.0.1', () => socket.write(bytes));
    let got = '';
    socket.on('data', (piece) => {
      got += piece;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(got));
  });

afterEach(async () => {
  await host?.close(1_000);
  host = undefined;
});

describe('the host', () => {
  it('finds routes by their path, with or without a query, and folders by what is below them', async () => {
    const base = await open();
    expect(await (await fetch(`${base}/hello?x=1`)).text()).toBe('hello');
    expect(await (await fetch(`${base}/files/a%20b/c`)).text()).toBe('/files/a b/c');
    expect((await fetch(`${base}/nothing`)).status).toBe(404);
  });

  it('says which method would be right', async () => {
    const answer = await fetch(`${await open()}/hello`, { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET');
  });

  it('sends the headers that protect a browser, and lets no foreign or inline script run', async () => {
    const { headers } = await fetch(`${await open()}/hello`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
  });

  it('tells nobody what broke, only under which number it is logged', async () => {
    const answer = await fetch(`${await open()}/broken`);
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toContain('secret');
    expect(JSON.parse(text).errors[0].extensions.traceId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says that asking again helps while PostgreSQL is away', async () => {
    const answer = await fetch(`${await open()}/away`);
    expect(answer.status).toBe(503);
    const text = await answer.text();
    expect(text).not.toContain('secret');
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'TRY_AGAIN' } }] });
  });

  it('counts a body after unpacking it', async () => {
    const base = await open();
    const send = (body: Buffer | string, encoding?: string) =>
      fetch(`${base}/count`, {
        method: 'POST',
        body,
        ...(encoding ? { headers: { 'content-encoding': encoding } } : {}),
      });
    expect(await (await send(gzipSync('x'.repeat(900)), 'gzip')).text()).toBe('900');
    expect((await send(gzipSync('x'.repeat(5_000_000)), 'gzip')).status).toBe(413);
    expect((await send('x'.repeat(1_001))).status).toBe(413);
    expect((await send('not packed', 'gzip')).status).toBe(400);
    expect((await send('x', 'zip')).status).toBe(415);
  });

  it('cuts a client whose body does not come', async () => {
    await open();
    const got = await raw('POST /hurry HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\nabc');
    expect(got).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('refuses a path that cannot be decoded', async () => {
    await open();
    expect(await raw('GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n')).toMatch(/ 400 /);
  });

  it('refuses to be called by a name that is not its own', async () => {
    await open(new Set(['127.0.0.1', 'localhost']));
    const ask = (name: string) => raw(`GET /hello HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`);
    expect(await ask('evil.example')).toMatch(/ 421 /);
    expect(await ask('localhost:4000')).toMatch(/ 200 /);
  });

  it('lets a running request end when it closes, and takes no new one', async () => {
    const base = await open();
    let end = () => {};
    const mayEnd = new Promise<void>((resolve) => {
      end = resolve;
    });
    let running: Promise<Response> | undefined;
    await new Promise<void>((hasBegun) => {
      slow = { hasBegun, mayEnd };
      running = fetch(`${base}/slow`);
    });
    const closing = host!.close();
    await expect(fetch(`${base}/hello`)).rejects.toThrow();
    end();
    expect(await (await running!).text()).toBe('at last');
    await closing;
    await expect(fetch(`${base}/hello`)).rejects.toThrow();
  });
});
