import { useQuery } from '@apollo/client/react';
import { TriangleAlert } from 'lucide-react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { sourceText } from '#lib/source-text.ts';
import { Broken } from '#ui/card/broken.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { alarmText, causeText } from './cause-text.ts';
import { recordsExplained } from './explanation.documents.ts';
import { strongFrom, useLikelihood } from './likelihood.tsx';
import styles from './merge-dialog.module.css';
import { Waterfall } from './waterfall.tsx';

/** Why a record is of this customer: its strongest link to another one, and where the customer would break most easily. */
export function WhyDialog({
  customerId,
  record,
  onClose,
}: {
  customerId: string;
  record: { id: string; displayName: string; since: string; cause: string; source: { name: string } };
  onClose: () => void;
}) {
  const say = useWords();
  const { date } = useFormat();
  const likely = useLikelihood();
  const { data, error, refetch } = useQuery(recordsExplained, {
    variables: { id: customerId },
    fetchPolicy: 'cache-and-network',
  });
  // The keys of the page below are not meant while a dialog is open.
  useCommands({ id: 'why', label: 'identity.whyTitle', exclusive: true, commands: [] });
  const why = data?.customer?.sourceRecords?.find(({ id }) => id === record.id)?.whyHere;
  const weakest = data?.customer?.cohesion?.weakest;
  const alarms = data?.customer?.cohesion?.alarms ?? [];
  return (
    <Dialog label={say('identity.whyTitle')} onClose={onClose} size="large">
      <DialogHead title={say('identity.whyTitle')} onClose={onClose} />
      <div className={styles.body}>
        <p>
          <b>{record.displayName}</b> · {sourceText(record.source.name, say)}
          <br />
          {say('identity.whyDecided', { cause: causeText(record.cause, say), day: date(record.since) })}
        </p>
        {error && <Broken onRetry={() => void refetch()} />}
        {!data && !error && <Bone height={260} />}
        {alarms.map((alarm) => (
          <p key={alarm.code} className={styles.warning}>
            <TriangleAlert size={16} aria-hidden />
            <span>{alarmText(alarm, say)}</span>
          </p>
        ))}
        {data && !why && <p>{say('identity.onlyRecord')}</p>}
        {why && (
          <>
            <p>
              {say('identity.strongestLink', {
                name: why.otherRecord.displayName,
                source: sourceText(why.otherRecord.source.name, say),
              })}
            </p>
            <Waterfall explanation={why} />
          </>
        )}
        {weakest &&
          (weakest.probability < strongFrom ? (
            <div>
              <p className={styles.warning}>
                <TriangleAlert size={16} aria-hidden />
                <span>
                  {say('identity.weakest', {
                    a: weakest.record.displayName,
                    b: weakest.otherRecord.displayName,
                    percent: likely(weakest.probability),
                  })}{' '}
                  {say('identity.weakestText')}
                </span>
              </p>
              {(weakest.record.id !== why?.record.id || weakest.otherRecord.id !== why.otherRecord.id) && (
                <Fold label={say('identity.explainWeakest')}>
                  <Waterfall explanation={weakest} />
                </Fold>
              )}
            </div>
          ) : (
            <p>{say('identity.holdsWell', { percent: likely(weakest.probability) })}</p>
          ))}
      </div>
    </Dialog>
  );
}
