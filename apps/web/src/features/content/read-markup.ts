/** A piece of a line: plain, strong, or a link to a web address. */
export interface Span {
  text: string;
  strong?: boolean;
  href?: string;
}

/** A block of a text with light markup. */
export type Block = { kind: 'heading' | 'line'; spans: Span[] } | { kind: 'list'; items: Span[][] };

const pattern = /\*\*([^*\n]{1,500})\*\*|\[([^\]\n]{1,300})\]\((https?:\/\/[^\s()<>"']{1,1500})\)/g;

function spansOf(line: string): Span[] {
  const spans: Span[] = [];
  let done = 0;
  for (const found of line.matchAll(pattern)) {
    if (found.index > done) spans.push({ text: line.slice(done, found.index) });
    spans.push(found[1] ? { text: found[1], strong: true } : { text: found[2] ?? '', href: found[3] ?? '' });
    done = found.index + found[0].length;
  }
  if (done < line.length) spans.push({ text: line.slice(done) });
  return spans;
}

/** Reads the light markup of content (`# heading`, `- list`, `**strong**`, `[words](https://…)`); everything else is text. */
export function readMarkup(text: string): Block[] {
  const blocks: Block[] = [];
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (!line) continue;
    const item = /^[-*•] +(.*)$/.exec(line);
    const last = blocks.at(-1);
    if (item && last?.kind === 'list') last.items.push(spansOf(item[1] ?? ''));
    else if (item) blocks.push({ kind: 'list', items: [spansOf(item[1] ?? '')] });
    else {
      const heading = /^#{1,4} +(.*)$/.exec(line);
      blocks.push(
        heading
          ? { kind: 'heading', spans: spansOf(heading[1] ?? '') }
          : { kind: 'line', spans: spansOf(line) },
      );
    }
  }
  return blocks;
}

/** The same as one plain text, for a message. */
export const plainWords = (text: string): string =>
  text
    .replace(/^#{1,4} +/gm, '')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
    .replace(/\[([^\]\n]+)\]\(([^)\s]+)\)/g, '$1 ($2)');
