import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { sourceText } from '#lib/source-text.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Field } from '#ui/form/field.tsx';
import { CurrencyChoice, PhoneCountryChoice, ZoneChoice } from '#ui/form/unsaid-choices.tsx';
import { saveSource } from './sources.documents.ts';
import styles from './sources.module.css';
import { systemText } from './system-text.ts';
import type { SourceShown } from './types.ts';

/** Adds a source, or changes how one is read. */
export function SourceForm({
  source,
  systems,
  onClose,
}: {
  source: SourceShown | null;
  systems: readonly string[];
  onClose: (isChanged: boolean) => void;
}) {
  const say = useWords();
  const client = useApolloClient();
  const [key, setKey] = useState(source?.key ?? '');
  const [name, setName] = useState(source?.name ?? '');
  const [system, setSystem] = useState(source?.system ?? 'webhook');
  const [timeZone, setTimeZone] = useState(source?.timeZone ?? 'UTC');
  const [phoneCountry, setPhoneCountry] = useState(source?.phoneCountry ?? '');
  const [currency, setCurrency] = useState(source?.currency ?? '');
  const [wrong, setWrong] = useState<{ text: string; field: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const title = source ? say('sources.changeOf', { name: sourceText(source.name, say) }) : say('sources.add');
  useCommands({ id: 'source-form', label: 'sources.add', exclusive: true, commands: [] });
  const save = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const { data } = await client.mutate({
        mutation: saveSource,
        variables: {
          input: {
            ...(source ? { id: source.id } : { key: key.trim() }),
            name: name.trim(),
            system,
            timeZone,
            phoneCountry,
            currency,
          },
        },
      });
      const answer = data?.saveSource;
      if (answer?.__typename === 'Source') onClose(true);
      else if (answer) setWrong({ text: refusalText(answer, say), field: answer.field });
    } catch {
      setWrong({ text: say('sources.noAnswer'), field: null });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog label={title} onClose={() => onClose(false)} size="small">
      <DialogHead title={title} onClose={() => onClose(false)} />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {!source && (
          <Field
            label={say('sources.key')}
            hint={say('sources.keyHint')}
            required
            first
            maxLength={60}
            pattern="[a-z0-9][a-z0-9\-]*"
            value={key}
            wrong={wrong?.field === 'key' ? wrong.text : null}
            onChange={(event) => setKey(event.target.value)}
          />
        )}
        <Field
          label={say('sources.name')}
          hint={say('sources.nameHint')}
          first={source !== null}
          maxLength={200}
          value={name}
          wrong={wrong && wrong.field !== 'key' ? wrong.text : null}
          onChange={(event) => setName(event.target.value)}
        />
        <Choice label={say('sources.system')} value={system} onChoose={setSystem}>
          {[...new Set([...(source ? [source.system] : []), ...systems])].map((each) => (
            <option key={each} value={each}>
              {systemText(each, say)}
            </option>
          ))}
        </Choice>
        <ZoneChoice chosen={timeZone} onChoose={setTimeZone} />
        <PhoneCountryChoice chosen={phoneCountry} onChoose={setPhoneCountry} />
        <CurrencyChoice chosen={currency} onChoose={setCurrency} />
        <div className={styles.acts}>
          <Button onClick={() => onClose(false)}>{say('ui.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={busy}>
            {say('ui.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
