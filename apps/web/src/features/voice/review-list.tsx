import { type ReactNode, useEffect, useRef } from 'react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Pill } from '#ui/badges/pill.tsx';
import type { ReviewLine } from './reviews.documents.ts';
import styles from './reviews.module.css';
import { Stars } from './stars.tsx';
import { reviewStatusWords } from './words.ts';

/** Who wrote a review, as far as there is a name. */
export const writerOf = (review: Pick<ReviewLine, 'customer' | 'authorName'>): string | null =>
  review.customer?.displayName ?? review.authorName;

/** The lines of the list: who wrote, how many stars, where and about what, how it begins, and how much time is left. */
export function ReviewList({
  lines,
  current,
  href,
  clock,
  onOpen,
  onMore,
}: {
  lines: readonly ReviewLine[];
  current: string | undefined;
  href: (id: string) => string;
  clock: (line: ReviewLine) => ReactNode;
  onOpen: (id: string) => void;
  /** There are more: fetches them. */
  onMore: (() => void) | undefined;
}) {
  const say = useWords();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (current) list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <>
      <ul ref={list} className={styles.list} aria-label={say('voice.list')}>
        {lines.map((line) => (
          <li key={line.id}>
            <Line
              line={line}
              current={line.id === current}
              href={href(line.id)}
              clock={clock(line)}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
      {onMore && (
        <button type="button" className={styles.more} onClick={onMore}>
          {say('voice.more')}
        </button>
      )}
    </>
  );
}

function Line({
  line,
  current,
  href,
  clock,
  onOpen,
}: {
  line: ReviewLine;
  current: boolean;
  href: string;
  clock: ReactNode;
  onOpen: (id: string) => void;
}) {
  const say = useWords();
  const { ago } = useFormat();
  const said = [line.title, line.text].filter(Boolean).join(' — ');
  const status = line.case?.status ?? 'NEW';
  return (
    <a
      href={href}
      className={styles.line}
      aria-current={current || undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onOpen(line.id);
      }}
    >
      <span className={styles.first}>
        <span className={styles.name}>{writerOf(line) ?? say('voice.somebody')}</span>
        {line.case?.clockState && (status === 'NEW' || status === 'WAITING') ? (
          clock
        ) : (
          <time className={styles.when} dateTime={line.at}>
            {ago(line.at)}
          </time>
        )}
      </span>
      <span className={styles.about}>
        <Stars rating={line.rating} />
        <span>{[line.site, line.productName].filter(Boolean).join(' · ') || say('voice.noPlace')}</span>
      </span>
      <span className={styles.said} lang={line.language ?? undefined} data-silent={!said || undefined}>
        {said || say('voice.noWords')}
      </span>
      <span className={styles.state}>
        {status !== 'NEW' && (
          <Pill tone={status === 'ANSWERED' ? 'good' : 'plain'}>{say(reviewStatusWords[status])}</Pill>
        )}
        {!line.isKnown && <Pill>{say('voice.unknownWriter')}</Pill>}
        <span>{line.case?.assigneeName ?? say('voice.nobody')}</span>
      </span>
    </a>
  );
}
