import { useQuery } from '@apollo/client/react';
import { ArrowLeft, ExternalLink } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { may } from '#lib/viewer.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { ReviewActs } from './review-acts.tsx';
import { type Mode, ReviewComposer } from './review-composer.tsx';
import { ReviewHistory } from './review-history.tsx';
import { writerOf } from './review-list.tsx';
import styles from './review-work.module.css';
import { type Chosen, ReviewWriter } from './review-writer.tsx';
import { type ReviewWork as Review, type ReviewLine, reviewQuery } from './reviews.documents.ts';
import { Stars } from './stars.tsx';
import { useReviews } from './use-reviews.ts';
import { dismissReasonWords, reviewStatusWords } from './words.ts';

/** What a page lays beside a review that is worked on: pieces of other features. */
export interface ReviewPieces {
  clock: (line: ReviewLine) => ReactNode;
  customerLink: (customer: { id: string; displayName: string }) => ReactNode;
  ticketLink: (ticketId: string, words: string) => ReactNode;
  pick: (onPick: (chosen: Chosen) => void, without: string) => ReactNode;
}

/** One review with all that can be done with it. */
export function ReviewWork({
  id,
  onDone,
  onBack,
  ...pieces
}: ReviewPieces & {
  id: string;
  /** It needs nothing more: the next one may open. */
  onDone: () => void;
  onBack: (() => void) | undefined;
}) {
  const say = useWords();
  const { data, error, refetch } = useQuery(reviewQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const review = data?.review?.id === id ? data.review : null;
  if (error && !review) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!review)
    return data ? (
      <p className={styles.gone}>{say('voice.gone')}</p>
    ) : (
      <div className={styles.bones} aria-busy>
        <Bone height={48} />
        <Bone height={160} />
      </div>
    );
  return <Work key={id} review={review} onDone={onDone} onBack={onBack} {...pieces} />;
}

function Work({
  review,
  onDone,
  onBack,
  clock,
  customerLink,
  ticketLink,
  pick,
}: ReviewPieces & { review: Review; onDone: () => void; onBack: (() => void) | undefined }) {
  const say = useWords();
  const { date, ago } = useFormat();
  const acts = useReviews();
  const [mode, setMode] = useState<Mode>('answer');
  const field = useRef<HTMLTextAreaElement>(null);
  const { case: standing } = review;
  const status = standing?.status ?? 'NEW';
  const mayWork = may('Mutation.answerReview');
  const write = (next: Mode) => {
    flushSync(() => setMode(next));
    field.current?.focus();
  };
  const name = writerOf(review);
  return (
    <article
      className={styles.work}
      aria-label={say(review.form === 'review' ? 'voice.review' : 'voice.mention')}
    >
      <header className={styles.head}>
        <div className={styles.top}>
          {onBack && (
            <button type="button" className={styles.back} onClick={onBack} aria-label={say('voice.back')}>
              <ArrowLeft size={18} aria-hidden />
            </button>
          )}
          <h2>
            {review.customer ? customerLink(review.customer) : (name ?? say('voice.somebody'))}
            {review.authorName && review.customer && review.authorName !== review.customer.displayName && (
              <small> {say('voice.as', { name: review.authorName })}</small>
            )}
          </h2>
          {standing?.clockState && clock(review)}
          <Pill tone={status === 'ANSWERED' ? 'good' : status === 'NEW' ? 'warn' : 'plain'}>
            {say(reviewStatusWords[status])}
          </Pill>
        </div>
        <p className={styles.facts}>
          <Stars rating={review.rating} />
          {[review.site, review.productName].filter(Boolean).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          <time dateTime={review.at} title={date(review.at, 'dateTime')}>
            {ago(review.at)}
          </time>
          {review.url && (
            <a href={review.url} target="_blank" rel="noreferrer noopener">
              <ExternalLink size={13} aria-hidden /> {say('voice.openThere')}
            </a>
          )}
          {standing?.ticketId && ticketLink(standing.ticketId, say('voice.itsTicket'))}
        </p>
        <ReviewActs review={review} acts={acts} mayWork={mayWork} onWrite={write} onDone={onDone} />
      </header>
      <div className={styles.read}>
        <blockquote className={styles.words} lang={review.language ?? undefined}>
          {review.title && <b>{review.title}</b>}
          {review.text ? (
            <p>{review.text}</p>
          ) : (
            !review.title && <p className={styles.silent}>{say('voice.noWords')}</p>
          )}
        </blockquote>
        {mayWork && <ReviewWriter review={review} acts={acts} link={customerLink} pick={pick} />}
        {status === 'DISMISSED' && standing?.reason && (
          <p className={styles.silent}>{say(dismissReasonWords[standing.reason])}</p>
        )}
        {standing?.reply && (
          <section className={styles.reply} aria-label={say('voice.ourAnswer')}>
            <b>{say('voice.ourAnswer')}</b>
            <p lang={review.language ?? undefined}>{standing.reply}</p>
            {standing.replyUrl && (
              <a href={standing.replyUrl} target="_blank" rel="noreferrer noopener">
                <ExternalLink size={13} aria-hidden /> {say('voice.openThere')}
              </a>
            )}
          </section>
        )}
        <ReviewHistory review={review} />
      </div>
      {mayWork && (
        <ReviewComposer
          review={review}
          mode={mode}
          field={field}
          acts={acts}
          onMode={write}
          onAnswered={onDone}
        />
      )}
    </article>
  );
}
