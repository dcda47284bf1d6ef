import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { localDay } from '#lib/local-day.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogForm, DialogRow } from '#ui/dialog/dialog-form.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Field } from '#ui/form/field.tsx';
import { TextArea } from '#ui/form/text-area.tsx';
import styles from './agreed-dialog.module.css';
import { grantConsent } from './heard-consent.documents.ts';

const channels = ['email', 'phone', 'sms', 'post'] as const;
const fields = ['wording', 'place', 'at'];

/** A day without an hour: its noon, but never later than now. */
const moment = (day: string) =>
  new Date(Math.min(new Date(`${day}T12:00:00`).getTime(), Date.now())).toISOString();

/** They agreed to marketing: on which channel, in which words, and where that can be found. */
export function AgreedDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const say = useWords();
  const [channel, setChannel] = useState<string>('email');
  const [wording, setWording] = useState('');
  const [place, setPlace] = useState('');
  const [day, setDay] = useState(() => localDay());
  const [wrong, setWrong] = useState<{ field: string | null; text: string } | null>(null);
  const [write, { loading }] = useMutation(grantConsent);
  useCommands({ id: 'agreed', label: 'consent.agreedTitle', exclusive: true, commands: [] });
  const of = (field: string) => (wrong?.field === field ? wrong.text : null);
  const submit = async () => {
    setWrong(null);
    try {
      const { data } = await write({
        variables: { id: customerId, input: { channel, wording, place, at: moment(day) } },
      });
      const answer = data?.grantConsent;
      if (answer?.__typename !== 'Refusal') return onClose();
      const text = answer.code === 'NO_PROOF' ? say('consent.noProof') : refusalText(answer, say);
      return setWrong({ field: answer.field ?? null, text });
    } catch {
      return setWrong({ field: null, text: say('consent.agreedNotWritten') });
    }
  };
  return (
    <Dialog label={say('consent.agreedTitle')} onClose={onClose} size="small">
      <DialogHead title={say('consent.agreedTitle')} onClose={onClose} />
      <DialogForm
        keep={say('consent.keep')}
        ready={Boolean(wording.trim() && place.trim() && day)}
        busy={loading}
        wrong={wrong && !fields.includes(wrong.field ?? '') ? wrong.text : null}
        onSubmit={() => void submit()}
        onClose={onClose}
      >
        <DialogRow>
          <Choice label={say('consent.channel')} value={channel} onChoose={setChannel}>
            {channels.map((each) => (
              <option key={each} value={each}>
                {say(`consent.${each}`)}
              </option>
            ))}
          </Choice>
          <Field
            label={say('consent.when')}
            type="date"
            required
            max={localDay()}
            value={day}
            wrong={of('at')}
            onChange={(event) => setDay(event.target.value)}
          />
        </DialogRow>
        <TextArea
          label={say('consent.wording')}
          first
          rows={3}
          required
          maxLength={2_000}
          value={wording}
          wrong={of('wording')}
          onChange={(event) => setWording(event.target.value)}
        />
        <Field
          label={say('consent.place')}
          hint={say('consent.placeHint')}
          required
          maxLength={500}
          value={place}
          wrong={of('place')}
          onChange={(event) => setPlace(event.target.value)}
        />
        <p className={styles.note}>{say('consent.staysClosed')}</p>
      </DialogForm>
    </Dialog>
  );
}
