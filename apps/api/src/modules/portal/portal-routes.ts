import type { IncomingMessage, ServerResponse } from 'node:http';
import { makeAllowance } from '#kernel/allowance';
import { isId } from '#kernel/id';
import { attachmentsById, attachmentsByMessage, databaseStore, sendAttachment } from '#modules/attachments';
import { type Customer, customersById } from '#modules/customers';
import type { Database } from '#platform/database';
import {
  type Asked,
  BodyRefusal,
  type PublicLanguage,
  type PublicPage,
  publicLanguage,
  type Route,
  readForm,
  sendPublicPage,
} from '#platform/http';
import { askForLink, beginSession } from './ask-for-link.ts';
import { ownConsents, ownMessages, ownRecords, ownsFile, ownTicket, ownTickets } from './data/own.ts';
import { endPass, livePass } from './data/passes.ts';
import { hashOf, sessionMs } from './domain/portal.ts';
import { portalWords } from './domain/portal-words.ts';
import { consentsOf, doorPage, enterPage, preferencesPage, ticketPage, ticketsPage } from './portal-pages.ts';
import { askInPortal, replyInPortal, sayConsent } from './write-in-portal.ts';

/** What the portal needs. */
export interface PortalDoor {
  database: Database;
  /** Whether browsers come by HTTPS. */
  isSecure: boolean;
  isOurOrigin: (request: IncomingMessage) => boolean;
  now?: () => Date;
  /** How often one address of the network may ask for a link in a minute; by default ten times. */
  asksAMinute?: number;
}

/** A request of somebody who is inside. */
interface Inside {
  request: IncomingMessage;
  response: ServerResponse;
  asked: Asked;
  language: PublicLanguage;
  customer: Customer;
  now: Date;
}

const seeOther = (response: ServerResponse, path: string): void => {
  response.writeHead(303, { location: path, 'cache-control': 'no-store' });
  response.end();
};

/**
 * `/portal`: where customers see what is theirs. They enter by a link that their mailbox gets, once; a session of two hours stands in a
 * cookie of its own that no script reads. Everything asked is asked for this one customer.
 */
