import { useQuery } from '@apollo/client/react';
import { CircleCheck, CirclePause, Play, RotateCcw, Ticket } from 'lucide-react';
import { useWords } from '#lib/intl/words.ts';
import { useViewer } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { NamedOptions } from '#ui/form/options.tsx';
import { Menu } from '#ui/menu/menu.tsx';
import type { Mode } from './review-composer.tsx';
import { ownersToChoose } from './review-rule.ts';
import styles from './review-work.module.css';
import { colleaguesQuery, type ReviewWork } from './reviews.documents.ts';
import { useReviewKeys } from './use-review-keys.ts';
import type { useReviews } from './use-reviews.ts';
import { chosenReasons, dismissReasonWords } from './words.ts';

/** What is done with a review besides answering it: whose it is, a ticket of it, later, nothing to answer. By buttons and by keys. */
export function ReviewActs({
  review,
  acts,
  mayWork,
  onWrite,
  onDone,
}: {
  review: ReviewWork;
  acts: ReturnType<typeof useReviews>;
  mayWork: boolean;
  onWrite: (mode: Mode) => void;
  onDone: () => void;
}) {
  const say = useWords();
  const me = useViewer();
  const { data: staff } = useQuery(colleaguesQuery);
  const { id, case: standing } = review;
  const status = standing?.status ?? 'NEW';
  const isOpen = status === 'NEW' || status === 'WAITING';
  const hold = () => void acts.hold(id, status === 'NEW');
  const reopen = () => void acts.reopen(id);
  const ticket = mayWork && !standing?.ticketId ? () => void acts.ticket(id) : undefined;
  const dismiss = (reason: (typeof chosenReasons)[number]) =>
    void acts.dismiss(id, reason).then((done) => done && onDone());
  const assign = (userId: string | null) => {
    const name =
      staff?.users.find((user) => user.id === userId)?.name ?? (userId === me?.id ? me?.name : null);
    void acts.assign(id, userId, name ?? null);
  };
  useReviewKeys(
    {
      write: onWrite,
      dismiss: isOpen ? () => dismiss('NOTHING_TO_ADD') : undefined,
      hold: isOpen ? hold : undefined,
      waits: status !== 'NEW',
      reopen: isOpen ? undefined : reopen,
      take: me ? () => assign(me.id) : undefined,
      ticket,
    },
    mayWork,
  );
  if (!mayWork) return null;
  return (
    <div className={styles.acts}>
      <Choice
        label={say('voice.assignee')}
        hideLabel
        value={standing?.assigneeId ?? ''}
        onChoose={(userId) => assign(userId || null)}
      >
        <option value="">{say('voice.nobody')}</option>
        <NamedOptions of={ownersToChoose(staff?.users ?? [], standing?.assigneeId ?? null)} />
      </Choice>
      {ticket && (
        <Button icon={<Ticket size={15} aria-hidden />} keys="t" onClick={ticket}>
          {say('voice.makeTicket')}
        </Button>
      )}
      {isOpen ? (
        <>
          <Button
            icon={status === 'NEW' ? <CirclePause size={15} aria-hidden /> : <Play size={15} aria-hidden />}
            keys="h"
            onClick={hold}
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
        <Button icon={<RotateCcw size={15} aria-hidden />} keys="u" onClick={reopen}>
          {say('voice.reopen')}
        </Button>
      )}
    </div>
  );
}
