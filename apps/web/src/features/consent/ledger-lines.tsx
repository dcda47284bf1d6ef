import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { sourceText } from '#lib/source-text.ts';
import type { LedgerEntry } from './consents.fragment.ts';
import styles from './ledger-lines.module.css';

/** Every line of a ledger with its proof, newest first: what somebody said, when, to whom, and in which words. */
export function LedgerLines({ ledger }: { ledger: readonly LedgerEntry[] }) {
  const say = useWords();
  const { date } = useFormat();
  const at = (moment: string | null, address: string | null) =>
    [moment && date(moment, 'dateTime'), address].filter(Boolean).join(' · ');
  return (
    <ol className={styles.lines}>
      {ledger.map(({ id, state, at: said, sourceName, wording, evidence }) => {
        const optedIn = at(evidence.optInAt, evidence.optInAddress);
        const confirmed = at(evidence.confirmedAt, evidence.confirmedAddress);
        return (
          <li key={id}>
            <p>
              <b>{say(state === 'GRANTED' ? 'consent.granted' : 'consent.withdrawn')}</b> {date(said)} ·{' '}
              {sourceText(sourceName, say)}
            </p>
            {wording && <q>{wording}</q>}
            {evidence.place && <p>{evidence.place}</p>}
            {optedIn && <p>{say('consent.optedIn', { at: optedIn })}</p>}
            {confirmed && <p>{say('consent.confirmed', { at: confirmed })}</p>}
            {evidence.reason && <p>{evidence.reason}</p>}
            {evidence.heardBy && <p>{say('consent.heardBy', { name: evidence.heardBy })}</p>}
            {state === 'GRANTED' && !wording && !evidence.place && !optedIn && !confirmed && (
              <p>{say('consent.noEvidence')}</p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
