import type { Attachment } from '#modules/attachments';
import { type Consent, foldConsents } from '#modules/consent';
import { html, type Markup, type PublicLanguage, type PublicPage } from '#platform/http';
import type { OwnConsent, OwnMessage, OwnTicket } from './data/own.ts';
import { shownStatus } from './domain/portal.ts';
import { portalWords } from './domain/portal-words.ts';

const day = (language: PublicLanguage, at: Date): Markup =>
  html`<time datetime="${at.toISOString()}">${new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(at)} UTC</time>`;

const page = (language: PublicLanguage, title: string, body: Markup, isWide = false): PublicPage => ({
  language,
  title,
  isWide,
  body,
});

const notice = (text: string | null, tone: 'good' | 'bad' = 'good'): Markup | null =>
  text ? html`<p class="notice ${tone}" role="status">${text}</p>` : null;

/** Where one asks for the link. */
export function doorPage(
  language: PublicLanguage,
  told: { sent?: boolean; isOver?: boolean } = {},
): PublicPage {
  const words = portalWords[language];
  return page(
    language,
    words.mine,
    html`<form class="card" method="post" action="/portal"><h1>${words.mine}</h1>${notice(told.isOver ? words.linkOver : null, 'bad')}${notice(told.sent ? words.linkSent : null)}<p>${words.enterText}</p><label>${words.email}<input type="email" name="email" autocomplete="email" required maxlength="254"></label><div class="actions"><button>${words.sendLink}</button></div></form><footer><a href="/help">${words.help}</a></footer>`,
  );
}

/** Where the link leads: a program that looks at links beforehand does not use it up. */
export function enterPage(language: PublicLanguage, path: string): PublicPage {
  const words = portalWords[language];
  return page(
    language,
    words.mine,
    html`<form class="card" method="post" action="${path}"><h1>${words.mine}</h1><p>${words.enterNow}</p><div class="actions"><button>${words.enter}</button></div></form>`,
  );
}

const menu = (language: PublicLanguage): Markup => {
  const words = portalWords[language];
  return html`<footer><p><a href="/portal/tickets">${words.tickets}</a> · <a href="/portal/preferences">${words.preferences}</a> · <a href="/help">${words.help}</a></p><form method="post" action="/portal/leave"><button class="plain">${words.leave}</button></form></footer>`;
};

/** A customer's own tickets, and where they ask something new. */
export function ticketsPage(
  language: PublicLanguage,
  name: string,
  tickets: readonly OwnTicket[],
  written: boolean,
): PublicPage {
  const words = portalWords[language];
  return page(
    language,
    words.tickets,
    html`<p class="brand">${name}</p><div class="card"><h1>${words.tickets}</h1>${notice(written ? words.written : null)}${
      tickets.length === 0 ? html`<p class="quiet">${words.noTickets}</p>` : null
    }${tickets.map(
      (ticket) =>
        html`<h2><a href="/portal/tickets/${ticket.id}">${ticket.subject}</a></h2><p class="quiet">#${ticket.number} · ${words[shownStatus(ticket.status)]} · ${day(language, ticket.lastAt)}</p>`,
    )}</div><form class="card" method="post" action="/portal/tickets"><h2>${words.ask}</h2><label>${words.subject}<input type="text" name="subject" required maxlength="300"></label><p><label>${words.question}<textarea name="text" required maxlength="20000"></textarea></label></p><div class="actions"><button>${words.send}</button></div></form>${menu(language)}`,
    true,
  );
}

const author = (language: PublicLanguage, { authorKind, authorName }: OwnMessage): string => {
  const words = portalWords[language];
  return authorKind === 'customer' ? words.you : authorKind === 'bot' ? words.bot : (authorName ?? words.us);
};

/** One ticket with what passed between us. */
export function ticketPage(
  language: PublicLanguage,
  ticket: OwnTicket,
  messages: readonly (OwnMessage & { files: readonly Attachment[] })[],
  written: boolean,
): PublicPage {
  const words = portalWords[language];
  const lines = (text: string): Markup => html`${text.split('\n').map((line) => html`${line}<br>`)}`;
  return page(
    language,
    ticket.subject,
    html`<p><a href="/portal/tickets">← ${words.tickets}</a></p><div class="card"><h1>${ticket.subject}</h1><p class="quiet">#${ticket.number} · ${words[shownStatus(ticket.status)]}</p>${notice(written ? words.written : null)}${
      messages.length === 0 && ticket.description ? html`<p>${lines(ticket.description)}</p>` : null
    }${messages.map(
      (message) =>
        html`<h2>${author(language, message)}</h2><p class="quiet">${day(language, message.at)}</p><p>${lines(message.body)}</p>${
          message.files.length > 0
            ? html`<p>${words.files}: ${message.files.map((file) => html`<a href="/portal/files/${file.id}">${file.name}</a> `)}</p>`
            : null
        }`,
    )}</div><form class="card" method="post" action="/portal/tickets/${ticket.id}"><label>${words.reply}<textarea name="text" required maxlength="20000"></textarea></label><div class="actions"><button>${words.send}</button></div></form>${menu(language)}`,
    true,
  );
}

const offered = ['marketing', 'newsletter', 'survey'] as const;

/** What of consents is shown: what was ever said, and what we ask everybody. */
export function consentsOf(
  ledger: readonly OwnConsent[],
): Pick<Consent<OwnConsent>, 'purpose' | 'channel' | 'state'>[] {
  const known = foldConsents(ledger);
  const missing = offered.filter((purpose) => !known.some((one) => one.purpose === purpose));
  return [
    ...known.filter(({ purpose }) => /^[a-z][a-z0-9-]{0,40}$/.test(purpose)),
    ...missing.map((purpose) => ({ purpose, channel: 'email', state: 'unknown' as const })),
  ];
}

/** What a customer allows us, and everything we keep of them. */
export function preferencesPage(language: PublicLanguage, ledger: readonly OwnConsent[]): PublicPage {
  const words = portalWords[language];
  const states = { granted: words.allowed, withdrawn: words.stopped, unknown: words.unknown };
  return page(
    language,
    words.preferences,
    html`<div class="card"><h1>${words.preferences}</h1><p>${words.preferencesText}</p>${consentsOf(
      ledger,
    ).map(
      ({ purpose, channel, state }) =>
        html`<form method="post" action="/portal/preferences"><h2>${words.purposes[purpose] ?? purpose}</h2><p class="quiet">${channel} · ${states[state]}</p><input type="hidden" name="purpose" value="${purpose}"><input type="hidden" name="channel" value="${channel}"><div class="actions">${
          state === 'granted' ? null : html`<button name="state" value="granted">${words.allow}</button>`
        }${state === 'withdrawn' ? null : html`<button class="plain" name="state" value="withdrawn">${words.stop}</button>`}</div></form>`,
    )}</div><div class="card"><h2>${words.export}</h2><p>${words.exportText}</p><p><a href="/portal/export.json" download>${words.export}</a></p></div>${menu(language)}`,
    true,
  );
}
