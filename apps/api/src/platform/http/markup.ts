const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup that may stand in a page as it is. Only `html` makes it, and everything that it is given becomes text. */
export class Markup {
  readonly text: string;
  private constructor(text: string) {
    this.text = text;
  }
  /** Only for `html`, which has escaped what it holds. */
  static made(text: string): Markup {
    return new Markup(text);
  }
}

/** What may be put into markup; `null`, `undefined` and `false` are nothing. */
export type Inside = string | number | Markup | null | undefined | false | readonly Inside[];

const written = (value: Inside): string => {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(written).join('');
  return String(value).replace(/[&<>"']/g, (one) => escapes[one]!);
};

/** Writes a piece of a page: what stands in the template is markup, whatever is put into it is text, so nothing that somebody wrote becomes a tag. */
export const html = (parts: TemplateStringsArray, ...values: Inside[]): Markup =>
  Markup.made(parts.reduce((page, part, place) => page + written(values[place - 1]) + part));
