import { Handshake } from 'lucide-react';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Pill } from '#ui/badges/pill.tsx';
import type { WorkTicket } from './desk.documents.ts';
import styles from './promise-chip.module.css';

type Standing = WorkTicket['promises'][number]['standing'];

const standings = {
  OPEN: { word: 'support.promiseOpen', tone: 'plain' },
  KEPT: { word: 'support.promiseKept', tone: 'good' },
  LATE: { word: 'support.promiseLate', tone: 'bad' },
  BROKEN: { word: 'support.promiseBroken', tone: 'bad' },
  WITHDRAWN: { word: 'support.promiseWithdrawn', tone: 'plain' },
} as const satisfies Record<Standing, { word: MessageId; tone: 'plain' | 'good' | 'bad' }>;

/** What people promised in a ticket, and whether it was kept. They are settled beside it, where the customer's promises stand. */
export function TicketPromises({ promises }: { promises: WorkTicket['promises'] }) {
  const say = useWords();
  const { date } = useFormat();
  return promises.map(({ id, words, dueAt, standing }) => (
    <span key={id} className={styles.given}>
      <Handshake size={13} aria-hidden />
      {words} · <time dateTime={dueAt}>{date(dueAt, 'dateTime')}</time>
      <Pill tone={standings[standing].tone}>{say(standings[standing].word)}</Pill>
    </span>
  ));
}
