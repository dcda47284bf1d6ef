import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { CopyLine } from '#ui/form/copy-line.tsx';
import { Field } from '#ui/form/field.tsx';
import { type ChannelShown, saveChannel } from './channels.documents.ts';
import styles from './channels.module.css';
import { fieldNames, type Provider, providers } from './provider-words.ts';

/** Adds a channel or changes one. Secrets are written here and never come back: a field left empty keeps the one there is. */
export function ChannelForm({ channel, onClose }: { channel: ChannelShown | null; onClose: () => void }) {
  const say = useWords();
  const client = useApolloClient();
  const [provider, setProvider] = useState<Provider>(channel?.provider ?? 'TWILIO_SMS');
  const [name, setName] = useState(channel?.name ?? '');
  const [address, setAddress] = useState(channel?.address ?? '');
  const [settings, setSettings] = useState<Record<string, string>>(
    Object.fromEntries((channel?.settings ?? []).map((one) => [one.name, one.value])),
  );
  const [secrets, setSecrets] = useState<Record<string, string>>({});
  const [wrong, setWrong] = useState<{ text: string; field: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const [kept, setKept] = useState<{ callAddress: string; signingSecret: string | null } | null>(null);
  const title = say(channel ? 'channels.change' : 'channels.add');
  useCommands({ id: 'channel-form', label: 'channels.add', exclusive: true, commands: [] });
  const plan = providers.find(({ id }) => id === provider) ?? providers[0]!;
  const wrongOf = (field: string) => (wrong?.field === field ? wrong.text : null);
  const asked = [...plan.settings, ...plan.secrets, 'address', 'api', 'name'];

  const keep = async () => {
    setBusy(true);
    setWrong(null);
    const listed = (values: Record<string, string>, names: readonly string[]) =>
      names.flatMap((one) => (values[one]?.trim() ? [{ name: one, value: values[one].trim() }] : []));
    try {
      const { data } = await client.mutate({
        mutation: saveChannel,
        variables: {
          input: {
            id: channel?.id ?? null,
            provider,
            name: name.trim(),
            address: plan.hasNumber ? address.replace(/[\s()-]/g, '') : '',
            settings: listed(settings, [...plan.settings, 'api']),
            secrets: listed(secrets, plan.secrets),
          },
        },
        // The secret that was drawn must not stay behind in the cache.
        fetchPolicy: 'no-cache',
      });
      const answer = data?.saveChannel;
      if (answer?.__typename === 'KeptChannel')
        setKept({ callAddress: answer.channel.callAddress, signingSecret: answer.signingSecret });
      else if (answer) setWrong({ text: refusalText(answer, say), field: answer.field });
    } catch {
      setWrong({ text: say('channels.noAnswer'), field: null });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog label={title} onClose={onClose} size="small">
      <DialogHead title={title} onClose={onClose} />
      {kept ? (
        <div className={styles.form}>
          <p>{say('channels.nowTell')}</p>
          <CopyLine label={say('channels.callAddress')} value={kept.callAddress} />
          {kept.signingSecret && (
            <>
              <p className={styles.warning}>{say('channels.shownOnce')}</p>
              <CopyLine label={say('channels.signingSecret')} value={kept.signingSecret} />
            </>
          )}
          <div className={styles.acts}>
            <Button tone="primary" onClick={onClose}>
              {say('channels.done')}
            </Button>
          </div>
        </div>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
          {!channel && (
            <Choice
              label={say('channels.provider')}
              value={provider}
              onChoose={(value) => setProvider(value as Provider)}
            >
              {providers.map(({ id, label }) => (
                <option key={id} value={id}>
                  {say(label)}
                </option>
              ))}
            </Choice>
          )}
          <Field
            label={say('channels.name')}
            hint={say('channels.nameHint')}
            required
            first
            maxLength={120}
            value={name}
            wrong={wrongOf('name')}
            onChange={(event) => setName(event.target.value)}
          />
          {plan.hasNumber && (
            <Field
              label={say('channels.number')}
              hint={say('channels.numberHint')}
              required
              type="tel"
              value={address}
              wrong={wrongOf('address')}
              onChange={(event) => setAddress(event.target.value)}
            />
          )}
          {plan.settings.map((one) => (
            <Field
              key={one}
              label={fieldNames[one] ?? one}
              required
              value={settings[one] ?? ''}
              wrong={wrongOf(one)}
              onChange={(event) => setSettings({ ...settings, [one]: event.target.value })}
            />
          ))}
          {plan.secrets.map((one) => {
            const isKept = channel?.secretNames.includes(one) ?? false;
            return (
              <Field
                key={one}
                label={fieldNames[one] ?? one}
                type="password"
                autoComplete="off"
                required={!isKept}
                placeholder={isKept ? '••••••••' : undefined}
                hint={say(isKept ? 'channels.secretKept' : 'channels.secretHint')}
                value={secrets[one] ?? ''}
                wrong={wrongOf(one)}
                onChange={(event) => setSecrets({ ...secrets, [one]: event.target.value })}
              />
            );
          })}
          <Field
            label={say('channels.api')}
            hint={say(provider === 'WEBHOOK' ? 'channels.apiOwnHint' : 'channels.apiHint')}
            type="url"
            value={settings.api ?? ''}
            wrong={wrongOf('api')}
            onChange={(event) => setSettings({ ...settings, api: event.target.value })}
          />
          {wrong && !asked.includes(wrong.field ?? '') && (
            <p className={styles.wrong} role="alert">
              {wrong.text}
            </p>
          )}
          <div className={styles.acts}>
            <Button onClick={onClose}>{say('ui.cancel')}</Button>
            <Button type="submit" tone="primary" disabled={busy}>
              {say('channels.keep')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
