import type { IncomingMessage } from 'node:http';
import { makeAllowance } from '#kernel/allowance';
import type { Route } from '#platform/http';
import { askForLink, beginSession } from './ask-for-link.ts';
import { addressToTry, endPass, livePass } from './data/passes.ts';
import { hashOf, sessionMs } from './domain/portal.ts';
import { doorPage, enterPage } from './entrance-pages.ts';
import { type PortalDoor, type PortalGround, postedForm, seeOther } from './portal-door.ts';

const enterPath = '/portal/enter/';

/** The way in and out: the link is asked for, opens once, and the session that it begins can be ended. */
export function entranceRoutes(
  { database, now, isOurOrigin, setSession, secretIn, send, languageOf, customerOf }: PortalDoor,
  { asksAMinute = 10, showsLetters = async () => false }: PortalGround,
): Route[] {
  const mayAsk = makeAllowance(asksAMinute, 60_000);
  const demoFor = async (request: IncomingMessage) =>
    (await showsLetters(request)) ? { address: await addressToTry(database), link: null } : undefined;
  return [
    {
      method: 'GET',
      path: '/portal',
      answer: async (request, response, asked) => {
        const language = languageOf(request, response, asked);
        if (await customerOf(request, response)) return seeOther(response, '/portal/tickets');
        const demo = await demoFor(request);
        send(response, doorPage(language, demo ? { demo } : {}));
      },
    },
    {
      method: 'POST',
      path: '/portal',
      answer: async (request, response, asked) => {
        const language = languageOf(request, response, asked);
        if (!mayAsk(request.socket.remoteAddress ?? ''))
          return send(response, doorPage(language, { told: 'tooMany' }), 429);
        const email = (await postedForm(request))?.get('email')?.trim().toLowerCase() ?? '';
        // The same page and about the same time, whether anybody has this address or not.
        const link = /^[^\s@]{1,64}@[^\s@]{1,190}$/.test(email)
          ? await database.transaction((tx) => askForLink(tx, email, language, now()))
          : null;
        const demo = (await showsLetters(request)) ? { address: email, link } : undefined;
        send(response, doorPage(language, { told: 'sent', ...(demo ? { demo } : {}) }));
      },
    },
    {
      method: 'GET',
      path: '/portal/enter/*',
      answer: async (request, response, asked) => {
        const language = languageOf(request, response, asked);
        const link = await livePass(database, 'link', hashOf(asked.path.slice(enterPath.length)), now());
        // Whoever opens the same letter again is in already.
        if (!link && (await customerOf(request, response))) return seeOther(response, '/portal/tickets');
        send(
          response,
          link ? enterPage(language, asked.path) : doorPage(language, { told: 'linkOver' }),
          link ? 200 : 404,
        );
      },
    },
    {
      method: 'POST',
      path: '/portal/enter/*',
      answer: async (request, response, asked) => {
        const language = languageOf(request, response, asked);
        if (!isOurOrigin(request)) return send(response, doorPage(language, { told: 'notOurs' }), 403);
        const at = now();
        const secret = await database.transaction(async (tx) => {
          const link = await endPass(tx, 'link', hashOf(asked.path.slice(enterPath.length)), at);
          return link ? beginSession(tx, link, at) : null;
        });
        if (!secret) return send(response, doorPage(language, { told: 'linkOver' }), 404);
        setSession(response, secret, sessionMs / 1_000);
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
        setSession(response, '', 0);
        seeOther(response, '/portal');
      },
    },
  ];
}
