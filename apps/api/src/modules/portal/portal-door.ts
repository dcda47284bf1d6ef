import type { IncomingMessage, ServerResponse } from 'node:http';
import { isTimeZone } from '#kernel/time-zone';
import { allHours } from '#modules/clocks';
import { type Customer, customersById } from '#modules/customers';
import type { Database } from '#platform/database';
import {
  type Asked,
  BodyRefusal,
  type PublicLanguage,
  type PublicPage,
  publicLanguage,
  publicLanguages,
  readForm,
  sendPublicPage,
} from '#platform/http';
import { keepPass, livePass } from './data/passes.ts';
import { hashOf, keptUntil } from './domain/portal.ts';
import { doorPage } from './entrance-pages.ts';
import type { Reader } from './ticket-pages.ts';

/** What the portal needs. */
export interface PortalGround {
  database: Database;
  /** Whether browsers come by HTTPS. */
  isSecure: boolean;
  isOurOrigin: (request: IncomingMessage) => boolean;
  /** Whether this is a demo without mail, whose visitors are shown what would be in the letter. */
  showsLetters?: (request: IncomingMessage) => Promise<boolean>;
  now?: () => Date;
  /** How often one address of the network may ask for a link in a minute; by default ten times. */
  asksAMinute?: number;
}

/** A request of somebody who is inside. */
export interface Inside {
  request: IncomingMessage;
  response: ServerResponse;
  asked: Asked;
  reader: Reader;
  customer: Customer;
  now: Date;
}

/** Sends a browser on to a page. */
export const seeOther = (response: ServerResponse, path: string): void => {
  response.writeHead(303, { location: path, 'cache-control': 'no-store' });
  response.end();
};

/** What a form holds, unless it is longer than any of ours may be. */
export const postedForm = (request: IncomingMessage): Promise<URLSearchParams | null> =>
  readForm(request, 128 * 1024).catch((error: unknown) => {
    if (error instanceof BodyRefusal) return null;
    throw error;
  });

const cookieIn = (request: IncomingMessage, name: string): string | null =>
  (request.headers.cookie ?? '')
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? null;

/** The door of the portal: who is in, in which language they are spoken to, and what comes from our own pages. */
export type PortalDoor = ReturnType<typeof openPortalDoor>;

/** Hangs the door: a session stands in a cookie of its own that no script reads, and goes on while somebody looks at pages. */
export function openPortalDoor({
  database,
  isSecure,
  isOurOrigin: isOurs,
  now = () => new Date(),
}: PortalGround) {
  const sessionCookie = isSecure ? '__Host-ancora-portal' : 'ancora-portal';
  const languageCookie = 'ancora-portal-language';
  // A page that tells nobody where it leads from posts with `Origin: null`; then the browser itself says whose page it was.
  const isOurOrigin = (request: IncomingMessage): boolean =>
    request.headers.origin === 'null' ? request.headers['sec-fetch-site'] === 'same-origin' : isOurs(request);
  const setCookie = (response: ServerResponse, name: string, value: string, seconds: number) =>
    response.appendHeader(
      'set-cookie',
      `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`,
    );
  const setSession = (response: ServerResponse, secret: string, seconds: number) =>
    setCookie(response, sessionCookie, secret, seconds);
  const secretIn = (request: IncomingMessage) => cookieIn(request, sessionCookie);
  const send = (response: ServerResponse, page: PublicPage, status = 200) =>
    sendPublicPage(response, status, page);

  /** The language somebody chose below a page, and keeps; else the customer's own, else their browser's. */
  const languageOf = (
    request: IncomingMessage,
    response: ServerResponse,
    asked: Asked,
    known?: string | null,
  ): PublicLanguage => {
    const chosen = new URLSearchParams(asked.search).get('lang');
    const kept = cookieIn(request, languageCookie);
    const wanted = publicLanguages.find((one) => one === chosen);
    if (wanted && wanted !== kept) setCookie(response, languageCookie, wanted, 180 * 86_400);
    return publicLanguage(wanted ?? kept ?? known, request.headers['accept-language']);
  };

  const customerOf = async (request: IncomingMessage, response: ServerResponse): Promise<Customer | null> => {
    const secret = secretIn(request);
    const at = now();
    const pass = secret ? await livePass(database, 'session', hashOf(secret), at) : null;
    if (!pass) return null;
    const until = keptUntil(pass, at);
    if (until && secret) {
      await keepPass(database, pass.id, until);
      setSession(response, secret, Math.round((until.getTime() - at.getTime()) / 1_000));
    }
    return (await customersById(database, [pass.customerId]))[0] ?? null;
  };

  const zoneOf = async ({ timeZone }: Customer): Promise<string> => {
    const zone = timeZone ?? (await allHours(database))[0]?.timeZone;
    return zone && isTimeZone(zone) ? zone : 'UTC';
  };

  /** An address inside: whoever is not in is asked in first, and what is posted must come from a page of ours; what they wrote they get back. */
  const inside =
    (answer: (one: Inside) => Promise<void>) =>
    async (request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> => {
      response.setHeader('cache-control', 'private, no-store');
      const customer = await customerOf(request, response);
      const language = languageOf(request, response, asked, customer?.language);
      const isPost = asked.method === 'POST';
      if (isPost && !isOurOrigin(request))
        return send(response, doorPage(language, { told: 'notOurs' }), 403);
      if (!customer) {
        const kept = isPost ? ((await postedForm(request))?.get('text') ?? null) : null;
        const told = isPost || secretIn(request) ? 'signedOut' : undefined;
        return send(response, doorPage(language, { ...(told ? { told } : {}), kept }), isPost ? 401 : 200);
      }
      const reader = { name: customer.displayName, language, timeZone: await zoneOf(customer) };
      await answer({ request, response, asked, reader, customer, now: now() });
    };

  return { database, now, isOurOrigin, setSession, secretIn, send, languageOf, customerOf, inside };
}
