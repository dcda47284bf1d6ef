import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './body.ts';
import { html, type Markup } from './markup.ts';
import { hashOfInline, publicStyle, timeScript } from './public-style.ts';
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
  /** Who we are and where one can go from here, above everything. */
  top?: Markup;
  /** Whether it tells times (`moment`): then the one script that we have writes them as their reader does. */
  tellsTimes?: boolean;
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

// The style is ours, and its hash is what the policy lets through.
const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><link rel="icon" href="/favicon.svg"><style>${publicStyle}</style>`;
const styleHash = hashOfInline(publicStyle);
const timeScriptHash = hashOfInline(timeScript);

const findable = (found: PublicPage['found']): Markup =>
  found
    ? html`<meta name="description" content="${found.description}"><link rel="canonical" href="${found.canonical}">${found.alternates.map(
        ({ language, href }) => html`<link rel="alternate" hreflang="${language}" href="${href}">`,
      )}`
    : html`<meta name="robots" content="noindex">`;

/** The line above pages from which one can go nowhere: whose they are. */
export const topWithName = (name: string): Markup =>
  html`<header class="top"><div><span class="name">${name}</span></div></header>`;

/** A moment, as it is told where no script runs: in this time zone, with its name. */
export const moment = (language: PublicLanguage, at: Date, timeZone: string): Markup =>
  html`<time datetime="${at.toISOString()}">${new Intl.DateTimeFormat(
    language === 'en' ? 'en-GB' : language,
    {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone,
    },
  ).format(at)}</time>`;

/** The page as a browser gets it. It works in every browser without a script, and there is nothing in it to attack. */
export const publicPage = ({ language, title, top, tellsTimes, isWide, found, body }: PublicPage): string =>
  `<!doctype html><html lang="${language}"><head>${head}${html`${findable(found)}<title>${title}</title></head><body>${top}<main id="main" class="${isWide ? 'wide' : ''}">${body}</main>`.text}${tellsTimes ? `<script>${timeScript}</script>` : ''}</body></html>`;

/**
 * Sends a page for everybody: no script but the one that writes times, no frame around it, forms to ourselves only, kept by nobody and found by no search
 * engine unless it says where. Nothing that is looked at changes anything: only what is posted counts, so programs that open links answer nothing.
 */
export function sendPublicPage(response: ServerResponse, status: number, page: PublicPage): void {
  response.setHeader('cache-control', page.found ? 'public, max-age=300' : 'private, no-store');
  if (!page.found) response.setHeader('x-robots-tag', 'noindex');
  response.setHeader(
    'content-security-policy',
    `default-src 'none'; style-src ${styleHash};${page.tellsTimes ? ` script-src ${timeScriptHash};` : ''} img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
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
