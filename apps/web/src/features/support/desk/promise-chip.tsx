import { Handshake } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { may } from '#lib/viewer.ts';
import { Chip } from '#ui/badges/chip.tsx';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Field } from '#ui/form/field.tsx';
import { dayIn } from './day-in.ts';
import type { WorkTicket } from './desk.documents.ts';
import type { Draft } from './drafts.ts';
import styles from './promise-chip.module.css';
import { instantOf, knownZone, ownZone, wallTime, zoneName } from './wall-time.ts';

type Promised = NonNullable<Draft['promise']>;

const kinds = {
  CALL_BACK: 'support.promiseCall',
  REPLY: 'support.promiseReply',
  DELIVERY: 'support.promiseDelivery',
  REFUND: 'support.promiseRefund',
  OTHER: 'support.promiseOther',
} as const satisfies Record<Promised['kind'], MessageId>;

const zoneOf = (ticket: WorkTicket): string => knownZone(ticket.customer?.profile.timeZone?.value);

/** What the writer promises with the reply, and by when on the customer's clock; a day named in the text is offered, never taken by itself. */
export function PromiseChip({
  ticket,
  draft,
  onChange,
}: {
  ticket: WorkTicket;
  draft: Draft;
  onChange: (promise: Promised | undefined) => void;
}) {
  const say = useWords();
  const { date } = useFormat();
  const [open, setOpen] = useState(false);
  const zone = zoneOf(ticket);
  if (!may('Mutation.makePromise') || !ticket.customer) return null;
  const { promise } = draft;
  if (promise) {
    const text = `${promise.words} · ${date(promise.dueAt, 'dateTime')}`;
    return (
      <Chip
        tone="staged"
        act={{ label: say('support.unstage', { what: text }), run: () => onChange(undefined) }}
      >
        <Handshake size={14} aria-hidden />
        {say('support.promiseStaged', { what: text })}
      </Chip>
    );
  }
  const named = dayIn(draft.body, wallTime(Date.now(), zone).slice(0, 10));
  return (
    <>
      <button type="button" className={styles.button} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Handshake size={14} aria-hidden />
        {named ? say('support.promiseDay', { day: named.phrase }) : say('support.promise')}
      </button>
      {open && (
        <Dialog label={say('support.promiseTitle')} size="small" onClose={() => setOpen(false)}>
          <DialogHead title={say('support.promiseTitle')} onClose={() => setOpen(false)} />
          <PromiseForm
            zone={zone}
            day={named?.day}
            onKeep={(kept) => {
              setOpen(false);
              onChange(kept);
            }}
          />
        </Dialog>
      )}
    </>
  );
}

function PromiseForm({
  zone,
  day,
  onKeep,
}: {
  zone: string;
  day: string | undefined;
  onKeep: (promise: Promised) => void;
}) {
  const say = useWords();
  const { date } = useFormat();
  const [kind, setKind] = useState<Promised['kind']>('CALL_BACK');
  const [words, setWords] = useState('');
  const [wall, setWall] = useState(
    () => `${day ?? wallTime(Date.now() + 86_400_000, zone).slice(0, 10)}T17:00`,
  );
  const due = instantOf(wall, zone);
  const isOver = due !== null && due.getTime() <= Date.now();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (due && !isOver)
          onKeep({ kind, words: words.trim() || say(kinds[kind]), dueAt: due.toISOString() });
      }}
    >
      <Choice
        label={say('support.promiseWhat')}
        value={kind}
        onChoose={(next) => setKind(next as Promised['kind'])}
      >
        {(Object.keys(kinds) as Promised['kind'][]).map((one) => (
          <option key={one} value={one}>
            {say(kinds[one])}
          </option>
        ))}
      </Choice>
      <Field
        label={say('support.promiseWords')}
        value={words}
        maxLength={500}
        placeholder={say(kinds[kind])}
        onChange={(event) => setWords(event.target.value)}
      />
      <Field
        type="datetime-local"
        label={say('support.promiseBy', { zone: zoneName(zone) })}
        value={wall}
        required
        wrong={isOver ? say('support.promiseOver') : null}
        onChange={(event) => setWall(event.target.value)}
      />
      {due && zone !== ownZone() && (
        <p className={styles.yours}>
          {say('support.promiseYours', { when: date(due.toISOString(), 'dateTime') })}
        </p>
      )}
      <p className={styles.yours}>{say('support.promiseText')}</p>
      <Button type="submit" tone="primary" disabled={!due || isOver}>
        {say('support.promiseAdd')}
      </Button>
    </form>
  );
}
