import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { recordAudit, systemActor } from '#modules/access';
import type { Route } from '#platform/http';
import { ownConsents } from './data/own.ts';
import { portalWords } from './domain/portal-words.ts';
import { exportOwnData } from './export-own-data.ts';
import { type PortalDoor, postedForm, seeOther } from './portal-door.ts';
import { consentsOf, preferencesPage } from './preference-pages.ts';
import { sayConsent } from './write-in-portal.ts';

/** What a customer allows us, and all that we keep of them to take along. */
export const preferenceRoutes = ({ database, inside, send }: PortalDoor): Route[] => [
  {
    method: 'GET',
    path: '/portal/preferences',
    answer: inside(async ({ response, asked, reader, customer }) =>
      send(
        response,
        preferencesPage(reader.language, await ownConsents(database, customer.id), {
          isSaved: new URLSearchParams(asked.search).has('saved'),
        }),
      ),
    ),
  },
  {
    method: 'POST',
    path: '/portal/preferences',
    answer: inside(async ({ request, response, reader, customer, now }) => {
      const said = await postedForm(request);
      const state = said?.get('state');
      const ledger = await ownConsents(database, customer.id);
      // Only what the page showed can be changed: nobody makes purposes up.
      const shown = consentsOf(ledger).find(
        (one) => one.purpose === said?.get('purpose') && one.channel === said?.get('channel'),
      );
      if (!shown || (state !== 'granted' && state !== 'withdrawn'))
        return seeOther(response, '/portal/preferences');
      const { purpose, channel } = shown;
      const { purposes, allow, stop } = portalWords[reader.language];
      const wording = `${purposes[purpose] ?? purpose} (${channel}): ${state === 'granted' ? allow : stop}`;
      const address = request.socket.remoteAddress ?? null;
      await database.transaction((tx) =>
        sayConsent(tx, customer.id, { purpose, channel, state, wording, address }, now),
      );
      seeOther(response, '/portal/preferences?saved');
    }),
  },
  {
    method: 'GET',
    path: '/portal/my-data.zip',
    answer: inside(async ({ response, customer, now }) => {
      const packed = await exportOwnData(database, customer.id, now);
      await recordAudit(database, systemActor('Customer portal'), {
        action: 'export-own-data',
        subjectType: 'Customer',
        subjectId: customer.id,
        customerId: customer.id,
        details: { place: 'portal' },
      });
      response.writeHead(200, {
        'content-type': 'application/zip',
        'content-disposition': 'attachment; filename="my-data.zip"',
        'x-content-type-options': 'nosniff',
      });
      await pipeline(Readable.from(packed), response);
    }),
  },
];
