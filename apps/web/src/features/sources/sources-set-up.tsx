import { useQuery } from '@apollo/client/react';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { placeText } from '#lib/intl/places.ts';
import { useWords } from '#lib/intl/words.ts';
import { ownSource, sourceText } from '#lib/source-text.ts';
import { Button } from '#ui/button/button.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { Table } from '#ui/table/table.tsx';
import { SigningSecrets } from './signing-secrets.tsx';
import { SourceForm } from './source-form.tsx';
import { sourcesQuery } from './sources.documents.ts';
import styles from './sources.module.css';
import { systemText } from './system-text.ts';
import type { SourceShown } from './types.ts';
import { useEnding } from './use-ending.ts';

/** Which systems tell us things: in whose words, what they leave unsaid, and how they sign. */
export function SourcesSetUp() {
  const say = useWords();
  const { locale } = useIntl();
  const { data, error, refetch } = useQuery(sourcesQuery, { fetchPolicy: 'cache-and-network' });
  const [form, setForm] = useState<{ source: SourceShown | null } | null>(null);
  const [signing, setSigning] = useState<SourceShown | null>(null);
  const { ended, end } = useEnding(() => refetch());
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bone height={160} />;
  // What people enter here is no system that could be set up.
  const sources = data.sources.filter(({ name }) => name !== ownSource);
  const secretsOf = (id: string) =>
    data.signingSecrets.filter(
      (secret) => secret.source.id === id && secret.endedAt === null && !ended.has(secret.id),
    );
  const unsaidOf = ({ timeZone, phoneCountry, currency }: SourceShown) =>
    [timeZone.replaceAll('_', ' '), phoneCountry && placeText(locale, 'region', phoneCountry), currency]
      .filter(Boolean)
      .join(' · ');
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <p>{say('sources.text')}</p>
        <Button
          tone="primary"
          icon={<Plus size={15} aria-hidden />}
          onClick={() => setForm({ source: null })}
        >
          {say('sources.add')}
        </Button>
      </div>
      <Table
        label={say('sources.title')}
        head={[
          say('sources.source'),
          say('sources.system'),
          say('sources.unsaid'),
          say('sources.signs'),
          say('sources.acts'),
        ]}
      >
        {sources.map((source) => {
          const name = sourceText(source.name, say);
          return (
            <tr key={source.id}>
              <td className={styles.source}>
                <b>{name}</b>
                <small>{source.key}</small>
              </td>
              <td>{systemText(source.system, say)}</td>
              <td>{unsaidOf(source)}</td>
              <td>{say('sources.secretCount', { count: secretsOf(source.id).length })}</td>
              <td>
                <span className={styles.acts}>
                  <Button
                    tone="quiet"
                    flush
                    aria-label={say('sources.changeOf', { name })}
                    onClick={() => setForm({ source })}
                  >
                    {say('sources.change')}
                  </Button>
                  <Button
                    tone="quiet"
                    flush
                    aria-label={say('sources.secretsOf', { name })}
                    onClick={() => setSigning(source)}
                  >
                    {say('sources.secrets')}
                  </Button>
                </span>
              </td>
            </tr>
          );
        })}
      </Table>
      {form && (
        <SourceForm
          source={form.source}
          systems={data.sourceSystems}
          onClose={(isChanged) => {
            setForm(null);
            if (isChanged) void refetch();
          }}
        />
      )}
      {signing && (
        <SigningSecrets
          source={signing}
          secrets={secretsOf(signing.id)}
          onMade={() => refetch()}
          onEnd={(secret) => {
            // What takes it back stands behind a dialog, out of reach.
            setSigning(null);
            end(secret);
          }}
          onClose={() => setSigning(null)}
        />
      )}
    </div>
  );
}
