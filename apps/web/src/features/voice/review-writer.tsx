import { type ReactNode, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { writerOf } from './review-list.tsx';
import styles from './review-work.module.css';
import type { ReviewWork } from './reviews.documents.ts';
import type { ReviewActs } from './use-reviews.ts';

/** Somebody who was chosen. */
export interface Chosen {
  id: string;
  name: string;
}

/** Who might have written it: those of the same name, or whoever is found by typing. Linking can be undone. */
export function ReviewWriter({
  review,
  acts,
  link,
  pick,
}: {
  review: ReviewWork;
  acts: ReviewActs;
  link: (customer: { id: string; displayName: string }) => ReactNode;
  /** The finder of customers, which is identity's. */
  pick: (onPick: (chosen: Chosen) => void, without: string) => ReactNode;
}) {
  const say = useWords();
  const [finding, setFinding] = useState(false);
  if (review.isKnown) return null;
  const choose = (chosen: Chosen) => {
    setFinding(false);
    void acts.link(review.id, chosen);
  };
  return (
    <section className={styles.writer} aria-label={say('voice.whoWrote')}>
      <p>
        <b>{say('voice.whoWrote')}</b>{' '}
        {say('voice.whoWroteText', { name: writerOf(review) ?? say('voice.somebody') })}
      </p>
      {review.mightBe.length > 0 && (
        <ul>
          {review.mightBe.map((customer) => (
            <li key={customer.id}>
              {link(customer)}
              <small>{customer.emails[0]?.display}</small>
              <Button onClick={() => choose({ id: customer.id, name: customer.displayName })}>
                {say('voice.itIsThem')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button tone="quiet" flush onClick={() => setFinding(true)}>
        {say('voice.findWriter')}
      </Button>
      {finding && (
        <Dialog label={say('voice.findWriter')} onClose={() => setFinding(false)} size="small">
          <DialogHead title={say('voice.findWriter')} onClose={() => setFinding(false)} />
          <div className={styles.finder}>{pick(choose, review.customer?.id ?? '')}</div>
        </Dialog>
      )}
    </section>
  );
}
