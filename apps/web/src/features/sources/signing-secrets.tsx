import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { sourceText } from '#lib/source-text.ts';
import { Button } from '#ui/button/button.tsx';
import { CardNote } from '#ui/card/card.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { CopyLine } from '#ui/form/copy-line.tsx';
import { Field } from '#ui/form/field.tsx';
import { createSigningSecret } from './sources.documents.ts';
import styles from './sources.module.css';
import type { SecretShown, SourceShown } from './types.ts';

/** Under which secrets a source signs what it posts, and the address to which it posts. */
export function SigningSecrets({
  source,
  secrets,
  onMade,
  onEnd,
  onClose,
}: {
  source: SourceShown;
  /** Those that still work. */
  secrets: readonly SecretShown[];
  onMade: () => Promise<unknown>;
  onEnd: (secret: SecretShown) => void;
  onClose: () => void;
}) {
  const say = useWords();
  const { date, ago } = useFormat();
  const client = useApolloClient();
  const [theirs, setTheirs] = useState('');
  const [drawn, setDrawn] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const title = say('sources.secretsOf', { name: sourceText(source.name, say) });
  useCommands({ id: 'signing-secrets', label: 'sources.secrets', exclusive: true, commands: [] });

  const make = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const { data } = await client.mutate({
        mutation: createSigningSecret,
        variables: { sourceId: source.id, secret: theirs.trim() || null },
        // The secret must not stay behind in the cache.
        fetchPolicy: 'no-cache',
      });
      const answer = data?.createSigningSecret;
      if (answer?.__typename === 'NewSigningSecret') {
        // Whoever brought one has it.
        if (!theirs.trim()) setDrawn(answer.secret);
        setTheirs('');
        await onMade();
      } else if (answer) setWrong(refusalText(answer, say));
    } catch {
      setWrong(say('sources.noAnswer'));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog label={title} onClose={onClose} size="small">
      <DialogHead title={title} onClose={onClose} />
      <div className={styles.form}>
        <p className={styles.muted}>{say('sources.secretsText')}</p>
        <CopyLine label={say('sources.address')} value={`${location.origin}/signals?source=${source.key}`} />
        {drawn && (
          <>
            <p className={styles.warning}>{say('sources.shownOnce')}</p>
            <CopyLine label={say('sources.newSecret')} value={drawn} />
            <div className={styles.acts}>
              <Button tone="primary" onClick={() => setDrawn(null)}>
                {say('sources.keptIt')}
              </Button>
            </div>
          </>
        )}
        {secrets.length === 0 ? (
          <CardNote>{say('sources.noSecrets')}</CardNote>
        ) : (
          <ul className={styles.lines} aria-label={say('sources.secrets')}>
            {secrets.map((secret) => (
              <li key={secret.id}>
                <p>
                  <code>{secret.beginning}…</code>
                  <small>
                    {say('sources.secretMade', { day: date(secret.createdAt) })} ·{' '}
                    {secret.lastUsedAt
                      ? say('sources.secretUsed', { ago: ago(secret.lastUsedAt) })
                      : say('sources.secretUnused')}
                  </small>
                </p>
                <Button
                  tone="quiet"
                  aria-label={say('sources.endSecretOf', { secret: secret.beginning })}
                  onClick={() => onEnd(secret)}
                >
                  {say('sources.endSecret')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {!drawn && (
          <form
            className={styles.addSecret}
            onSubmit={(event) => {
              event.preventDefault();
              void make();
            }}
          >
            <Field
              label={say('sources.theirSecret')}
              hint={say('sources.theirSecretHint')}
              type="password"
              autoComplete="off"
              value={theirs}
              wrong={wrong}
              onChange={(event) => setTheirs(event.target.value)}
            />
            <div className={styles.acts}>
              <Button type="submit" tone="primary" disabled={busy}>
                {say('sources.makeSecret')}
              </Button>
            </div>
          </form>
        )}
      </div>
    </Dialog>
  );
}
