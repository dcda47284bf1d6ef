import { useApolloClient, useQuery } from '@apollo/client/react';
import { Lock, MessageSquare, RotateCcw } from 'lucide-react';
import { Fragment, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { deskQuery, earlierQuery, type ThreadThing, type WorkTicket } from './desk.documents.ts';
import { isOnlyFiles, MessageFiles } from './message-files.tsx';
import { SurveyLine } from './survey-line.tsx';
import styles from './thread.module.css';
import { useDesk } from './use-desk.ts';
import { deliveryWords, fieldWord, statusWords, valueWord } from './words.ts';

type Previous = WorkTicket['previous'];

/** A part of what stands above: an earlier page of this ticket, or an earlier ticket of the same customer. */
interface Above {
  ticketId: string;
  title: string | null;
  description: string | null;
  items: readonly ThreadThing[];
}

interface Next {
  ticketId: string;
  before: string | null;
}

const nextOf = (
  ticketId: string,
  thread: { earlier: string | null } | null | undefined,
  previous: Previous,
): Next | null =>
  thread?.earlier
    ? { ticketId, before: thread.earlier }
    : previous
      ? { ticketId: previous.id, before: null }
      : null;

/**
 * What was written and done, oldest first, with the newest in view. Scrolling up goes on into what the same customer asked before:
 * nobody has to leave the ticket to read it.
 */
export function Thread({
  ticket,
  thread,
}: {
  ticket: WorkTicket;
  thread: { earlier: string | null; items: readonly ThreadThing[] } | null;
}) {
  const say = useWords();
  const { date } = useFormat();
  const client = useApolloClient();
  const [above, setAbove] = useState<readonly Above[]>([]);
  const [next, setNext] = useState<Next | null>(() => nextOf(ticket.id, thread, ticket.previous));
  const [loading, setLoading] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const height = useRef<number | null>(null);

  const load = async () => {
    if (!next || loading) return;
    setLoading(true);
    try {
      const { data } = await client.query({
        query: earlierQuery,
        variables: { id: next.ticketId, before: next.before },
        fetchPolicy: 'network-only',
      });
      const found = data?.ticket;
      if (!found) throw new Error('No answer');
      height.current = box.current?.scrollHeight ?? null;
      const own = found.id === ticket.id;
      setAbove((before) => [
        {
          ticketId: found.id,
          title: own || next.before ? null : `#${found.number} ${found.subject}`,
          description: found.thread?.earlier ? null : found.description,
          items: found.thread?.items ?? [],
        },
        ...before,
      ]);
      setNext(nextOf(found.id, found.thread, found.previous));
    } catch {
      sayFailed(say('support.earlierFailed'), () => void load());
    } finally {
      setLoading(false);
    }
  };

  const newest = thread?.items.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something new stands at the end.
  useLayoutEffect(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [newest, ticket.id]);
  // What was above the reader's eyes moves up, and what they read stays where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when something was put above.
  useLayoutEffect(() => {
    if (height.current === null || !box.current) return;
    box.current.scrollTop += box.current.scrollHeight - height.current;
    height.current = null;
  }, [above]);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    const shown = box.current;
    if (!shown) return undefined;
    const onScroll = () => {
      if (shown.scrollTop < 60) void latest.current();
    };
    shown.addEventListener('scroll', onScroll, { passive: true });
    return () => shown.removeEventListener('scroll', onScroll);
  }, []);

  const items = thread?.items ?? [];
  const first = items[0];
  const repeatsDescription =
    first?.__typename === 'Message' && ticket.description?.trim() === first.body.trim();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it.
    <div ref={box} className={styles.box} tabIndex={0} role="region" aria-label={say('support.thread')}>
      {next && (
        <button type="button" className={styles.earlier} disabled={loading} onClick={() => void load()}>
          {next.before || next.ticketId === ticket.id ? say('support.earlier') : say('support.earlierTicket')}
        </button>
      )}
      {above.map((part) => (
        <Fragment key={`${part.ticketId} ${part.items[0]?.id ?? ''}`}>
          {part.title && (
            <p className={styles.divider}>
              <MessageSquare size={13} aria-hidden />
              {part.title}
            </p>
          )}
          {part.description && <Said body={part.description} />}
          <Things items={part.items} />
        </Fragment>
      ))}
      {above.some(({ title }) => title) && (
        <p className={styles.divider} data-here>
          #{ticket.number} {ticket.subject} · {say(statusWords[ticket.status])} ·{' '}
          {date(ticket.openedAt, 'dateTime')}
        </p>
      )}
      {ticket.description && !repeatsDescription && !thread?.earlier && <Said body={ticket.description} />}
      <Things items={items} />
      {items.length === 0 && !ticket.description && (
        <p className={styles.none}>{say('support.nothingWritten')}</p>
      )}
      {ticket.survey && <SurveyLine survey={ticket.survey} />}
    </div>
  );
}