export function portalRoutes({
  database,
  isSecure,
  isOurOrigin: isOurs,
  now = () => new Date(),
  asksAMinute = 10,
}: PortalDoor): Route[] {
  // A page that tells nobody where it leads from posts with `Origin: null`; then the browser itself says whose page it was.
  const isOurOrigin = (request: IncomingMessage): boolean =>
    request.headers.origin === 'null' ? request.headers['sec-fetch-site'] === 'same-origin' : isOurs(request);
  const cookieName = isSecure ? '__Host-ancora-portal' : 'ancora-portal';
  const mayAsk = makeAllowance(asksAMinute, 60_000);
  const setCookie = (response: ServerResponse, secret: string, seconds: number) =>
    response.setHeader(
      'set-cookie',
      `${cookieName}=${secret}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`,
    );
  const secretIn = (request: IncomingMessage): string | null =>
    (request.headers.cookie ?? '')
      .split(/;\s*/)
      .find((pair) => pair.startsWith(`${cookieName}=`))
      ?.slice(cookieName.length + 1) ?? null;
  const languageOf = (request: IncomingMessage, known?: string | null) =>
    publicLanguage(known, request.headers['accept-language']);

  const customerOf = async (request: IncomingMessage): Promise<Customer | null> => {
    const secret = secretIn(request);
    const pass = secret ? await livePass(database, 'session', hashOf(secret), now()) : null;
    return pass ? ((await customersById(database, [pass.customerId]))[0] ?? null) : null;
  };
  const form = (request: IncomingMessage): Promise<URLSearchParams | null> =>
    readForm(request, 128 * 1024).catch((error: unknown) => {
      if (error instanceof BodyRefusal) return null;
      throw error;
    });
  const send = (response: ServerResponse, page: PublicPage, status = 200) =>
    sendPublicPage(response, status, page);

  /** An address inside: whoever is not in is asked in first, and what is posted must come from a page of ours. */
  const inside =
    (answer: (one: Inside) => Promise<void>) =>
    async (request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> => {
      response.setHeader('cache-control', 'private, no-store');
      const customer = await customerOf(request);
      const language = languageOf(request, customer?.language);
      if (!customer) return send(response, doorPage(language), asked.method === 'POST' ? 401 : 200);
      if (asked.method === 'POST' && !isOurOrigin(request)) return send(response, doorPage(language), 403);
      await answer({ request, response, asked, language, customer, now: now() });
    };
  const named = ({ id, displayName }: Customer) => ({ id, name: displayName });
  const was = (asked: Asked) => new URLSearchParams(asked.search).has('written');

  return [
    {
      method: 'GET',
      path: '/portal',
      answer: async (request, response) =>
        (await customerOf(request))
          ? seeOther(response, '/portal/tickets')
          : send(response, doorPage(languageOf(request))),
    },
    {
      method: 'POST',
      path: '/portal',
      answer: async (request, response) => {
        const language = languageOf(request);
        if (!mayAsk(request.socket.remoteAddress ?? '')) return send(response, doorPage(language), 429);
        const email = (await form(request))?.get('email')?.trim().toLowerCase() ?? '';
        // The same page and about the same time, whether anybody has this address or not.
        if (/^[^\s@]{1,64}@[^\s@]{1,190}$/.test(email))
          await database.transaction((tx) => askForLink(tx, email, language, now()));
        send(response, doorPage(language, { sent: true }));
      },
    },
    {
      method: 'GET',
      path: '/portal/enter/*',
      answer: async (request, response, { path }) => {
        const secret = path.slice('/portal/enter/'.length);
        const link = await livePass(database, 'link', hashOf(secret), now());
        const language = languageOf(request);
        send(
          response,
          link ? enterPage(language, path) : doorPage(language, { isOver: true }),
          link ? 200 : 404,
        );
      },
    },
    {
      method: 'POST',
      path: '/portal/enter/*',
      answer: async (request, response, { path }) => {
        const language = languageOf(request);
        if (!isOurOrigin(request)) return send(response, doorPage(language), 403);
        const at = now();
        const secret = await database.transaction(async (tx) => {
          const link = await endPass(tx, 'link', hashOf(path.slice('/portal/enter/'.length)), at);
          return link ? beginSession(tx, link, at) : null;
        });
        if (!secret) return send(response, doorPage(language, { isOver: true }), 404);
        setCookie(response, secret, sessionMs / 1_000);
        seeOther(response, '/portal/tickets');
      },
    },
    {
      method: 'POST',
      path: '/portal/leave',
      answer: async (request, response) => {
        const secret = secretIn(request);
        if (secret && isOurOrigin(request))
          await database.transaction((tx) => endPass(tx, 'session', hashOf(secret), now()));
        setCookie(response, '', 0);
        seeOther(response, '/portal');
      },
    },
    {
      method: 'GET',
      path: '/portal/tickets',
      answer: inside(async ({ response, asked, language, customer }) =>
        send(
          response,
          ticketsPage(language, customer.displayName, await ownTickets(database, customer.id), was(asked)),
        ),
      ),
    },
    {
      method: 'POST',
      path: '/portal/tickets',
      answer: inside(async ({ request, response, customer, now: at }) => {
        const said = await form(request);
        const asked = { subject: said?.get('subject') ?? null, text: said?.get('text') ?? null };
        const taken = await database.transaction((tx) => askInPortal(tx, named(customer), asked, at));
        seeOther(response, `/portal/tickets${taken ? '?written' : ''}`);
      }),
    },
    {
      method: 'GET',
      path: '/portal/tickets/*',
      answer: inside(async ({ response, asked, language, customer }) => {
        const id = asked.path.slice('/portal/tickets/'.length);
        const ticket = isId(id) ? await ownTicket(database, customer.id, id) : null;
        if (!ticket)
          return send(
            response,
            ticketsPage(language, customer.displayName, await ownTickets(database, customer.id), false),
            404,
          );
        const messages = await ownMessages(database, customer.id, ticket.id);
        const files = await attachmentsByMessage(database, messages);
        send(
          response,
          ticketPage(
            language,
            ticket,
            messages.map((one, place) => ({ ...one, files: files[place] ?? [] })),
            was(asked),
          ),
        );
      }),
    },
    {
      method: 'POST',
      path: '/portal/tickets/*',
      answer: inside(async ({ request, response, asked, customer, now: at }) => {
        const id = asked.path.slice('/portal/tickets/'.length);
        const text = (await form(request))?.get('text') ?? null;
        const taken =
          isId(id) && (await database.transaction((tx) => replyInPortal(tx, named(customer), id, text, at)));
        seeOther(response, taken ? `/portal/tickets/${id}?written` : '/portal/tickets');
      }),
    },
    {
      method: 'GET',
      path: '/portal/files/*',
      answer: inside(async ({ response, asked, language, customer }) => {
        const id = asked.path.slice('/portal/files/'.length);
        const [file] =
          isId(id) && (await ownsFile(database, customer.id, id))
            ? await attachmentsById(database, [id])
            : [null];
        const data = file && (await databaseStore.read(database, file.sha256));
        if (!file || !data) return send(response, doorPage(language), 404);
        sendAttachment(response, file, data, false);
      }),
    },
    {
      method: 'GET',
      path: '/portal/preferences',
      answer: inside(async ({ response, language, customer }) =>
        send(response, preferencesPage(language, await ownConsents(database, customer.id))),
      ),
    },
    {
      method: 'POST',
      path: '/portal/preferences',
      answer: inside(async ({ request, response, language, customer, now: at }) => {
        const said = await form(request);
        const state = said?.get('state');
        const ledger = await ownConsents(database, customer.id);
        // Only what the page showed can be changed: nobody makes purposes up.
        const shown = consentsOf(ledger).find(
          (one) => one.purpose === said?.get('purpose') && one.channel === said?.get('channel'),
        );
        if (shown && (state === 'granted' || state === 'withdrawn')) {
          const { purposes, allow, stop } = portalWords[language];
          const wording = `${purposes[shown.purpose] ?? shown.purpose} (${shown.channel}): ${state === 'granted' ? allow : stop}`;
          const address = request.socket.remoteAddress ?? null;
          await database.transaction((tx) =>
            sayConsent(
              tx,
              customer.id,
              { purpose: shown.purpose, channel: shown.channel, state, wording, address },
              at,
            ),
          );
        }
        seeOther(response, '/portal/preferences');
      }),
    },
    {
      method: 'GET',
      path: '/portal/export.json',
      answer: inside(async ({ response, customer, now: at }) => {
        const data = JSON.stringify(await exportOf(database, customer, at), null, 2);
        response.writeHead(200, {
          'content-type': 'application/json; charset=utf-8',
          'content-disposition': 'attachment; filename="my-data.json"',
          'x-content-type-options': 'nosniff',
          'content-length': Buffer.byteLength(data),
        });
        response.end(data);
      }),
    },
  ];
}

/** All that we keep of a customer and with them, as they may take it along; nothing that we think of them, and nothing of anybody else. */
async function exportOf(database: Database, customer: Customer, now: Date): Promise<Record<string, unknown>> {
  const tickets = [];
  for (const { id, number, subject, status, openedAt } of await ownTickets(database, customer.id)) {
    const messages = await ownMessages(database, customer.id, id);
    tickets.push({
      number,
      subject,
      status,
      openedAt,
      messages: messages.map(({ authorKind, body, at }) => ({ from: authorKind, text: body, at })),
    });
  }
  return {
    madeAt: now,
    name: customer.displayName,
    language: customer.language,
    ...(await ownRecords(database, customer.id)),
    tickets,
    consents: (await ownConsents(database, customer.id)).map(({ purpose, channel, state, at, wording }) => ({
      purpose,
      channel,
      state,
      at,
      wording,
    })),
  };
}
