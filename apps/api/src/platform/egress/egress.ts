import { type IncomingMessage, type RequestOptions, request as viaHttp } from 'node:http';
import { request as viaHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

/** What another host answered. */
export interface OutsideAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** What is asked of another host. */
export interface OutsideRequest {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** How much of an answer is read; more is an error. */
  bytesAtMost?: number;
  milliseconds?: number;
  signal?: AbortSignal;
}

/** An address we do not call: of our own network, or in a spelling that hides one. */
export class ForbiddenAddress extends Error {
  override name = 'ForbiddenAddress';
}

/** The one way to call hosts whose address somebody typed in. */
export interface Egress {
  /** Throws `ForbiddenAddress` where an address cannot be called whatever its name leads to. */
  check(url: string): URL;
  ask(url: string, asked?: OutsideRequest): Promise<OutsideAnswer>;
}

const usualBytes = 1024 * 1024;

/**
 * Calls hosts outside, and none of our own network: addresses are looked at after the name was looked up, on the connection that is
 * then used, so neither a redirect (none is followed) nor a name that changes its mind gets in. `allowed` are `host:port` that the
 * operator vouches for.
 */
export function makeEgress(allowed: readonly string[] = [], lookup?: LookupFunction): Egress {
  const vouched = new Set(allowed);
  const isVouched = (url: URL) => vouched.has(`${url.hostname}:${portOf(url)}`);
  const agents = { http: new RequestFilteringHttpAgent(), https: new RequestFilteringHttpsAgent() };

  const check = (text: string): URL => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
      throw new ForbiddenAddress('This is no web address that we can call.');
    if (isVouched(url)) return url;
    if (url.protocol !== 'https:')
      throw new ForbiddenAddress('What customers write leaves this house by https only.');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) || host === 'localhost' || !host.includes('.'))
      throw new ForbiddenAddress('A provider has a name on the internet; this address is none.');
    return url;
  };

  return {
    check,
    ask(text, asked = {}) {
      const url = check(text);
      const secure = url.protocol === 'https:';
      const options: RequestOptions = {
        method: asked.method ?? (asked.body === undefined ? 'GET' : 'POST'),
        headers: {
          ...asked.headers,
          ...(asked.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(asked.body)) }),
        },
        ...(lookup ? { lookup } : {}),
        ...(asked.signal ? { signal: asked.signal } : {}),
        ...(isVouched(url) ? {} : { agent: secure ? agents.https : agents.http }),
      };
      return new Promise((resolve, reject) => {
        const call = (secure ? viaHttps : viaHttp)(url, options, (response) => {
          const pieces: Buffer[] = [];
          let seen = 0;
          response.on('data', (piece: Buffer) => {
            seen += piece.length;
            if (seen <= (asked.bytesAtMost ?? usualBytes)) return pieces.push(piece);
            reject(new Error('The answer is larger than is read.'));
            return call.destroy();
          });
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(pieces),
            }),
          );
        });
        call.setTimeout(asked.milliseconds ?? 15_000, () =>
          call.destroy(new Error(`${url.host} did not answer in time.`)),
        );
        call.on('error', reject);
        call.end(asked.body);
      });
    },
  };
}

const portOf = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80');
