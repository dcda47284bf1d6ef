import { html, type Markup } from '#platform/http';
import { readMarkup, type Span } from './domain/markup.ts';

const line = (spans: readonly Span[]): Markup =>
  html`${spans.map(({ text, strong, href }) =>
    href
      ? html`<a href="${href}" rel="noopener noreferrer nofollow">${text}</a>`
      : strong
        ? html`<strong>${text}</strong>`
        : text,
  )}`;

/** A text with light markup as it stands in a page for everybody; everything that somebody wrote is text in it. */
export const shownMarkup = (body: string): Markup =>
  html`${readMarkup(body).map((block) =>
    block.kind === 'list'
      ? html`<ul>${block.items.map((item) => html`<li>${line(item)}</li>`)}</ul>`
      : block.kind === 'heading'
        ? html`<h2>${line(block.spans)}</h2>`
        : html`<p>${line(block.spans)}</p>`,
  )}`;
