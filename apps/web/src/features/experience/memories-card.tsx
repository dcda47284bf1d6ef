import { ChartSpline } from 'lucide-react';
import type { FragmentOf } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { type Experience, ExperienceFragment } from './experience.fragment.ts';
import styles from './memories-card.module.css';
import { outcomeTones, outcomeWords } from './moment-text.ts';

type Failure = Experience['failures'][number];

const failureWord = ({ isOpen, recovered, resolved, after }: Failure): MessageId => {
  if (recovered) return 'experience.recovered';
  if (isOpen) return 'experience.tooEarly';
  return resolved && after === null ? 'experience.silent' : 'experience.notRecovered';
};

/** What a customer remembers of us: the three memories that weigh most, how strong all are together, and what mending would do. */
export function MemoriesCard({
  customer,
  only,
  onOnly,
}: {
  customer: { id: string } & FragmentOf<typeof ExperienceFragment>;
  only: string | null;
  onOnly: (subjectId: string | null) => void;
}) {
  const say = useWords();
  const { number, percent, date } = useFormat();
  const { experience } = useOwned(ExperienceFragment, customer);
  const score = (value: number | null) => (value === null ? '–' : number(Math.round(value * 10) / 10));
  const title = (failure: Failure) =>
    experience?.interactions.find(({ subjectId }) => subjectId === failure.subjectId)?.title ??
    date(failure.at);
  return (
    <Card
      title={say('experience.memories')}
      aside={
        experience &&
        experience.memories.length > 0 && (
          <>
            {experience.isFading && <Pill tone="warn">{say('experience.fading')}</Pill>}
            <span title={say('experience.strengthWhat')}>
              {say('experience.strength', { strength: percent(experience.strength) })}
            </span>
          </>
        )
      }
    >
      {!experience || experience.memories.length === 0 ? (
        <CardNote>{say('experience.noMemories')}</CardNote>
      ) : (
        <>
          <div className={styles.strength} aria-hidden>
            <span style={{ inlineSize: `${Math.round(experience.strength * 100)}%` }} />
          </div>
          <ol className={styles.memories}>
            {experience.memories.map((memory) => {
              const better =
                memory.ifItEnded && memory.ifItEnded.customerRemembered - (experience.remembered ?? 50);
              return (
                <li key={memory.subjectId}>
                  <div className={styles.head}>
                    <p className={styles.title}>{memory.title}</p>
                    <Pill tone={outcomeTones[memory.outcome]}>{say(outcomeWords[memory.outcome])}</Pill>
                  </div>
                  <p className={styles.sub}>
                    {say('experience.memory', {
                      day: date(memory.endedAt),
                      experienced: score(memory.experienced),
                      remembered: score(memory.remembered),
                      weight: percent(memory.weight),
                    })}
                  </p>
                  {memory.usual !== null && (
                    <p className={styles.sub}>
                      {say('experience.usual', {
                        usual: score(memory.usual),
                        deviation: score(memory.usualDeviation),
                        n: memory.usualCount,
                      })}
                    </p>
                  )}
                  {memory.ifItEnded &&
                    better !== null &&
                    better >= 1 &&
                    memory.ifItEnded.remembered > (memory.remembered ?? 0) && (
                      <p className={styles.ifWell}>
                        {say('experience.ifWell', {
                          from: score(memory.remembered),
                          to: score(memory.ifItEnded.remembered),
                          allFrom: score(experience.remembered),
                          allTo: score(memory.ifItEnded.customerRemembered),
                        })}
                      </p>
                    )}
                  <button
                    type="button"
                    className={styles.show}
                    aria-pressed={only === memory.subjectId}
                    onClick={() => onOnly(only === memory.subjectId ? null : memory.subjectId)}
                  >
                    <ChartSpline size={14} aria-hidden />
                    {say('experience.onCurve')}
                  </button>
                </li>
              );
            })}
          </ol>
          {experience.failures.length > 0 && (
            <Fold label={say('experience.failures', { count: experience.failures.length })}>
              <ul className={styles.failures}>
                {experience.failures.map((failure) => (
                  <li key={`${failure.subjectId} ${failure.at}`}>
                    <span>
                      {title(failure)}
                      <small>{date(failure.at)}</small>
                    </span>
                    <Pill tone={failure.recovered ? 'good' : failure.isOpen ? 'plain' : 'bad'}>
                      {say(failureWord(failure))}
                    </Pill>
                    {failure.paradox && <small>{say('experience.paradox')}</small>}
                  </li>
                ))}
              </ul>
            </Fold>
          )}
        </>
      )}
    </Card>
  );
}
