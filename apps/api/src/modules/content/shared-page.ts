import { ourName } from '#modules/house';
import { html, type PublicLanguage, type PublicPage, publicLanguage, topWithName } from '#platform/http';
import { shownMarkup } from './shown-markup.ts';

const words = {
  en: {
    open: 'Open the page',
    file: 'Download',
    nothing: 'There is nothing here',
    ask: 'The link has ended or is not complete. If you miss something, simply answer our last message.',
  },
  it: {
    open: 'Apri la pagina',
    file: 'Scarica',
    nothing: 'Qui non c’è nulla',
    ask: 'Il link è scaduto o incompleto. Se le manca qualcosa, risponda semplicemente al nostro ultimo messaggio.',
  },
  fr: {
    open: 'Ouvrir la page',
    file: 'Télécharger',
    nothing: 'Il n’y a rien ici',
    ask: 'Le lien a expiré ou n’est pas complet. S’il vous manque quelque chose, répondez simplement à notre dernier message.',
  },
  ro: {
    open: 'Deschide pagina',
    file: 'Descarcă',
    nothing: 'Aici nu este nimic',
    ask: 'Linkul a expirat sau nu este complet. Dacă vă lipsește ceva, răspundeți la ultimul nostru mesaj.',
  },
};

/** What a customer sees at their own address of a piece of content. Everything that somebody wrote is text in it. */
export function sharedPage(content: {
  language: string;
  title: string;
  body: string | null;
  link: string | null;
  /** Address and name of the file, when there is one. */
  file: { href: string; name: string } | null;
}): PublicPage {
  const { title, body, link, file } = content;
  const language = publicLanguage(content.language);
  const say = words[language];
  return {
    language,
    title,
    top: topWithName(ourName()),
    isWide: true,
    body: html`<article class="card article"><h1>${title}</h1>${body ? shownMarkup(body) : null}${
      link || file
        ? html`<div class="actions">${link ? html`<a class="button" href="${link}" rel="noopener noreferrer nofollow">${say.open}</a>` : null}${file ? html`<a class="button plain" href="${file.href}" download>${say.file}: ${file.name}</a>` : null}</div>`
        : null
    }</article>`,
  };
}

/** There is no such address, or no longer. */
export function nothingPage(language: PublicLanguage): PublicPage {
  const { nothing, ask } = words[language];
  return {
    language,
    title: nothing,
    top: topWithName(ourName()),
    body: html`<div class="card"><h1>${nothing}</h1><p>${ask}</p></div>`,
  };
}