function Said({ body }: { body: string }) {
  const say = useWords();
  return (
    <article className={styles.message} data-author="CUSTOMER">
      <p className={styles.author}>
        <b>{say('support.customer')}</b>
      </p>
      <p className={styles.body}>{body}</p>
    </article>
  );
}

function Things({ items }: { items: readonly ThreadThing[] }) {
  return items.map((item) =>
    item.__typename === 'Message' ? (
      <MessageItem key={item.id} message={item} />
    ) : (
      <EventItem key={item.id} event={item} />
    ),
  );
}

type MessageThing = Extract<ThreadThing, { __typename: 'Message' }>;
type EventThing = Extract<ThreadThing, { __typename: 'TicketEvent' }>;

const authors = { CUSTOMER: 'support.customer', AGENT: 'support.agent', BOT: 'support.bot' } as const;

function MessageItem({ message }: { message: MessageThing }) {
  const say = useWords();
  const { date } = useFormat();
  const desk = useDesk();
  const { delivery } = message;
  return (
    <article
      className={styles.message}
      data-author={message.authorKind}
      data-internal={!message.isPublic || undefined}
    >
      <p className={styles.author}>
        {!message.isPublic && <Lock size={13} aria-hidden />}
        <b>{message.authorName ?? say(authors[message.authorKind])}</b>
        <time dateTime={message.at}>{date(message.at, 'dateTime')}</time>
        {!message.isPublic && <Pill tone="warn">{say('support.internal')}</Pill>}
        {delivery && (
          <span className={styles.delivery} data-state={delivery.state} title={delivery.trouble ?? undefined}>
            {say(deliveryWords[delivery.state], { address: delivery.toAddress })}
            {delivery.readAt
              ? ` · ${say('support.deliveryRead', { when: date(delivery.readAt, 'dateTime') })}`
              : delivery.deliveredAt && ` · ${say('support.deliveryArrived')}`}
          </span>
        )}
      </p>
      {!isOnlyFiles(message.body, message.attachments) && <p className={styles.body}>{message.body}</p>}
      <MessageFiles files={message.attachments} />
      {delivery?.state === 'FAILED' && delivery.trouble && (
        <p className={styles.trouble}>
          {delivery.trouble}{' '}
          {may('Mutation.sendLetterAgain') && (
            <button type="button" className={styles.again} onClick={() => void desk.sendAgain(delivery.id)}>
              <RotateCcw size={13} aria-hidden />
              {say('support.sendAgain')}
            </button>
          )}
        </p>
      )}
    </article>
  );
}

function EventItem({ event }: { event: EventThing }) {
  const say = useWords();
  const { date } = useFormat();
  const value = (text: string | null) => {
    if (text === null) return '–';
    const known = valueWord(event.field, text);
    return known ? say(known) : text;
  };
  const key = event.field.startsWith('field:') ? event.field.slice('field:'.length) : null;
  const { data: desk } = useQuery(deskQuery, { fetchPolicy: 'cache-first', skip: key === null });
  const own = key && (desk?.ticketFields.find((one) => one.key === key)?.name ?? key);
  const word = fieldWord(event.field);
  const field = own ?? (word && say(word));
  const sentence = field
    ? say('ui.labelled', { label: field, value: `${value(event.before)} → ${value(event.after)}` })
    : say(
        event.field === 'merged'
          ? 'support.eventMerged'
          : event.field === 'unmerged'
            ? 'support.eventUnmerged'
            : 'support.eventSplit',
        { what: event.field === 'split' ? event.after : `#${event.before} ${event.after}` },
      );
  return (
    <p className={styles.event}>
      <span>{sentence}</span>
      {' · '}
      {event.actorName ?? say('support.byItself')}
      {' · '}
      <time dateTime={event.at}>{date(event.at, 'dateTime')}</time>
    </p>
  );
}

/** The newest words with the customer that stand in a thread: a reply is refused when there are newer ones. */
export const lastSeen = (thread: { items: readonly ThreadThing[] } | null): string | null =>
  thread?.items.findLast((item) => item.__typename === 'Message' && item.isPublic)?.id ?? null;
