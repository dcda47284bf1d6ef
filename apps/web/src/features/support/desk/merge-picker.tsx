import { useQuery } from '@apollo/client/react';
import { graphql } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Bone } from '#ui/state/bones.tsx';
import type { WorkTicket } from './desk.documents.ts';
import styles from './merge-picker.module.css';
import { statusWords } from './words.ts';

const othersQuery = graphql(`
  query OtherTickets($id: ID!) {
    customer(id: $id) {
      id
      tickets(first: 20) { id number subject status openedAt }
    }
  }
`);

/** Other tickets of the same customer: the one in which this one is to go on, or beside which it is to stand. */
export function MergePicker({
  ticket,
  act = 'merge',
  onPick,
  onClose,
}: {
  ticket: WorkTicket;
  act?: 'merge' | 'link';
  onPick: (intoId: string) => void;
  onClose: () => void;
}) {
  const say = useWords();
  const { ago } = useFormat();
  const { data, loading } = useQuery(othersQuery, {
    variables: { id: ticket.customer?.id ?? '' },
    skip: !ticket.customer,
  });
  const linked = new Set(ticket.bonds.map(({ ticket: one }) => one?.id));
  const others = (data?.customer?.tickets ?? []).filter(
    ({ id }) => id !== ticket.id && !(act === 'link' && linked.has(id)),
  );
  const title = say(act === 'merge' ? 'support.merge' : 'support.link');
  return (
    <Dialog label={title} onClose={onClose}>
      <DialogHead title={title} onClose={onClose} />
      <div className={styles.inside}>
        <p className={styles.text}>
          {act === 'merge' ? say('support.mergeText', { number: ticket.number }) : say('support.linkText')}
        </p>
        {loading && <Bone height={44} />}
        {!loading && others.length === 0 && <p className={styles.text}>{say('support.mergeNone')}</p>}
        <ul className={styles.list}>
          {others.map(({ id, number, subject, status, openedAt }) => (
            <li key={id}>
              <button type="button" onClick={() => onPick(id)}>
                <span>
                  #{number} {subject}
                </span>
                <small>{ago(openedAt)}</small>
                <Pill>{say(statusWords[status])}</Pill>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
