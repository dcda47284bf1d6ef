import { ChevronRight } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { type FragmentOf, graphql, type Stage } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { part } from '#lib/parts.ts';
import { stages, stageWords } from '#lib/stages.ts';
import { KeyHint } from '#ui/badges/key-hint.tsx';
import { causeText } from './cause-text.ts';
import styles from './stage-bar.module.css';
import { StageEvidenceFragment } from './stage-evidence.documents.ts';

/** What the stage bar asks. */
export const StageBarFragment = graphql(
  `
    fragment StageBar on Customer {
      id
      stage {
        stage
        since
        cause
        causeAt
        confidence
        dormantSince
        override { id byName }
      }
      stageHistory { stage }
      ...StageEvidence
    }
  `,
  [StageEvidenceFragment],
);

const path: readonly Stage[] = stages.filter((stage) => stage !== 'DORMANT');

// What stands behind a stage is looked at now and then: it comes when it is opened.
const StageEvidence = lazy(() =>
  part(() => import('./stage-evidence.tsx'))().then((loaded) => ({ default: loaded.StageEvidence })),
);

/** Where the customer stands on the journey, since when and why; where that is not known it says so. It opens what stands behind it. */
export function StageBar({ customer }: { customer: { id: string } & FragmentOf<typeof StageBarFragment> }) {
  const say = useWords();
  const { date, ago, percent } = useFormat();
  const bar = useOwned(StageBarFragment, customer);
  const { stage, stageHistory } = bar;
  const [open, setOpen] = useState(false);
  useCommands({
    id: 'stage',
    label: 'journey.title',
    commands: [{ id: 'stage-open', label: 'journey.open', keys: 's', run: () => setOpen(true) }],
  });
  const visited = new Set(stageHistory.map((period) => period.stage));
  const at = stage?.stage;
  const position = at ? path.indexOf(at) + 1 : 0;
  return (
    <section
      className={styles.bar}
      aria-label={say('journey.title')}
      data-dormant={stage?.dormantSince ? true : undefined}
    >
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
      <button type="button" className={styles.why} onClick={() => setOpen(true)} aria-haspopup="dialog">
        {stage && at ? (
          <span>
            <b>{say(stageWords[at])}</b>
            <span className={styles.short}> {say('journey.position', { position, of: path.length })}</span>
            {' · '}
            <span title={date(stage.since, 'dateTime')}>
              {say('journey.since', { since: date(stage.since), ago: ago(stage.since) })}
            </span>
            {' · '}
            {stage.override
              ? say('journey.setBy', { name: stage.override.byName })
              : say('journey.because', { because: causeText(stage.cause, say) })}
            {stage.confidence !== null && ` · ${say('journey.sure', { share: percent(stage.confidence) })}`}
            {stage.dormantSince && ` · ${say('journey.dormant', { since: date(stage.dormantSince) })}`}
          </span>
        ) : (
          <span>{say('journey.unknown')}</span>
        )}
        <ChevronRight size={15} aria-hidden />
        <span className="unseen">{say('journey.open')}</span>
        <KeyHint keys="s" />
      </button>
      {open && (
        <Suspense>
          <StageEvidence customer={bar} customerId={customer.id} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}
