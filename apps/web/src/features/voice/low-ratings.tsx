import { useMutation, useQuery } from '@apollo/client/react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { NamedOptions } from '#ui/form/options.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { Failure } from '#ui/state/failure.tsx';
import styles from './low-ratings.module.css';
import { reviewRuleQuery, saveReviewRule } from './review-rule.documents.ts';
import { ownersToChoose, type RuleWish, starsToChoose, wishOf } from './review-rule.ts';
import { colleaguesQuery } from './reviews.documents.ts';

/** What low ratings open by themselves: a ticket, and who looks after it. Each change is kept at once and can be undone. */
export function LowRatings() {
  const say = useWords();
  const { date } = useFormat();
  const { data, error, refetch } = useQuery(reviewRuleQuery, { fetchPolicy: 'cache-and-network' });
  const staff = useQuery(colleaguesQuery);
  const [save] = useMutation(saveReviewRule);
  const mayChange = may('Mutation.saveReviewRule');
  const failure = data ? staff.error : error;
  if (failure && !(data && staff.data))
    return <Failure error={failure} onRetry={() => void Promise.all([refetch(), staff.refetch()])} />;
  if (!data || !staff.data) return <Bone height={160} />;
  const rule = data.reviewRule;

  /** Keeps a wish; answers whether it was kept. */
  const keep = async (input: RuleWish): Promise<boolean> => {
    try {
      const { data: answer } = await save({
        variables: { input },
        update: (cache, { data: kept }) => {
          const one = kept?.saveReviewRule;
          if (one?.__typename === 'ReviewRule')
            cache.writeQuery({ query: reviewRuleQuery, data: { reviewRule: one } });
        },
      });
      if (answer?.saveReviewRule.__typename === 'ReviewRule') return true;
      sayFailed(answer ? refusalText(answer.saveReviewRule, say) : say('voice.failed'));
    } catch {
      sayFailed(say('voice.failed'), () => void change(input));
    }
    return false;
  };
  const change = async (input: RuleWish) => {
    if (await keep(input)) offerUndo(say('voice.ruleKept'), () => keep(wishOf(rule)).then(() => undefined));
  };
  const now = wishOf(rule);
  return (
    <Card title={say('voice.lowRatings')}>
      <p className={styles.text}>{say('voice.ruleText')}</p>
      {!mayChange && <CardNote>{say('voice.ruleNoPermission')}</CardNote>}
      <div className={styles.rule}>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={now.isActive}
            disabled={!mayChange}
            onChange={(event) => void change({ ...now, isActive: event.target.checked })}
          />
          {say('voice.ruleOn')}
        </label>
        <Choice
          label={say('voice.ruleStars')}
          value={rule.ratingAtMost}
          disabled={!mayChange}
          onChoose={(stars) => void change({ ...now, ratingAtMost: Number(stars) })}
        >
          {starsToChoose(rule.ratingAtMost).map((stars) => (
            <option key={stars} value={stars}>
              {say('voice.ruleAtMost', { stars })}
            </option>
          ))}
        </Choice>
        <Choice
          label={say('voice.ruleOwner')}
          value={rule.ownerId ?? ''}
          disabled={!mayChange}
          onChoose={(ownerId) => void change({ ...now, ownerId: ownerId || null })}
        >
          <option value="">{say('voice.ruleNobody')}</option>
          <NamedOptions of={ownersToChoose(staff.data.users, rule.ownerId)} />
        </Choice>
      </div>
      <p className={styles.text}>
        {rule.activeSince ? say('voice.ruleSince', { date: date(rule.activeSince) }) : say('voice.ruleRests')}
      </p>
    </Card>
  );
}
