import { useMutation, useQuery } from '@apollo/client/react';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { draftOf, newSurvey, type SurveyDraft } from './survey-draft.ts';
import { SurveyForm } from './survey-form.tsx';
import { SurveyLine } from './survey-line.tsx';
import {
  removeSurvey,
  restoreSurvey,
  type SurveyShown,
  saveSurvey,
  surveysQuery,
} from './surveys.documents.ts';
import styles from './surveys.module.css';

/** What we ask by ourselves: each survey with its reach, changed in place. */
export function SurveysSection() {
  const say = useWords();
  const { data, error, refetch } = useQuery(surveysQuery, { fetchPolicy: 'cache-and-network' });
  const [save] = useMutation(saveSurvey);
  const [remove] = useMutation(removeSurvey);
  const [restore] = useMutation(restoreSurvey);
  /** Which survey is being written: its id, or `new`. */
  const [open, setOpen] = useState<string | null>(null);
  // What was written in is gone once it is closed: whoever uses the keyboard goes on where they began.
  const card = useRef<HTMLDivElement>(null);
  const closed = useRef<string | null>(null);
  useEffect(() => {
    if (open) closed.current = open;
    else if (closed.current) {
      card.current?.querySelector<HTMLElement>(`[data-survey="${closed.current}"] button`)?.focus();
      closed.current = null;
    }
  }, [open]);
  const mayChange = may('Mutation.saveSurvey');
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bone height={160} />;
  const failed = () => void sayFailed(say('surveys.failed'));
  const keep = (input: SurveyDraft) =>
    void save({ variables: { input } })
      .then(({ data: answer }) => {
        if (answer?.saveSurvey.__typename === 'Refusal') {
          sayFailed(refusalText(answer.saveSurvey, say));
          return;
        }
        sayDone(say('surveys.saved'));
        setOpen(null);
        void refetch();
      })
      .catch(failed);
  const takeAway = ({ id, name }: SurveyShown) =>
    void remove({ variables: { id } })
      .then(() => {
        void refetch();
        offerUndo(say('surveys.removed', { name }), () =>
          restore({ variables: { id } }).then(() => void refetch(), failed),
        );
      })
      .catch(failed);
  const owners = data.users.filter(({ disabledAt }) => !disabledAt);
  const form = (draft: SurveyDraft) => (
    <SurveyForm draft={draft} owners={owners} onKeep={keep} onCancel={() => setOpen(null)} />
  );
  return (
    <div ref={card}>
      <Card
        title={say('surveys.title')}
        aside={
          mayChange &&
          open !== 'new' && (
            <span data-survey="new">
              <Button icon={<Plus size={15} aria-hidden />} onClick={() => setOpen('new')}>
                {say('surveys.add')}
              </Button>
            </span>
          )
        }
      >
        <p className={styles.text}>{say('surveys.text')}</p>
        {!mayChange && <CardNote>{say('surveys.noPermission')}</CardNote>}
        {open === 'new' && form(newSurvey(say('surveys.new')))}
        {data.surveys.length === 0 && open !== 'new' && (
          <div className={styles.none}>
            <h3>{say('surveys.none')}</h3>
            <p>{say('surveys.noneText')}</p>
            {mayChange && (
              <Button tone="primary" onClick={() => setOpen('new')}>
                {say('surveys.sample')}
              </Button>
            )}
          </div>
        )}
        <ul className={styles.surveys}>
          {data.surveys.map((survey) => (
            <li key={survey.id} data-survey={survey.id}>
              {open === survey.id ? (
                form(draftOf(survey))
              ) : (
                <SurveyLine
                  survey={survey}
                  mayChange={mayChange}
                  onEdit={() => setOpen(survey.id)}
                  onRemove={() => takeAway(survey)}
                />
              )}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
