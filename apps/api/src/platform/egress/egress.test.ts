import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ForbiddenAddress, makeEgress } from './egress.ts';

let server: Server;
let port: number;
let calls = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    calls += 1;
    if (request.url === '/away') return response.writeHead(302, { location: '/here' }).end();
    if (request.url === '/much') return response.end('x'.repeat(5_000));
    response.end('inner secrets');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

describe('Calls to addresses that somebody typed in', () => {
  const egress = makeEgress();

  it.each([
    'http://api.example.org/',
    'ftp://api.example.org/',
    'file:///etc/passwd',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.0.0.8/',
    'https://localhost/',
    'https://database/',
    'https://user:password@api.example.org/',
    'not an address',
  ])('%s is refused before anything is asked', (address) => {
    expect(() => egress.check(address)).toThrow(ForbiddenAddress);
  });

  it('a name on the internet is none of our business to refuse', () => {
    expect(egress.check('https://api.twilio.com/2010-04-01').hostname).toBe('api.twilio.com');
  });

  it('a name that leads into our own network is not connected to', async () => {
    let asked = 0;
    // Whatever the name server says of a name that looks harmless.
    const lying = makeEgress([], ((
      _: string,
      { all }: { all?: boolean },
      done: (...told: unknown[]) => void,
    ) => {
      asked += 1;
      if (all) done(null, [{ address: '127.0.0.1', family: 4 }]);
      else done(null, '127.0.0.1', 4);
    }) as LookupFunction);
    const before = calls;
    await expect(lying.ask(`https://harmless.example:${port}/`)).rejects.toThrow(/not allowed/);
    expect([asked, calls]).toEqual([1, before]);
  });

  it('the operator may vouch for a host; a redirect is told, not followed, and no endless answer is read', async () => {
    const vouching = makeEgress([`127.0.0.1:${port}`]);
    expect((await vouching.ask(`http://127.0.0.1:${port}/`)).body.toString()).toBe('inner secrets');
    const before = calls;
    expect((await vouching.ask(`http://127.0.0.1:${port}/away`)).status).toBe(302);
    expect(calls).toBe(before + 1);
    await expect(vouching.ask(`http://127.0.0.1:${port}/much`, { bytesAtMost: 1_000 })).rejects.toThrow(
      /larger/,
    );
    expect(() => vouching.check(`http://127.0.0.1:${port === 65_535 ? 1 : port + 1}/`)).toThrow(
      ForbiddenAddress,
    );
  });
});
