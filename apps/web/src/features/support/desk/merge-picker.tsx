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

/** Other tickets of the same customer, in one of which this one is to go on. */
export function MergePicker({
  ticket,
  onPick,
  onClose,
}: {
  ticket: WorkTicket;
  onPick: (intoId: string) => void;
  onClose: () => void;
}) {
  const say = useWords();
  const { ago } = useFormat();
  const { data, loading } = useQuery(othersQuery, {
    variables: { id: ticket.customer?.id ?? '' },
    skip: !ticket.customer,
  });
  const others = (data?.customer?.tickets ?? []).filter(({ id }) => id !== ticket.id);
  return (
    <Dialog label={say('support.merge')} onClose={onClose}>
      <DialogHead title={say('support.merge')} onClose={onClose} />
      <p className={styles.text}>{say('support.mergeText', { number: ticket.number })}</p>
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
    </Dialog>
  );
}
