import { type FragmentOf, graphql, type Stage } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { stages, stageWords } from '#lib/stages.ts';
import { causeText } from './cause-text.ts';
import styles from './stage-bar.module.css';

/** What the stage bar asks. */
export const StageBarFragment = graphql(`
  fragment StageBar on Customer {
    id
    stage {
      stage
      since
      because
      becauseAt
      next
      history { stage from to because }
    }
  }
`);

const path: readonly Stage[] = stages.filter((stage) => stage !== 'DORMANT');

/** Where the customer stands on the journey, since when and why; where that is not known it says so. */
export function StageBar({ customer }: { customer: { id: string } & FragmentOf<typeof StageBarFragment> }) {
  const say = useWords();
  const { date, ago } = useFormat();
  const { stage } = useOwned(StageBarFragment, customer);
  const visited = new Set(stage?.history.map((period) => period.stage));
  const dormant = stage?.stage === 'DORMANT';
  // A dormant customer fell asleep somewhere: the last stage before stays visible.
  const at = dormant ? stage.history.findLast((period) => period.stage !== 'DORMANT')?.stage : stage?.stage;
  const position = at ? path.indexOf(at) + 1 : 0;
  return (
    <section className={styles.bar} aria-label={say('journey.title')} data-dormant={dormant || undefined}>
      <ol className={styles.steps}>
        {path.map((each) => (
          <li
            key={each}
            data-current={each === at || undefined}
            data-visited={visited.has(each) || undefined}
            aria-current={each === at ? 'step' : undefined}
          >
            <span>{say(stageWords[each])}</span>
          </li>
        ))}
      </ol>
      {stage ? (
        <p className={styles.why}>
          <b>{say(stageWords[stage.stage])}</b>
          <span className={styles.short}> {say('journey.position', { position, of: path.length })}</span>
          {' · '}
          <span title={date(stage.since, 'dateTime')}>
            {say('journey.since', { since: date(stage.since), ago: ago(stage.since) })}
          </span>
          {' · '}
          {say('journey.because', { because: causeText(stage.because, say), at: date(stage.becauseAt) })}
        </p>
      ) : (
        <p className={styles.why}>{say('journey.unknown')}</p>
      )}
    </section>
  );
}
