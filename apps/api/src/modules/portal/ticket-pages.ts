import type { Attachment } from '#modules/attachments';
import { heardOfForm, heardOfWords } from '#modules/reviews';
import { html, type Markup, moment, type PublicLanguage, type PublicPage } from '#platform/http';
import type { OwnMessage, OwnTicket, OwnTickets } from './data/own.ts';
import { pageLength, shownStatus } from './domain/portal.ts';
import { portalWords } from './domain/portal-words.ts';
import { framed, notice } from './page-frame.ts';

/** Who looks: in which language, and in which time zone moments are told where the browser does not say. */
export interface Reader {
  name: string;
  language: PublicLanguage;
  timeZone: string;
}

const badge = (language: PublicLanguage, status: string): Markup => {
  const shown = shownStatus(status);
  return html`<span class="badge ${shown}">${portalWords[language][shown]}</span>`;
};

/** A customer's own tickets, a page at a time, those that are open first of all. */
export function ticketsPage(
  { name, language, timeZone }: Reader,
  { tickets, open, all }: OwnTickets,
  at: { show: 'open' | 'all'; page: number },
  told: { missing?: boolean; asksHeardOf?: boolean; isMissingWay?: boolean; isHeard?: boolean } = {},
): PublicPage {
  const words = portalWords[language];
  const tab = (show: 'open' | 'all', name: string, count: number) =>
    html`<a href="/portal/tickets?show=${show}"${show === at.show ? html` aria-current="page"` : null}>${name} ${count}</a>`;
  const pages = Math.ceil((at.show === 'open' ? open : all) / pageLength);
  const turn = (page: number, name: string) =>
    page < 1 || page > pages
      ? html`<span></span>`
      : html`<a href="/portal/tickets?show=${at.show}&page=${page}">${name}</a>`;
  return framed(
    { language, path: '/portal/tickets', here: 'tickets', isInside: true },
    {
      title: words.tickets,
      isWide: true,
      tellsTimes: true,
      body: html`<div class="head"><div><h1>${words.tickets}</h1><p class="quiet">${name}</p></div><a class="button" href="/portal/ask">${words.ask}</a></div>${notice(told.missing ? words.noTicket : null, 'bad')}${notice(told.isHeard ? heardOfWords[language].thanks : null)}${
        all === 0
          ? html`<div class="empty"><strong>${words.noTickets}</strong>${words.noOpen}</div>`
          : html`<nav class="tabs" aria-label="${words.tickets}">${tab('open', words.open, open)}${tab('all', words.every, all)}</nav>${
              tickets.length === 0
                ? html`<div class="empty"><strong>${words.none}</strong>${words.noOpen}</div>`
                : html`<ul class="rows">${tickets.map(
                    (ticket) =>
                      html`<li><a href="/portal/tickets/${ticket.id}"><strong>${ticket.subject}</strong><span class="quiet">#${ticket.number} · ${moment(language, ticket.lastAt, timeZone)}</span>${badge(language, ticket.status)}</a></li>`,
                  )}</ul>`
            }${
              pages > 1
                ? html`<nav class="pager" aria-label="${words.pageOf(at.page, pages)}">${turn(at.page - 1, `← ${words.newer}`)}<span class="quiet">${words.pageOf(at.page, pages)}</span>${turn(at.page + 1, `${words.older} →`)}</nav>`
                : null
            }`
      }${told.asksHeardOf ? heardOfForm(language, '/portal/heard-of', { isMissing: told.isMissingWay === true }) : null}`,
    },
  );
}

/** Where a customer asks something new; what they typed stays when something is missing. */
export function askPage(
  { language }: Reader,
  said: { subject?: string | null; text?: string | null; isMissing?: boolean } = {},
): PublicPage {
  const words = portalWords[language];
  return framed(
    { language, path: '/portal/ask', here: 'tickets', isInside: true },
    {
      title: words.ask,
      body: html`<a class="back" href="/portal/tickets">← ${words.tickets}</a><form class="card" method="post" action="/portal/ask"><h1>${words.ask}</h1>${notice(said.isMissing ? words.empty : null, 'bad')}<p class="quiet">${words.askMore}</p><p><label>${words.subject}<input type="text" name="subject" required maxlength="300" value="${said.subject}"></label></p><p><label>${words.question}<textarea name="text" required maxlength="20000">${said.text}</textarea></label></p><div class="actions"><button>${words.send}</button><a class="button plain" href="/help?lang=${language}">${words.help}</a></div></form>`,
    },
  );
}

const author = (language: PublicLanguage, { authorKind, authorName }: OwnMessage): string => {
  const words = portalWords[language];
  return authorKind === 'customer' ? words.you : authorKind === 'bot' ? words.bot : (authorName ?? words.us);
};

const paragraphs = (text: string): Markup =>
  html`${text
    .trim()
    .split(/\n{2,}/)
    .map(
      (part) =>
        html`<p>${part.split('\n').map((line, place) => html`${place > 0 ? html`<br>` : null}${line}`)}</p>`,
    )}`;

const sizeOf = (language: PublicLanguage, bytes: number): string => {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumSignificantDigits: 2 }).format(value);
};

const shownFiles = (language: PublicLanguage, files: readonly Attachment[]): Markup | null =>
  files.length === 0
    ? null
    : html`<ul class="files" aria-label="${portalWords[language].files}">${files.map((file) => html`<li><a href="/portal/files/${file.id}">${file.name} <span class="quiet">${sizeOf(language, file.bytes)}</span></a></li>`)}</ul>`;

/** One ticket with what passed between us, and the next word of its customer. */
export function ticketPage(
  { language, timeZone }: Reader,
  ticket: OwnTicket,
  messages: readonly (OwnMessage & { files: readonly Attachment[] })[],
  told: { written?: boolean; isMissing?: boolean } = {},
): PublicPage {
  const words = portalWords[language];
  const isOver = shownStatus(ticket.status) === 'solved';
  return framed(
    { language, path: `/portal/tickets/${ticket.id}`, here: 'tickets', isInside: true },
    {
      title: ticket.subject,
      isWide: true,
      tellsTimes: true,
      body: html`<a class="back" href="/portal/tickets">← ${words.tickets}</a><div class="head"><h1>${ticket.subject}</h1>${badge(language, ticket.status)}</div><p class="quiet">#${ticket.number} · ${words.opened} ${moment(language, ticket.openedAt, timeZone)}</p>${
        messages.length === 0 && ticket.description
          ? html`<div class="card">${paragraphs(ticket.description)}</div>`
          : null
      }<ol class="talk">${messages.map(
        (message) =>
          html`<li class="${message.authorKind === 'customer' ? 'own' : ''}"><div class="by"><h2>${author(language, message)}</h2><span class="quiet">${moment(language, message.at, timeZone)}</span></div><div class="said">${paragraphs(message.body)}${shownFiles(language, message.files)}</div></li>`,
      )}</ol>${notice(told.written ? words.written : null)}${notice(told.isMissing ? words.empty : null, 'bad')}<form class="card" method="post" action="/portal/tickets/${ticket.id}">${isOver ? html`<p class="quiet">${words.solvedHint}</p>` : null}<label>${words.reply}<textarea name="text" required maxlength="20000"></textarea></label><div class="actions"><button>${words.send}</button></div></form>`,
    },
  );
}
