import { Eye, PenLine } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { colleagueText } from '#lib/source-text.ts';
import { Avatar } from '#ui/badges/avatar.tsx';
import { Pill } from '#ui/badges/pill.tsx';
import { ClockBadge, useNow } from './clock-badge.tsx';
import type { InboxLine } from './desk.documents.ts';
import styles from './inbox-list.module.css';
import { priorityWords, statusWords } from './words.ts';

/** The lines of the inbox: who asks, what, how it stands, how much time is left, and who is there already. */
export function InboxList({
  lines,
  current,
  href,
  onOpen,
  onMore,
  chosen,
  onChoose,
}: {
  lines: readonly InboxLine[];
  current: string | undefined;
  href: (id: string) => string;
  onOpen: (id: string) => void;
  /** There are more: fetches them. */
  onMore: (() => void) | undefined;
  /** Those that are to be changed together; nobody chooses where it is missing. */
  chosen?: ReadonlySet<string>;
  onChoose?: (id: string) => void;
}) {
  const say = useWords();
  const now = useNow();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (current) list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <>
      <ul ref={list} className={styles.list} aria-label={say('support.inboxList')}>
        {lines.map((line) => (
          <li key={line.id} className={styles.row} data-chosen={chosen?.has(line.id) || undefined}>
            {chosen && onChoose && (
              <label className={styles.choose}>
                <span className="unseen">{say('support.choose', { subject: line.subject })}</span>
                <input type="checkbox" checked={chosen.has(line.id)} onChange={() => onChoose(line.id)} />
              </label>
            )}
            <Line line={line} current={line.id === current} now={now} href={href(line.id)} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {onMore && (
        <button type="button" className={styles.more} onClick={onMore}>
          {say('support.more')}
        </button>
      )}
    </>
  );
}

function Line({
  line,
  current,
  now,
  href,
  onOpen,
}: {
  line: InboxLine;
  current: boolean;
  now: number;
  href: string;
  onOpen: (id: string) => void;
}) {
  const say = useWords();
  const { ago } = useFormat();
  const name = line.customer?.displayName ?? say('support.unknownCustomer');
  const pressing = line.priority === 'HIGH' || line.priority === 'URGENT';
  return (
    <a
      href={href}
      className={styles.line}
      aria-current={current || undefined}
      data-status={line.status}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onOpen(line.id);
      }}
    >
      <Avatar name={name} size={30} round />
      <span className={styles.what}>
        <span className={styles.first}>
          <span className={styles.name}>{name}</span>
          {line.clocks.length > 0 ? (
            <ClockBadge clocks={line.clocks} now={now} />
          ) : (
            <time className={styles.when} dateTime={line.openedAt}>
              {ago(line.openedAt)}
            </time>
          )}
        </span>
        <span className={styles.subject}>{line.subject}</span>
        <span className={styles.state}>
          {line.status !== 'OPEN' && (
            <Pill tone={line.status === 'NEW' ? 'warn' : line.status === 'SOLVED' ? 'good' : 'plain'}>
              {say(statusWords[line.status])}
            </Pill>
          )}
          {pressing && line.priority && <Pill tone="bad">{say(priorityWords[line.priority])}</Pill>}
          <span className={styles.owner}>
            {line.assigneeName ? colleagueText(line.assigneeName) : say('support.nobody')}
          </span>
          {line.presence.map(({ userId, userName, doing }) => (
            <span key={userId} className={styles.there}>
              {doing === 'REPLYING' ? <PenLine size={12} aria-hidden /> : <Eye size={12} aria-hidden />}
              {say(doing === 'REPLYING' ? 'support.isReplying' : 'support.isLooking', { name: userName })}
            </span>
          ))}
        </span>
      </span>
    </a>
  );
}
