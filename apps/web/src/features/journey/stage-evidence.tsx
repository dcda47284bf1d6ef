import { type FormEvent, useId, useState } from 'react';
import type { FragmentOf, Stage } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { titleText } from '#lib/kind-text.ts';
import { stages, stageWords } from '#lib/stages.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { causeText } from './cause-text.ts';
import { StageEvidenceFragment } from './stage-evidence.documents.ts';
import styles from './stage-evidence.module.css';
import { TimeInStage } from './time-in-stage.tsx';
import { useStageOverride } from './use-stage-override.ts';

const path = stages.filter((stage) => stage !== 'DORMANT');

/** What stands behind a stage: the facts and their points, the time against others, what came before, and a person's own word. */
export function StageEvidence({
  customer,
  customerId,
  onClose,
}: {
  customer: FragmentOf<typeof StageEvidenceFragment>;
  customerId: string;
  onClose: () => void;
}) {
  const say = useWords();
  const { date, number, percent } = useFormat();
  const { stage, stageHistory, tracks } = useOwned(StageEvidenceFragment, customer);
  const { undo } = useStageOverride(customerId);
  useCommands({ id: 'stage-evidence', label: 'journey.title', exclusive: true, commands: [] });
  const heaviest = Math.max(...(stage?.because ?? []).map(({ points }) => points), 1);
  const title = stage
    ? say('journey.evidenceOf', { stage: say(stageWords[stage.stage]) })
    : say('journey.title');
  return (
    <Dialog label={title} onClose={onClose} place="side">
      <DialogHead title={title} onClose={onClose} />
      <div className={styles.body}>
        {stage?.override && (
          <section className={styles.said}>
            <p>
              <b>
                {say('journey.saidBy', {
                  name: stage.override.byName,
                  at: date(stage.override.at),
                  stage: say(stageWords[stage.override.stage]),
                })}
              </b>
            </p>
            <p>“{stage.override.reason}”</p>
            {stage.override.saidStage && (
              <p className={styles.sub}>
                {say('journey.factsSaid', { stage: say(stageWords[stage.override.saidStage]) })}
              </p>
            )}
            {may('Mutation.undoStageOverride') && (
              <Button onClick={() => void undo(stage.override!.id)}>{say('journey.takeBack')}</Button>
            )}
          </section>
        )}
        <section>
          <h3>{say('journey.reasons')}</h3>
          {stage && stage.because.length > 0 ? (
            <>
              <ol className={styles.reasons}>
                {stage.because.map((reason) => (
                  <li key={`${reason.kind} ${reason.at}`}>
                    <span className={styles.what}>
                      {reason.entry ? titleText(reason.entry, say) : causeText(reason.kind, say)}
                      <span className={styles.sub}> {date(reason.at)}</span>
                    </span>
                    <span className={styles.points}>
                      {say('journey.points', { points: number(Math.round(reason.points * 10) / 10) })}
                    </span>
                    <span
                      className={styles.weight}
                      style={{ inlineSize: `${Math.max(2, (reason.points / heaviest) * 100)}%` }}
                      aria-hidden
                    />
                  </li>
                ))}
              </ol>
              <p className={styles.sub}>
                {stage.confidence !== null &&
                  say('journey.confidenceText', { share: percent(stage.confidence) })}{' '}
                {say('journey.asOf', { at: date(stage.lastFactAt), settings: stage.settings })}
              </p>
            </>
          ) : (
            <p className={styles.sub}>{say(stage ? 'journey.onlyWord' : 'journey.unknown')}</p>
          )}
        </section>
        {stage && <TimeInStage stage={stage} />}
        {stage && (
          <section>
            <h3>{say('journey.nextTitle')}</h3>
            {stage.next.length === 0 ? (
              <p className={styles.sub}>{say('journey.noNext')}</p>
            ) : (
              <ul className={styles.next}>
                {stage.next.map((one) => (
                  <li key={one.stage}>
                    <b>{say(stageWords[one.stage])}</b>
                    <span>
                      {one.share === null ? '—' : percent(one.share)}
                      {one.low !== null && one.high !== null && (
                        <span className={styles.sub}>
                          {' '}
                          {say('journey.between', { low: percent(one.low), high: percent(one.high) })}
                        </span>
                      )}
                    </span>
                    <span className={styles.sub}>
                      {say('journey.nextOf', {
                        n: number(one.n),
                        days:
                          one.medianDays === null
                            ? '—'
                            : say('journey.days', { days: Math.round(one.medianDays) }),
                      })}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        )}
        {stageHistory.length > 0 && (
          <section>
            <h3>{say('journey.history')}</h3>
            <ol className={styles.history}>
              {stageHistory.toReversed().map((period) => (
                <li key={`${period.stage} ${period.from}`}>
                  <b>{say(stageWords[period.stage])}</b>
                  <span>
                    {period.to
                      ? say('journey.fromTo', { from: date(period.from), to: date(period.to) })
                      : say('journey.fromOn', { from: date(period.from) })}
                  </span>
                  <span className={styles.sub}>{causeText(period.cause, say)}</span>
                </li>
              ))}
            </ol>
          </section>
        )}
        {tracks.length > 0 && (
          <section>
            <h3>{say('journey.tracks')}</h3>
            <ul className={styles.history}>
              {tracks.map((track) => (
                <li key={track.journey}>
                  <b>{track.journey}</b>
                  <span>{track.stage}</span>
                  <span className={styles.sub}>
                    {say('journey.fromOn', { from: date(track.since) })} · {causeText(track.cause, say)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {may('Mutation.overrideStage') && <OwnWord customerId={customerId} standsAt={stage?.stage ?? null} />}
      </div>
    </Dialog>
  );
}

/** Somebody knows better: the stage they say, and why. */
function OwnWord({ customerId, standsAt }: { customerId: string; standsAt: Stage | null }) {
  const say = useWords();
  const { set } = useStageOverride(customerId);
  const id = useId();
  const [stage, setStage] = useState<Stage | ''>('');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (!stage || busy) return;
    setBusy(true);
    const refusal = await set(stage, reason);
    setBusy(false);
    setWrong(refusal);
    if (refusal) return;
    setStage('');
    setReason('');
  };
  return (
    <section>
      <h3>{say('journey.knowBetter')}</h3>
      <form className={styles.form} onSubmit={(event) => void keep(event)}>
        <p className={styles.sub}>{say('journey.knowBetterText')}</p>
        <Choice
          label={say('journey.standsAt')}
          value={stage}
          onChoose={(value) => setStage(value as Stage | '')}
        >
          <option value="">{say('journey.choose')}</option>
          {path
            .filter((each) => each !== standsAt)
            .map((each) => (
              <option key={each} value={each}>
                {say(stageWords[each])}
              </option>
            ))}
        </Choice>
        <label htmlFor={id}>{say('journey.reason')}</label>
        <textarea
          id={id}
          rows={2}
          maxLength={500}
          value={reason}
          aria-invalid={Boolean(wrong)}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        {wrong && (
          <p id={`${id}-wrong`} className={styles.wrong} role="alert">
            {wrong}
          </p>
        )}
        <Button type="submit" tone="primary" disabled={!stage || reason.trim().length < 3 || busy}>
          {say('journey.setStage')}
        </Button>
      </form>
    </section>
  );
}
