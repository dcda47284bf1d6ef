import { type Consent, foldConsents } from '#modules/consent';
import { html, type PublicLanguage, type PublicPage } from '#platform/http';
import type { OwnConsent } from './data/own.ts';
import { portalWords } from './domain/portal-words.ts';
import { framed, notice } from './page-frame.ts';

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
export function preferencesPage(
  language: PublicLanguage,
  ledger: readonly OwnConsent[],
  told: { isSaved?: boolean } = {},
): PublicPage {
  const words = portalWords[language];
  const states = { granted: words.allowed, withdrawn: words.stopped, unknown: words.unknown };
  const colours = { granted: 'solved', withdrawn: 'yours', unknown: '' };
  return framed(
    { language, path: '/portal/preferences', here: 'preferences', isInside: true },
    {
      title: words.preferences,
      isWide: true,
      body: html`<h1>${words.preferences}</h1><p class="quiet">${words.preferencesText}</p>${notice(told.isSaved ? words.saved : null)}<ul class="rows">${consentsOf(
        ledger,
      ).map(({ purpose, channel, state }) => {
        const name = words.purposes[purpose] ?? purpose;
        const by = words.channels[channel] ?? channel;
        const button = (to: 'granted' | 'withdrawn', word: string) =>
          html`<button class="plain" name="state" value="${to}" aria-label="${word}: ${name}, ${by}">${word}</button>`;
        return html`<li><form class="row" method="post" action="/portal/preferences"><strong>${name}</strong><span class="quiet">${by} · <span class="state ${colours[state]}">${states[state]}</span></span><input type="hidden" name="purpose" value="${purpose}"><input type="hidden" name="channel" value="${channel}"><span class="end">${
          state === 'granted' ? null : button('granted', words.allow)
        }${state === 'withdrawn' ? null : button('withdrawn', words.stop)}</span></form></li>`;
      })}</ul><h2>${words.export}</h2><p class="quiet">${words.exportFiles}</p><div class="actions"><a class="button plain" href="/portal/my-data.zip" download>${words.export}</a></div>`,
    },
  );
}
