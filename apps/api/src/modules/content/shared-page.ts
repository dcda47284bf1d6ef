import { ourName } from '#modules/house';
import { html, type PublicPage, publicLanguage, topWithName } from '#platform/http';
import { shownMarkup } from './shown-markup.ts';

const words = {
  en: { open: 'Open the page', file: 'Download' },
  it: { open: 'Apri la pagina', file: 'Scarica' },
  fr: { open: 'Ouvrir la page', file: 'Télécharger' },
  ro: { open: 'Deschide pagina', file: 'Descarcă' },
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
