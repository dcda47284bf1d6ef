import styles from './content.module.css';
import { readMarkup, type Span } from './read-markup.ts';

function Line({ spans }: { spans: readonly Span[] }) {
  return spans.map((span, nth) => {
    const key = `${nth} ${span.text}`;
    if (span.href)
      return (
        <a key={key} href={span.href} target="_blank" rel="noopener noreferrer">
          {span.text}
        </a>
      );
    return span.strong ? <strong key={key}>{span.text}</strong> : <span key={key}>{span.text}</span>;
  });
}

/** The words of content as elements of ours: nothing in them can be more than words. */
export function Markup({ text, language }: { text: string; language: string }) {
  return (
    <div className={styles.markup} lang={language}>
      {readMarkup(text).map((block, nth) => {
        const key = `${nth} ${block.kind}`;
        if (block.kind === 'list')
          return (
            <ul key={key}>
              {block.items.map((item, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have nothing but their place.
                <li key={place}>
                  <Line spans={item} />
                </li>
              ))}
            </ul>
          );
        return block.kind === 'heading' ? (
          <p key={key} className={styles.heading}>
            <Line spans={block.spans} />
          </p>
        ) : (
          <p key={key}>
            <Line spans={block.spans} />
          </p>
        );
      })}
    </div>
  );
}
