import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import styles from './designer.module.css';
import type { Figures, JourneyVersion } from './journeys.documents.ts';
import { useShareText } from './share-text.ts';
import { stageName } from './stage-name.ts';

/** How many times each stage was entered, and which share went on to a later one: a list with bars, so it reads without them. */
export function JourneyFunnel({ version, figures }: { version: JourneyVersion; figures: Figures }) {
  const say = useWords();
  const { number, percent } = useFormat();
  const share = useShareText();
  const order = version.stages.map(({ key }) => key);
  const most = Math.max(1, ...figures.stages.map(({ entered }) => entered));
  return (
    <ol className={styles.funnel} aria-label={say('journey.funnel')}>
      {version.stages.map((stage) => {
        const figure = figures.stages.find((one) => one.stage === stage.key);
        const forward = figures.flows
          .filter(({ from, to }) => from === stage.key && order.indexOf(to) > order.indexOf(from))
          .reduce((sum, { n }) => sum + n, 0);
        const entered = figure?.entered ?? 0;
        return (
          <li key={stage.key}>
            <span className={styles.funnelName}>{stageName(stage.key, stage.label, say)}</span>
            <span className={styles.funnelBar}>
              <span style={{ inlineSize: `${(entered / most) * 100}%` }}>
                <span style={{ inlineSize: entered ? `${(forward / entered) * 100}%` : 0 }} />
              </span>
            </span>
            <span className={styles.funnelText}>
              {say('journey.enteredTimes', { count: entered })}
              <small>
                {entered === 0
                  ? '—'
                  : say('journey.wentOn', {
                      n: number(forward),
                      share: percent(forward / entered),
                      all: share(figure?.moved ?? null, figure?.movedLow ?? null, figure?.movedHigh ?? null),
                    })}
              </small>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
