import { useQuery } from '@apollo/client/react';
import { ArrowLeft, CircleCheck, CirclePause, ExternalLink, Play, RotateCcw, Ticket } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { may, useViewer } from '#lib/viewer.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Button } from '#ui/button/button.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Menu } from '#ui/menu/menu.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { type Mode, ReviewComposer } from './review-composer.tsx';
import { writerOf } from './review-list.tsx';
import styles from './review-work.module.css';
import { type Chosen, ReviewWriter } from './review-writer.tsx';
import {
  colleaguesQuery,
  type ReviewWork as Review,
  type ReviewLine,
  reviewQuery,
} from './reviews.documents.ts';
import { Stars } from './stars.tsx';
import { useReviews } from './use-reviews.ts';
import { chosenReasons, dismissReasonWords, reviewEventWords, reviewStatusWords } from './words.ts';

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
  const me = useViewer();
  const { data: staff } = useQuery(colleaguesQuery);
  const [mode, setMode] = useState<Mode>('answer');
  const field = useRef<HTMLTextAreaElement>(null);
  const { id, case: standing } = review;
  const status = standing?.status ?? 'NEW';
  const isOpen = status === 'NEW' || status === 'WAITING';
  const mayWork = may('Mutation.answerReview');
  const mayTicket = mayWork && !standing?.ticketId;
  const write = (next: Mode) => {
    flushSync(() => setMode(next));
    field.current?.focus();
  };
  const dismiss = (reason: (typeof chosenReasons)[number]) =>
    void acts.dismiss(id, reason).then((done) => done && onDone());
  const assign = (userId: string | null) => {
    const name =
      staff?.users.find((user) => user.id === userId)?.name ?? (userId === me?.id ? me?.name : null);
    void acts.assign(id, userId, name ?? null);
  };

  useCommands(
    {
      id: 'review',
      label: 'voice.reviews',
      commands: [
        { id: 'review-answer', label: 'voice.answer', keys: 'r', run: () => write('answer') },
        { id: 'review-note', label: 'voice.note', keys: 'n', run: () => write('note') },
        ...(isOpen
          ? [
              {
                id: 'review-dismiss',
                label: 'voice.dismiss' as const,
                keys: 'e',
                run: () => dismiss('NOTHING_TO_ADD'),
              },
              {
                id: 'review-hold',
                label: status === 'NEW' ? ('voice.hold' as const) : ('voice.resume' as const),
                keys: 'h',
                run: () => void acts.hold(id, status === 'NEW'),
              },
            ]
          : [
              {
                id: 'review-reopen',
                label: 'voice.reopen' as const,
                keys: 'u',
                run: () => void acts.reopen(id),
              },
            ]),
        ...(me
          ? [{ id: 'review-take', label: 'voice.take' as const, keys: 'i', run: () => assign(me.id) }]
          : []),
        ...(mayTicket
          ? [
              {
                id: 'review-ticket',
                label: 'voice.makeTicket' as const,
                keys: 't',
                run: () => void acts.ticket(id),
              },
            ]
          : []),
      ],
    },
    mayWork,
  );

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
        {mayWork && (
          <div className={styles.acts}>
            <Choice
              label={say('voice.assignee')}
              hideLabel
              value={standing?.assigneeId ?? ''}
              onChoose={(userId) => assign(userId || null)}
            >
              <option value="">{say('voice.nobody')}</option>
              {(staff?.users ?? [])
                .filter((user) => !user.disabledAt || user.id === standing?.assigneeId)
                .map((user) => (
                  <option key={user.id} value={user.id}>
                    {user.name}
                  </option>
                ))}
            </Choice>
            {mayTicket && (
              <Button icon={<Ticket size={15} aria-hidden />} keys="t" onClick={() => void acts.ticket(id)}>
                {say('voice.makeTicket')}
              </Button>
            )}
            {isOpen ? (
              <>
                <Button
                  icon={
                    status === 'NEW' ? <CirclePause size={15} aria-hidden /> : <Play size={15} aria-hidden />
                  }
                  keys="h"
                  onClick={() => void acts.hold(id, status === 'NEW')}
                >
                  {say(status === 'NEW' ? 'voice.hold' : 'voice.resume')}
                </Button>
                <Menu
                  label={say('voice.dismiss')}
                  className={styles.menu}
                  trigger={
                    <>
                      <CircleCheck size={15} aria-hidden />
                      {say('voice.dismiss')}
                    </>
                  }
                  items={chosenReasons.map((reason) => ({
                    id: reason,
                    label: say(dismissReasonWords[reason]),
                    onSelect: () => dismiss(reason),
                  }))}
                />
              </>
            ) : (
              <Button
                icon={<RotateCcw size={15} aria-hidden />}
                keys="u"
                onClick={() => void acts.reopen(id)}
              >
                {say('voice.reopen')}
              </Button>
            )}
          </div>
        )}
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
        {review.events.length > 0 && (
          <ol className={styles.events} aria-label={say('voice.history')}>
            {review.events.map((event) => (
              <li key={event.id} data-note={event.kind === 'NOTE' || undefined}>
                <span>
                  <b>{event.actorName ?? review.site ?? say('voice.source')}</b>{' '}
                  {say(reviewEventWords[event.kind])}
                  {event.kind === 'ASSIGNED' && ` ${event.words ?? say('voice.nobody')}`}
                </span>
                <time dateTime={event.at} title={date(event.at, 'dateTime')}>
                  {ago(event.at)}
                </time>
                {event.kind === 'NOTE' && <p>{event.words}</p>}
              </li>
            ))}
          </ol>
        )}
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
