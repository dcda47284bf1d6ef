import { ArrowLeft, Bell, BellOff, GitMerge, Link2, PanelRight, Split } from 'lucide-react';
import { useWords } from '#lib/intl/words.ts';
import { ClockBadge, useNow } from './clock-badge.tsx';
import type { WorkTicket } from './desk.documents.ts';
import { type Staff, TicketChoices } from './ticket-choices.tsx';
import { TicketFacts } from './ticket-facts.tsx';
import styles from './ticket-head.module.css';
import type { Desk } from './use-desk.ts';

/** What a ticket is and how it stands: each value is changed where it is read. */
export function TicketHead({
  ticket,
  staff,
  desk,
  onBack,
  onMerge,
  onLink,
  onSplit,
  onPanel,
  onOpen,
}: {
  ticket: WorkTicket;
  staff: Staff;
  desk: Desk;
  /** Where the list is not beside it. */
  onBack: (() => void) | undefined;
  onMerge: () => void;
  onLink: () => void;
  onSplit: () => void;
  /** Shows whom it is from, where that is not beside it. */
  onPanel: () => void;
  onOpen: (id: string) => void;
}) {
  const say = useWords();
  const now = useNow();
  return (
    <header className={styles.head}>
      <div className={styles.first}>
        {onBack && (
          <button
            type="button"
            className={styles.icon}
            onClick={onBack}
            aria-label={say('support.backToList')}
          >
            <ArrowLeft size={18} aria-hidden />
          </button>
        )}
        <h2>
          <span className={styles.number}>#{ticket.number}</span> {ticket.subject}
        </h2>
        <ClockBadge clocks={ticket.clocks} now={now} />
        <button
          type="button"
          className={styles.icon}
          aria-pressed={ticket.isFollowed}
          aria-label={say(ticket.isFollowed ? 'support.unfollow' : 'support.follow')}
          title={say(ticket.isFollowed ? 'support.unfollow' : 'support.follow')}
          onClick={() => void desk.follow(ticket, !ticket.isFollowed)}
        >
          {ticket.isFollowed ? <Bell size={17} aria-hidden /> : <BellOff size={17} aria-hidden />}
        </button>
        <button
          type="button"
          className={styles.icon}
          aria-label={say('support.merge')}
          title={say('support.merge')}
          onClick={onMerge}
        >
          <GitMerge size={17} aria-hidden />
        </button>
        <button
          type="button"
          className={styles.icon}
          aria-label={say('support.link')}
          title={say('support.link')}
          onClick={onLink}
        >
          <Link2 size={17} aria-hidden />
        </button>
        <button
          type="button"
          className={styles.icon}
          aria-label={say('support.split')}
          title={say('support.split')}
          onClick={onSplit}
        >
          <Split size={17} aria-hidden />
        </button>
        <button
          type="button"
          className={`${styles.icon} ${styles.panel}`}
          aria-label={say('support.panel')}
          title={say('support.panel')}
          onClick={onPanel}
        >
          <PanelRight size={17} aria-hidden />
        </button>
      </div>
      <TicketChoices ticket={ticket} staff={staff} desk={desk} />
      <TicketFacts ticket={ticket} desk={desk} onOpen={onOpen} />
    </header>
  );
}
