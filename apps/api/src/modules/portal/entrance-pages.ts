import { html, type Markup, type PublicLanguage, type PublicPage } from '#platform/http';
import { portalWords } from './domain/portal-words.ts';
import { framed, notice } from './page-frame.ts';

/** What happened before somebody stands at the door. */
export interface AtTheDoor {
  /** `sent`: asked for a link; the others say why somebody is not in. */
  told?: 'sent' | 'linkOver' | 'tooMany' | 'signedOut' | 'notOurs';
  /** What somebody had written when we could not take it. */
  kept?: string | null;
  /** In a demo no mail leaves: an address to try, and the link that a letter would hold. */
  demo?: { address: string | null; link: string | null };
}

const emailForm = (language: PublicLanguage, button: string, address: string | null | undefined): Markup => {
  const words = portalWords[language];
  return html`<form method="post" action="/portal?lang=${language}"><label>${words.email}<input type="email" name="email" autocomplete="email" required maxlength="254" value="${address}"></label><div class="actions"><button>${button}</button></div></form>`;
};

/** Where one asks for the link, or is told that it is on its way. */
export function doorPage(language: PublicLanguage, { told, kept, demo }: AtTheDoor = {}): PublicPage {
  const words = portalWords[language];
  const standing = { language, path: '/portal', here: 'tickets', isInside: false } as const;
  if (told === 'sent')
    return framed(standing, {
      title: words.sentTitle,
      body: html`<div class="card"><h1>${words.sentTitle}</h1>${
        demo
          ? demo.link
            ? html`<p>${words.demoHint}</p><div class="actions"><a class="button" href="${demo.link}">${words.demoEnter}</a></div>`
            : notice(words.demoNone, 'bad')
          : html`${notice(words.linkSent)}<p>${words.sentMore}</p>`
      }</div><div class="card">${emailForm(language, words.again, demo?.address)}</div>`,
    });
  const lost = kept
    ? html`<div class="card"><p>${words.yourWords}</p><textarea readonly aria-label="${words.yourWords}">${kept}</textarea></div>`
    : null;
  return framed(standing, {
    title: words.mine,
    body: html`<div class="card"><h1>${words.mine}</h1>${notice(told ? words[told] : null, 'bad')}<p>${words.enterText}</p>${emailForm(language, words.sendLink, demo?.address)}</div>${lost}`,
  });
}

/** Where the link leads: a program that looks at links beforehand does not use it up. */
export function enterPage(language: PublicLanguage, path: string): PublicPage {
  const words = portalWords[language];
  return framed(
    { language, path, here: 'tickets', isInside: false },
    {
      title: words.mine,
      body: html`<form class="card" method="post" action="${path}"><h1>${words.mine}</h1><p>${words.enterNow}</p><div class="actions"><button>${words.enter}</button></div></form>`,
    },
  );
}
