import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Fold } from '#ui/card/fold.tsx';
import styles from './designer.module.css';
import type { Figures, JourneyVersion } from './journeys.documents.ts';
import { laySankey } from './lay-sankey.ts';
import { useShareText } from './share-text.ts';
import { stageName } from './stage-name.ts';

const size = { width: 960, height: 430, foot: 120 };

/** Where people go, as bands; what goes back is drawn below. Its twin is a list in a list. */
export function JourneySankey({ version, figures }: { version: JourneyVersion; figures: Figures }) {
  const say = useWords();
  const { number } = useFormat();
  const share = useShareText();
  const name = (key: string) => stageName(key, version.stages.find((stage) => stage.key === key)?.label, say);
  const { nodes, flows } = laySankey(
    version.stages.map(({ key }) => key),
    figures.flows,
    size,
  );
  if (flows.length === 0) return <p className={styles.none}>{say('journey.noFlows')}</p>;
  const text = (flow: { from: string; to: string; n: number }) => {
    const whole = figures.flows.find(({ from, to }) => from === flow.from && to === flow.to);
    return say('journey.flow', {
      from: name(flow.from),
      to: name(flow.to),
      n: number(flow.n),
      share: share(whole?.share ?? null, whole?.low ?? null, whole?.high ?? null),
    });
  };
  return (
    <>
      <div className={styles.sankeyFrame}>
        <svg
          className={styles.sankey}
          viewBox={`-46 0 ${size.width + 92} ${size.height}`}
          role="img"
          aria-label={say('journey.sankeyOf', { flows: flows.length })}
        >
          {flows.map((flow) => (
            <path
              key={`${flow.from} ${flow.to}`}
              d={flow.path}
              strokeWidth={flow.width}
              className={flow.isBack ? styles.back : styles.flow}
            >
              <title>{text(flow)}</title>
            </path>
          ))}
          {nodes.map((node) => (
            <g key={node.key}>
              <rect x={node.x0} y={node.y0} width={node.x1 - node.x0} height={node.y1 - node.y0} />
            </g>
          ))}
          {version.stages.map(({ key }, at) => (
            <text
              key={key}
              x={7 + (at * (size.width - 14)) / Math.max(1, version.stages.length - 1)}
              y={size.height - 4}
              textAnchor="middle"
            >
              {name(key)}
            </text>
          ))}
        </svg>
      </div>
      <Fold label={say('journey.asList')}>
        <ul className={styles.twin}>
          {version.stages.map((stage) => {
            const own = figures.flows.filter(({ from }) => from === stage.key);
            return (
              <li key={stage.key}>
                <b>{name(stage.key)}</b>
                {own.length === 0 ? (
                  <p className={styles.none}>{say('journey.noNext')}</p>
                ) : (
                  <ul>
                    {own.map((flow) => (
                      <li key={flow.to}>{text(flow)}</li>
                    ))}
                  </ul>
                )}
              </li>
            );
          })}
        </ul>
      </Fold>
    </>
  );
}
