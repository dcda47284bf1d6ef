import { type MessageId, useWords } from '#lib/intl/words.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { Table } from '#ui/table/table.tsx';
import { causeText } from '../cause-text.ts';
import styles from './designer.module.css';
import type { Journey } from './journeys.documents.ts';
import { stageName } from './stage-name.ts';
import { useJourney } from './use-journey.ts';

const constantWords: Record<string, MessageId> = {
  name: 'journey.name',
  stages: 'journey.stages',
  halfLifeDays: 'journey.constant.halfLifeDays',
  enterFrom: 'journey.constant.enterFrom',
  hysteresis: 'journey.constant.hysteresis',
  dormantAfterDays: 'journey.constant.dormantAfterDays',
  overridePoints: 'journey.constant.overridePoints',
};

/** What a draft changes against what counts, and the two ways on: publish it, or throw it away. */
export function DraftChanges({ journey }: { journey: Journey }) {
  const say = useWords();
  const { busy, publish, discard } = useJourney();
  if (!journey.draft) return null;
  const fieldText = (field: string): string => {
    const [part = '', key = ''] = field.split(/\.(.*)/);
    if (part === 'facts') return causeText(key, say);
    if (part === 'labels') return say('journey.labelOf', { stage: stageName(key, null, say) });
    if (part === 'memories') return say('journey.memoryOf', { stage: stageName(key, null, say) });
    const word = constantWords[field];
    return word ? say(word) : field;
  };
  return (
    <section className={styles.changes} aria-labelledby="journey-changes">
      <h2 id="journey-changes">{say('journey.draftOf', { number: journey.draft.number })}</h2>
      {journey.changes.length === 0 ? (
        <p className={styles.none}>{say('journey.noChanges')}</p>
      ) : (
        <Table
          label={say('journey.changes')}
          head={[say('journey.what'), say('journey.countsNow'), say('journey.willCount')]}
        >
          {journey.changes.map((change) => (
            <tr key={change.field}>
              <td>{fieldText(change.field)}</td>
              <td>{change.before ? <del>{change.before}</del> : '—'}</td>
              <td>{change.after ? <ins>{change.after}</ins> : '—'}</td>
            </tr>
          ))}
        </Table>
      )}
      {may('Mutation.publishJourney') && (
        <div className={styles.acts}>
          <Button
            tone="primary"
            disabled={busy || journey.changes.length === 0}
            onClick={() => void publish(journey.id)}
          >
            {say('journey.publish')}
          </Button>
          <Button disabled={busy} onClick={() => void discard(journey.id)}>
            {say('journey.discard')}
          </Button>
          <p className={styles.none}>{say('journey.publishText')}</p>
        </div>
      )}
    </section>
  );
}
