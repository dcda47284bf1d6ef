import { Star } from 'lucide-react';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import type { WorkTicket } from './desk.documents.ts';
import styles from './thread.module.css';

const most = { CSAT: 5, CES: 7, NPS: 10 } as const;

/** Whether the customer was asked how it was, and what they said: the end of a thread. */
export function SurveyLine({ survey }: { survey: NonNullable<WorkTicket['survey']> }) {
  const say = useWords();
  const { date } = useFormat();
  const { state, silence, instrument, value, comment, askedAt, dueAt } = survey;
  const sentence =
    state === 'ANSWERED' && value !== null
      ? say('support.surveyAnswered', { value, most: most[instrument] })
      : state === 'SILENT'
        ? say(`support.surveySilent.${silence ?? 'NO_ADDRESS'}` satisfies MessageId)
        : say(askedAt ? 'support.surveyAsked' : 'support.surveyWaiting', {
            at: date(askedAt ?? dueAt, 'dateTime'),
          });
  return (
    <p className={styles.survey} data-answered={state === 'ANSWERED' || undefined}>
      <Star size={14} aria-hidden />
      <span>
        {sentence}
        {comment && <q>{comment}</q>}
      </span>
    </p>
  );
}
