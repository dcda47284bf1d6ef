import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, Server as NetServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { saySurprise } from '#platform/database';
import type { Log } from '#platform/log';
import { BodyRefusal } from './body.ts';
import { type Answer, makeRouter, type Route, readTarget } from './router.ts';
import { sendJson, sendText } from './send.ts';

/** What a host serves. Routes and files may be set later (`serve`): until then it says that it is not ready. */
export interface HostOptions {
  readonly log: Log;
  readonly headers: readonly [string, string][];
  /** Names under which the host may be called; others are refused (a foreign page could point its own name at us). */
  readonly names?: ReadonlySet<string>;
  readonly maxConnections?: number;
}

/** What there is to serve once everything runs. */
export interface Served {
  readonly routes: readonly Route[];
  /** Everything no route stands for: the web app. */
  readonly rest?: Answer | undefined;
  readonly upgrade?: ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) | undefined;
  readonly headers?: readonly [string, string][];
}

/** A listening host. */
export interface Host {
  readonly port: number;
  serve(served: Served): void;
  /** Takes no more connections, lets running requests end (at most `patienceMs`), then closes. */
  close(patienceMs?: number): Promise<void>;
}

/** Opens the port. Slow and silent clients are cut; what a route throws is logged with a trace id and answered with it alone. */
export async function openHost(
  port: number,
  address: string,
  first: Served,
  options: HostOptions,
): Promise<Host> {
  let served = first;
  let headers = first.headers ?? options.headers;
  let find = makeRouter(first.routes);
  let draining = false;

  async function answerOne(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (draining) response.setHeader('connection', 'close');
    if (options.names && !options.names.has(nameOf(request)))
      return sendText(response, 421, 'text/plain', 'This host is not called that way; set PUBLIC_URL.\n');
    const target = readTarget(request.url ?? '');
    if (!target) return sendText(response, 400, 'text/plain', 'The address cannot be read.\n');
    const method = request.method ?? 'GET';
    const asked = { method, path: target.path, search: target.search };
    const found = find(method, target.path);
    if (found && 'answer' in found) return found.answer(request, response, asked);
    if (found) {
      response.setHeader('allow', found.allow.join(', '));
      return sendText(response, 405, 'text/plain', 'Not this way.\n');
    }
    if (served.rest && (method === 'GET' || method === 'HEAD')) return served.rest(request, response, asked);
    sendText(response, 404, 'text/plain', 'Not found\n');
  }

  const server = createServer(
    {
      connectionsCheckingInterval: 1_000,
      headersTimeout: 10_000,
      requestTimeout: 600_000,
      keepAliveTimeout: 30_000,
    },
    (request, response) => {
      response.once('finish', () => lingerThenCut(request));
      answerOne(request, response).catch((error) => answerFailure(error, request, response, options.log));
    },
  );
  server.maxConnections = options.maxConnections ?? 4096;
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const mayCome = !draining && served.upgrade && (!options.names || options.names.has(nameOf(request)));
    if (mayCome) served.upgrade?.(request, socket, head);
    else socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve();
    });
  });

  return {
    port: (server.address() as AddressInfo).port,
    serve(next) {
      find = makeRouter(next.routes);
      headers = next.headers ?? options.headers;
      served = next;
    },
    async close(patienceMs = 10_000) {
      draining = true;
      // Not server.close(), which cuts kept-alive connections at once: a request may already be on its way there.
      const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
      const idle = setTimeout(() => server.closeIdleConnections(), 200);
      const often = setInterval(() => server.closeIdleConnections(), 400);
      const all = setTimeout(() => server.closeAllConnections(), patienceMs);
      await closed;
      clearTimeout(idle);
      clearInterval(often);
      clearTimeout(all);
      server.closeAllConnections();
    },
  };
}

/** The name (without port) that a request calls us by. */
const nameOf = (request: IncomingMessage): string =>
  (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');

/** A client that still sends after its answer gets a moment to read it; then its connection is cut. */
function lingerThenCut(request: IncomingMessage): void {
  if (request.complete) return;
  setTimeout(() => request.complete || request.socket.destroy(), 1_000).unref();
}

function answerFailure(error: unknown, request: IncomingMessage, response: ServerResponse, log: Log): void {
  if (request.destroyed && !response.writable) return;
  const refused = error instanceof BodyRefusal;
  const traceId = randomUUID();
  if (!refused) log.error({ err: error, traceId, path: request.url?.split('?')[0] }, 'A request failed');
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.setHeader('connection', 'close');
  if (refused) {
    const extensions = { code: 'BAD_USER_INPUT' };
    sendJson(response, error.status, { errors: [{ message: error.message, extensions }] });
    return;
  }
  const { message, code } = saySurprise(error);
  sendJson(response, code === 'TRY_AGAIN' ? 503 : 500, {
    errors: [{ message, extensions: { code, traceId } }],
  });
}
