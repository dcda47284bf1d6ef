import { Link } from '@tanstack/react-router';
import { ChevronDown, ChevronRight, Inbox } from 'lucide-react';
import { useId, useState } from 'react';
import { type FragmentOf, graphql } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { colleagueText, sourceText } from '#lib/source-text.ts';
import { may } from '#lib/viewer.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { priorityWords, statusWords } from './desk/words.ts';
import { Messages } from './messages.tsx';
import styles from './tickets.module.css';

/** What a ticket's line asks. */
export const TicketFragment = graphql(`
  fragment Ticket on Ticket {
    id
    number
    subject
    status
    priority
    assigneeName
    openedAt
    solvedAt
    messageCount
    satisfaction
    sourceName
  }
`);

const tones = {
  NEW: 'warn',
  OPEN: 'warn',
  PENDING: 'plain',
  HOLD: 'plain',
  SOLVED: 'good',
  CLOSED: 'plain',
} as const;

/** One ticket; opened, it shows what was said. Who works on tickets goes on from here to where it is worked on. */
export function TicketLine({ ticket }: { ticket: { id: string } & FragmentOf<typeof TicketFragment> }) {
  const say = useWords();
  const { ago, date } = useFormat();
  const shown = useOwned(TicketFragment, ticket);
  const [open, setOpen] = useState(false);
  const id = useId();
  const Chevron = open ? ChevronDown : ChevronRight;
  const pressing = shown.priority === 'HIGH' || shown.priority === 'URGENT';
  return (
    <li className={styles.ticket}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.line}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <Chevron size={16} aria-hidden />
          <span className={styles.what}>
            <span className={styles.subject}>{shown.subject}</span>
            <span className={styles.sub}>
              #{shown.number} ·{' '}
              <time dateTime={shown.openedAt} title={date(shown.openedAt, 'dateTime')}>
                {ago(shown.openedAt)}
              </time>
              {' · '}
              {[
                shown.assigneeName ? colleagueText(shown.assigneeName) : say('support.nobody'),
                sourceText(shown.sourceName, say),
              ].join(' · ')}
            </span>
          </span>
          <span className={styles.state}>
            <Pill tone={tones[shown.status]}>{say(statusWords[shown.status])}</Pill>
            {pressing && shown.priority && <Pill tone="bad">{say(priorityWords[shown.priority])}</Pill>}
          </span>
        </button>
        {may('Mutation.changeTickets') && (
          <Link
            to="/inbox"
            search={{ ticket: shown.id, view: 'all' }}
            className={styles.toInbox}
            aria-label={say('support.openInInboxOf', { number: shown.number })}
            title={say('support.openInInbox')}
          >
            <Inbox size={16} aria-hidden />
          </Link>
        )}
      </div>
      {open && (
        <div id={id}>
          <Messages ticketId={shown.id} count={shown.messageCount} />
        </div>
      )}
    </li>
  );
}
