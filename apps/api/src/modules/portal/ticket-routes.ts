import { isId } from '#kernel/id';
import { attachmentsById, attachmentsByMessage, databaseStore } from '#modules/attachments';
import type { Customer } from '#modules/customers';
import { answerHeardOf, mayAskHeardOf, readHeardOfForm } from '#modules/reviews';
import { type Route, sendFileInBox } from '#platform/http';
import { ownMessages, ownsFile, ownTicket, ownTickets } from './data/own.ts';
import { pageIn, pageLength } from './domain/portal.ts';
import { type Inside, type PortalDoor, postedForm, seeOther } from './portal-door.ts';
import { askPage, ticketPage, ticketsPage } from './ticket-pages.ts';
import { askInPortal, replyInPortal } from './write-in-portal.ts';

const ticketPath = '/portal/tickets/';
const filePath = '/portal/files/';
const named = ({ id, displayName }: Customer) => ({ id, name: displayName });

/** A customer's own tickets: the list, one of them with its files, a reply, a new question. */
export function ticketRoutes({ database, inside, send }: PortalDoor): Route[] {
  const sendList = async (
    { response, asked, reader, customer }: Inside,
    { missing = false, isMissingWay = false } = {},
  ) => {
    const search = new URLSearchParams(asked.search);
    const page = pageIn(search);
    const list = (show: 'open' | 'all') =>
      ownTickets(database, customer.id, { show, page, first: pageLength });
    const wanted = search.get('show');
    const open = wanted === 'all' ? null : await list('open');
    // Nothing open and nothing said: the list of all is what somebody looks for.
    const isOpen = open !== null && (wanted === 'open' || open.open > 0);
    const shown = isOpen ? open : await list('all');
    const at = { show: isOpen ? 'open' : 'all', page } as const;
    const asksHeardOf = await mayAskHeardOf(database, customer.id);
    const told = { missing, isMissingWay, asksHeardOf, isHeard: search.has('heard') && !asksHeardOf };
    send(response, ticketsPage(reader, shown, at, told), missing ? 404 : isMissingWay ? 422 : 200);
  };
  const sendTicket = async (one: Inside, isMissing = false) => {
    const id = one.asked.path.slice(ticketPath.length);
    const ticket = isId(id) ? await ownTicket(database, one.customer.id, id) : null;
    if (!ticket) return sendList(one, { missing: true });
    const messages = await ownMessages(database, one.customer.id, ticket.id);
    const files = await attachmentsByMessage(database, messages);
    const written = new URLSearchParams(one.asked.search).has('written');
    send(
      one.response,
      ticketPage(
        one.reader,
        ticket,
        messages.map((message, place) => ({ ...message, files: files[place] ?? [] })),
        { written, isMissing },
      ),
      isMissing ? 422 : 200,
    );
  };
  return [
    { method: 'GET', path: '/portal/tickets', answer: inside((one) => sendList(one)) },
    { method: 'GET', path: '/portal/tickets/*', answer: inside((one) => sendTicket(one)) },
    {
      method: 'POST',
      path: '/portal/tickets/*',
      answer: inside(async (one) => {
        const id = one.asked.path.slice(ticketPath.length);
        const text = (await postedForm(one.request))?.get('text') ?? null;
        const taken =
          isId(id) &&
          (await database.transaction((tx) => replyInPortal(tx, named(one.customer), id, text, one.now)));
        if (taken) return seeOther(one.response, `${ticketPath}${id}?written`);
        await sendTicket(one, true);
      }),
    },
    {
      method: 'POST',
      path: '/portal/heard-of',
      answer: inside(async (one) => {
        const said = readHeardOfForm(await postedForm(one.request));
        if (!said) return sendList(one, { isMissingWay: true });
        await database.transaction((tx) => answerHeardOf(tx, one.customer.id, 'portal', said, one.now));
        seeOther(one.response, said.way === null ? '/portal/tickets' : '/portal/tickets?heard');
      }),
    },
    {
      method: 'GET',
      path: '/portal/ask',
      answer: inside(async ({ response, reader }) => send(response, askPage(reader))),
    },
    {
      method: 'POST',
      path: '/portal/ask',
      answer: inside(async ({ request, response, reader, customer, now }) => {
        const form = await postedForm(request);
        const said = { subject: form?.get('subject') ?? null, text: form?.get('text') ?? null };
        const id = await database.transaction((tx) => askInPortal(tx, named(customer), said, now));
        if (!id) return send(response, askPage(reader, { ...said, isMissing: true }), 422);
        seeOther(response, `${ticketPath}${id}?written`);
      }),
    },
    {
      method: 'GET',
      path: '/portal/files/*',
      answer: inside(async (one) => {
        const id = one.asked.path.slice(filePath.length);
        const isOwn = isId(id) && (await ownsFile(database, one.customer.id, id));
        const [file] = isOwn ? await attachmentsById(database, [id]) : [null];
        const data = file && (await databaseStore.read(database, file.sha256));
        if (!file || !data) return sendList(one, { missing: true });
        sendFileInBox(one.response, { ...file, data });
      }),
    },
  ];
}
