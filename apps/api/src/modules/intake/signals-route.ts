import type { IncomingMessage, ServerResponse } from 'node:http';
import secureJson from 'secure-json-parse';
import type { Manifest } from '#modules/house';
import type { Source } from '#modules/sources';
import { type Database, isPassingTrouble } from '#platform/database';
import { type Route, readBody, sendJson } from '#platform/http';
import { readDelivery, signalsAtMost } from './domain/read-delivery.ts';
import type { ReadItem } from './domain/read-foreign.ts';
import { subjectsOf } from './domain/subjects.ts';
import type { ItemOutcome } from './take-delivery.ts';
import { type CommonDoor, openCommonDoor } from './take-together.ts';
import { openSenders, type Proofs, type Senders, verifySender } from './verify-sender.ts';

/** What the front door needs. */
export interface FrontDoor extends Proofs {
  database: Database;
  modules: readonly Manifest[];
}

const bodyBytes = 10 * 1024 * 1024;

/** `POST /signals`: what other systems tell us. A 2xx means that it is committed. */
export const signalsRoute = (door: FrontDoor): Route => {
  const common = openCommonDoor(door.database, subjectsOf(door.modules));
  const senders = openSenders();
  return {
    method: 'POST',
    path: '/signals',
    answer: (request, response, { search }) =>
      answerSignals(door, common, senders, request, response, search),
  };
};

async function answerSignals(
  { database, modules, ...proofs }: FrontDoor,
  door: CommonDoor,
  senders: Senders,
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
): Promise<void> {
  const body = await readBody(request, { bytes: bodyBytes });
  const sourceKey = new URLSearchParams(search).get('source');
  response.setHeader('cache-control', 'no-store');
  try {
    const address = request.socket.remoteAddress ?? null;
    const sender = await verifySender(database, request.headers, body, sourceKey, address, proofs, senders);
    if (!sender) {
      response.setHeader('www-authenticate', 'Bearer');
      return refuse(response, 401, 'UNAUTHENTICATED', 'Neither a signature nor a key that we know.');
    }
    const items = readPosted(body, sender.deliveryId, sender.source, subjectsOf(modules).formats);
    if (items === 'too-many')
      return refuse(response, 413, 'TOO_LARGE', `A delivery holds at most ${signalsAtMost} signals.`);
    const results = await door.take(sender.source, items, body.length);
    if (results === 'full') return sayLater(response);
    sendJson(response, statusOf(results), { results });
  } catch (error) {
    if (!isPassingTrouble(error)) throw error;
    sayLater(response);
  }
}

function sayLater(response: ServerResponse): void {
  response.setHeader('retry-after', '1');
  refuse(response, 503, 'TRY_AGAIN', 'Nothing was taken; please send it again in a moment.');
}

/** Reads the body; one that is no JSON is kept as text, with the reason. */
function readPosted(
  body: Buffer,
  deliveryId: string | undefined,
  source: Source,
  formats: ReturnType<typeof subjectsOf>['formats'],
): ReadItem[] | 'too-many' {
  let value: unknown;
  try {
    value = secureJson.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    const message = `This is no JSON: ${(error as Error).message}`;
    return [{ raw: { text: body.toString('utf8', 0, 100_000) }, refusal: { code: 'bad-json', message } }];
  }
  return readDelivery(value, deliveryId, {
    formats: formats.filter(({ system }) => system === source.system),
    source,
    receivedAt: new Date().toISOString(),
  });
}

/** 202 when something acted, 200 when all was known, else why nothing could be taken. */
function statusOf(results: readonly ItemOutcome[]): number {
  const has = (...outcomes: ItemOutcome['outcome'][]) =>
    results.some(({ outcome }) => outcomes.includes(outcome));
  if (has('taken')) return 202;
  if (has('duplicate', 'skipped') || results.length === 0) return has('conflict', 'unreadable') ? 202 : 200;
  return has('conflict') ? 409 : 422;
}

const refuse = (response: ServerResponse, status: number, code: string, message: string): void =>
  sendJson(response, status, { errors: [{ message, extensions: { code } }] });
