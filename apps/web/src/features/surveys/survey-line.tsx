import { Pencil, Trash2 } from 'lucide-react';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { stages, stageWords } from '#lib/stages.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Button } from '#ui/button/button.tsx';
import { surveyChannels, unitOf } from './survey-draft.ts';
import type { SurveyShown } from './surveys.documents.ts';
import styles from './surveys.module.css';

const afterWords = {
  minutes: 'surveys.afterMinutes',
  hours: 'surveys.afterHours',
  days: 'surveys.afterDays',
} as const;

/** A survey in a few words: after what it asks, whom it reached, and why others were not asked. */
export function SurveyLine({
  survey,
  mayChange,
  onEdit,
  onRemove,
}: {
  survey: SurveyShown;
  mayChange: boolean;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const say = useWords();
  const { number, percent } = useFormat();
  const stage = stages.find((one) => one.toLowerCase() === survey.stage);
  const channel = surveyChannels.find((one) => one === survey.channel);
  const [word, size] = unitOf(survey.delayMinutes);
  const delay =
    survey.delayMinutes === 0
      ? say('surveys.atOnce')
      : say(afterWords[word], { count: survey.delayMinutes / size });
  const { k, n, p } = survey.answered;
  return (
    <div className={styles.survey}>
      <div className={styles.head}>
        <h3>{survey.name}</h3>
        <Pill tone={survey.activeSince ? 'good' : 'plain'}>
          {say(survey.activeSince ? 'surveys.on' : 'surveys.off')}
        </Pill>
        {mayChange && (
          <span className={styles.moves}>
            <Button tone="quiet" icon={<Pencil size={15} aria-hidden />} onClick={onEdit}>
              {say('surveys.edit')}
            </Button>
            <Button tone="quiet" icon={<Trash2 size={15} aria-hidden />} onClick={onRemove}>
              {say('surveys.remove')}
            </Button>
          </span>
        )}
      </div>
      <p>
        {[
          say(`surveys.${survey.instrument}` satisfies MessageId),
          survey.occasion === 'STAGE_ENTERED' && stage
            ? say('ui.labelled', { label: say('surveys.STAGE_ENTERED'), value: say(stageWords[stage]) })
            : say(survey.occasion === 'CALL_ENDED' ? 'surveys.CALL_ENDED' : 'surveys.TICKET_SOLVED'),
          survey.occasion === 'TICKET_SOLVED' &&
            (channel ? say(`surveys.${channel}`) : (survey.channel ?? say('surveys.allChannels'))),
          survey.occasion !== 'CALL_ENDED' && delay,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className={styles.reach}>
        {p === null
          ? say('surveys.answeredNone')
          : say('surveys.answered', { k: number(k), n: number(n), share: percent(p) })}
        {survey.waiting > 0 && ` · ${say('surveys.waiting', { count: survey.waiting })}`}
        {survey.notAsked.length > 0 &&
          ` · ${say('ui.labelled', {
            label: say('surveys.notAsked'),
            value: survey.notAsked
              .map(({ silence, count }) => say(`surveys.${silence}` satisfies MessageId, { count }))
              .join(', '),
          })}`}
      </p>
    </div>
  );
}
