import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './body.ts';
import { html, type Markup } from './markup.ts';
import { sendText } from './send.ts';

/** The languages of pages for everybody. */
export const publicLanguages = ['en', 'it', 'fr', 'ro'] as const;
export type PublicLanguage = (typeof publicLanguages)[number];

const spoken = (tag: string): PublicLanguage | undefined =>
  publicLanguages.find((one) => one === tag.trim().slice(0, 2).toLowerCase());

/** The language to speak with somebody: theirs as we know it, else the first of their browser's that we speak, else English. */
export function publicLanguage(wanted: string | null | undefined, accepted?: string): PublicLanguage {
  const known = wanted ? spoken(wanted) : undefined;
  if (known) return known;
  const asked = (accepted ?? '').split(',').map((one) => {
    const [tag = '', ...more] = one.split(';');
    const quality = /^\s*q=([\d.]+)/.exec(more.find((part) => /^\s*q=/.test(part)) ?? '')?.[1];
    return { language: spoken(tag), quality: quality === undefined ? 1 : Number(quality) };
  });
  asked.sort((one, other) => other.quality - one.quality);
  return asked.find(({ language, quality }) => language && quality > 0)?.language ?? 'en';
}

/** A page for people who have no account here. */
export interface PublicPage {
  language: PublicLanguage;
  title: string;
  /** Who we are, above the title. */
  brand?: string | null;
  /** For lists and articles: more room across. */
  isWide?: boolean;
  /** Where search engines may find it, and in which languages; other pages are found by none. */
  found?: {
    description: string;
    canonical: string;
    alternates: readonly { language: string; href: string }[];
  };
  body: Markup;
}

const style = `:root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--ink:#16181d;--quiet:#5b6070;--line:#d5d8e0;--accent:#3256d3;--on-accent:#fff;--soft:#e8edfc;--bad:#b3261e;--good:#0b6b3a}
@media(prefers-color-scheme:dark){:root{--page:#101216;--card:#191c22;--ink:#eceef2;--quiet:#a3a9ba;--line:#343946;--accent:#8fa8ff;--on-accent:#0d1330;--soft:#232b48;--bad:#ff8a80;--good:#7ad9a4}}
*{box-sizing:border-box}html{scroll-padding:1rem}body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.55 Inter,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:38rem;margin:0 auto;padding:clamp(1rem,6vw,4rem) 1rem}main.wide{max-width:60rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:clamp(1.1rem,4vw,2.2rem)}.card+.card{margin-top:1rem}
.brand{margin:0 0 .9rem;color:var(--quiet);font-weight:600}h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem;text-wrap:balance}h2{font-size:1.1rem;margin:1.6rem 0 .4rem}p{margin:.5rem 0}.quiet{color:var(--quiet);font-size:.9rem}
a{color:var(--accent)}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
label,legend{font-weight:600}fieldset{border:0;margin:1.2rem 0 0;padding:0;min-width:0}legend{padding:0;margin-bottom:.6rem}
input[type=text],input[type=email],input[type=search],textarea,select{display:block;width:100%;margin-top:.35rem;padding:.65rem .75rem;border:1px solid var(--quiet);border-radius:9px;background:var(--card);color:var(--ink);font:inherit}textarea{min-height:6.5rem;resize:vertical}
button{min-height:2.75rem;padding:.6rem 1.2rem;border:1px solid var(--accent);border-radius:9px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;cursor:pointer}button.plain{background:none;color:var(--accent)}.actions{display:flex;flex-wrap:wrap;gap:.6rem;margin-top:1.3rem}
.scale{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:.4rem}.scale.many{grid-auto-flow:row;grid-template-columns:repeat(11,minmax(0,1fr))}@media(max-width:34rem){.scale.many{grid-template-columns:repeat(6,minmax(0,1fr))}}.scale label{position:relative;display:grid;place-items:center;min-height:3rem;border:1px solid var(--quiet);border-radius:9px;font-size:1.15rem;cursor:pointer;text-align:center}.scale input{position:absolute;inset:0;margin:0;opacity:0;cursor:pointer}.scale label:has(:checked){background:var(--accent);border-color:var(--accent);color:var(--on-accent)}.scale label:has(:focus-visible){outline:3px solid var(--accent);outline-offset:2px}.scale.faces label,.scale.thumbs label{font-size:1.9rem}.ends{display:flex;justify-content:space-between;gap:1rem;margin:.4rem 0 0;color:var(--quiet);font-size:.9rem}
.notice{border-left:4px solid var(--accent);background:var(--soft);padding:.7rem .9rem;border-radius:0 9px 9px 0}.notice.bad{border-color:var(--bad)}.notice.good{border-color:var(--good)}
footer{margin-top:1.3rem;color:var(--quiet);font-size:.9rem}.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media(forced-colors:active){.scale label:has(:checked){outline:3px solid Highlight}}@media print{body{background:#fff}button{display:none}}`;

const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
// The style is ours, and its hash is what the policy lets through.
const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><style>${style}</style>`;

const findable = (found: PublicPage['found']): Markup =>
  found
    ? html`<meta name="description" content="${found.description}"><link rel="canonical" href="${found.canonical}">${found.alternates.map(
        ({ language, href }) => html`<link rel="alternate" hreflang="${language}" href="${href}">`,
      )}`
    : html`<meta name="robots" content="noindex">`;

/** The page as a browser gets it. It runs no script: it works in every browser, and there is nothing in it to attack. */
export const publicPage = ({ language, title, brand, isWide, found, body }: PublicPage): string =>
  `<!doctype html><html lang="${language}"><head>${head}${html`${findable(found)}<title>${title}</title></head><body><main class="${isWide ? 'wide' : ''}">${brand ? html`<p class="brand">${brand}</p>` : null}${body}</main></body></html>`.text}`;

/**
 * Sends a page for everybody: no script, no frame around it, forms to ourselves only, kept by nobody and found by no search
 * engine unless it says where. Nothing that is looked at changes anything: only what is posted counts, so programs that open links answer nothing.
 */
export function sendPublicPage(response: ServerResponse, status: number, page: PublicPage): void {
  response.setHeader('cache-control', page.found ? 'public, max-age=300' : 'private, no-store');
  if (!page.found) response.setHeader('x-robots-tag', 'noindex');
  response.setHeader(
    'content-security-policy',
    `default-src 'none'; style-src ${styleHash}; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  );
  sendText(response, status, 'text/html; charset=utf-8', publicPage(page));
}

/** What a form of such a page posted, or what a mail server posts by RFC 8058 (in either way of writing a form). */
export async function readForm(request: IncomingMessage, bytes = 32 * 1024): Promise<URLSearchParams> {
  const body = (await readBody(request, { bytes })).toString('utf8');
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return new URLSearchParams(body);
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null);
  const fields = new URLSearchParams();
  for (const [name, value] of form?.entries() ?? [])
    if (typeof value === 'string') fields.append(name, value);
  return fields;
}
