import { type Block, readMarkup, type Span } from './markup.ts';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => escapes[one]!);

const span = ({ text, strong, href }: Span): string =>
  href
    ? `<a href="${escaped(href)}" rel="noopener noreferrer nofollow">${escaped(text)}</a>`
    : strong
      ? `<strong>${escaped(text)}</strong>`
      : escaped(text);
const line = (spans: readonly Span[]): string => spans.map(span).join('');
const block = (one: Block): string =>
  one.kind === 'list'
    ? `<ul>${one.items.map((item) => `<li>${line(item)}</li>`).join('')}</ul>`
    : one.kind === 'heading'
      ? `<h2>${line(one.spans)}</h2>`
      : `<p>${line(one.spans)}</p>`;

const words: Record<string, { open: string; file: string }> = {
  en: { open: 'Open the page', file: 'Download' },
  it: { open: 'Apri la pagina', file: 'Scarica' },
  fr: { open: 'Ouvrir la page', file: 'Télécharger' },
  ro: { open: 'Deschide pagina', file: 'Descarcă' },
};

const style = `body{margin:0;background:#f6f6f4;color:#1c1c1a;font:17px/1.6 system-ui,sans-serif}main{max-width:42rem;margin:0 auto;padding:3rem 1.25rem}h1{font-size:1.7rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2rem}a{color:#1b5e9b}@media(prefers-color-scheme:dark){body{background:#161615;color:#ececea}a{color:#8cc2f5}}`;

/** What a customer sees at their own address of a piece of content. Everything that somebody wrote is text in it. */
export function sharedPage(content: {
  language: string;
  title: string;
  body: string | null;
  link: string | null;
  /** Address and name of the file, when there is one. */
  file: { href: string; name: string } | null;
}): string {
  const { language, title, body, link, file } = content;
  const say = words[language] ?? words.en!;
  return `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${style}</style></head><body><main><h1>${escaped(title)}</h1>${body ? readMarkup(body).map(block).join('') : ''}${
    link ? `<p><a href="${escaped(link)}" rel="noopener noreferrer nofollow">${say.open}</a></p>` : ''
  }${file ? `<p><a href="${escaped(file.href)}" download>${say.file}: ${escaped(file.name)}</a></p>` : ''}</main></body></html>`;
}
