import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Department, departments, departmentWords } from '#lib/department.ts';
import type { Stage } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { causeText } from '../cause-text.ts';
import styles from './designer.module.css';
import type { Figures, JourneyVersion, StageFigures } from './journeys.documents.ts';
import { useShareText } from './share-text.ts';
import { stageName } from './stage-name.ts';

/** What a page lays into the cells of stage and department, such as the content that stands there. */
export type CellContent = (stage: Stage, department: Department) => ReactNode;

interface Segment {
  country?: string[];
  language?: string[];
}

/** What a page knows of how people felt in a stage, with a department or with all of us, beside what is wanted of it (0 to 100). */
export type MoodContent = (stage: Stage, department: Department | null, wanted?: number | null) => ReactNode;

/** Stages side by side, and what there is to know and do in each, department by department. A real table: every figure is a link to its people. */
export function JourneyGrid({
  version,
  figures,
  isMain,
  segment,
  cell,
  mood,
}: {
  version: JourneyVersion;
  figures: Figures;
  isMain: boolean;
  segment: Segment;
  cell?: CellContent;
  mood?: MoodContent;
}) {
  const say = useWords();
  const { number } = useFormat();
  const share = useShareText();
  const of = (key: string) => figures.stages.find(({ stage }) => stage === key);
  const [shown, setShown] = useState(0);
  const people = (key: string, text: ReactNode, more: object = {}, label?: string) =>
    isMain ? (
      <Link
        to="/customers"
        search={{ stage: [key.toUpperCase() as Stage], ...segment, ...more }}
        aria-label={label}
      >
        {text}
      </Link>
    ) : (
      text
    );
  const days = (value: number | null | undefined) =>
    value === null || value === undefined ? '—' : say('journey.days', { days: Math.round(value) });
  const rows: { label: MessageId; hint?: MessageId; of: (figure: StageFigures, key: string) => ReactNode }[] =
    [
      {
        label: 'journey.people',
        of: (figure, key) => <b className={styles.big}>{people(key, number(figure.people))}</b>,
      },
      {
        label: 'journey.movedOn',
        hint: 'journey.movedOnHint',
        of: (figure) => (
          <>
            {share(figure.moved, figure.movedLow, figure.movedHigh)}
            <small>
              {say('journey.ofTimes', { left: number(figure.left), entered: number(figure.entered) })}
            </small>
          </>
        ),
      },
      {
        label: 'journey.half',
        hint: 'journey.halfHint',
        of: (figure) => (
          <>
            {days(figure.medianDays)}
            {figure.medianDays !== null && figure.lowDays !== null && (
              <small>
                {number(Math.round(figure.lowDays))}–
                {figure.highDays === null ? '…' : number(Math.round(figure.highDays))}
              </small>
            )}
          </>
        ),
      },
      {
        label: 'journey.stuck',
        hint: 'journey.stuckHint',
        of: (figure, key) =>
          figure.stuck === null
            ? '—'
            : figure.stuck === 0 || figure.medianDays === null
              ? number(figure.stuck)
              : people(key, number(figure.stuck), { still: Math.max(1, Math.ceil(figure.medianDays)) }),
      },
    ];
  const counted = (key: string, count: number, label: MessageId, more: object) =>
    count === 0 ? (
      <span className={styles.none}>{say(label, { count })}</span>
    ) : (
      people(key, say(label, { count }), more)
    );
  const work: Record<Department, (figure: StageFigures, key: string) => ReactNode> = {
    SALES: (figure, key) =>
      figure.work && counted(key, figure.work.openDeals, 'journey.withDeals', { deals: 'open' }),
    MARKETING: (figure, key) =>
      figure.work && counted(key, figure.work.reachable, 'journey.reachable', { consent: ['GRANTED'] }),
    SUPPORT: (figure, key) =>
      figure.work && counted(key, figure.work.openTickets, 'journey.withTickets', { tickets: 'open' }),
  };
  const line = (
    label: ReactNode,
    content: (stage: JourneyVersion['stages'][number]) => ReactNode,
    hint?: string,
  ) => (
    <tr>
      <th scope="row" title={hint}>
        {label}
      </th>
      {version.stages.map((stage, at) => (
        <td key={stage.key} data-shown={at === shown || undefined}>
          {content(stage)}
        </td>
      ))}
    </tr>
  );
  return (
    <>
      <div className={styles.oneStage}>
        <select
          aria-label={say('journey.stageShown')}
          value={shown}
          onChange={(event) => setShown(Number(event.target.value))}
        >
          {version.stages.map((stage, at) => (
            <option key={stage.key} value={at}>
              {stageName(stage.key, stage.label, say)}
            </option>
          ))}
        </select>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it. */}
      <section className={styles.frame} aria-label={say('journey.grid')} tabIndex={0}>
        <table className={styles.grid}>
          <thead>
            <tr>
              <td />
              {version.stages.map((stage, at) => (
                <th key={stage.key} scope="col" data-shown={at === shown || undefined}>
                  {stageName(stage.key, stage.label, say)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.label}>
                {line(
                  say(row.label),
                  (stage) => {
                    const figure = of(stage.key);
                    return figure ? row.of(figure, stage.key) : '—';
                  },
                  row.hint && say(row.hint),
                )}
              </Line>
            ))}
            {isMain &&
              mood &&
              line(
                say('journey.mood'),
                ({ key, memoryValence }) =>
                  mood(
                    key.toUpperCase() as Stage,
                    null,
                    memoryValence === null ? null : Math.round((memoryValence + 1) * 50),
                  ),
                say('journey.moodHint'),
              )}
            {departments.map((department) => (
              <Line key={department}>
                {line(
                  <span className={styles.department} data-department={department}>
                    {say(departmentWords[department])}
                  </span>,
                  (stage) => {
                    const figure = of(stage.key);
                    return (
                      <>
                        {figure ? (work[department](figure, stage.key) ?? '—') : '—'}
                        {isMain && mood?.(stage.key.toUpperCase() as Stage, department)}
                        {isMain && cell?.(stage.key.toUpperCase() as Stage, department)}
                      </>
                    );
                  },
                )}
              </Line>
            ))}
            {line(say('journey.memory'), (stage) =>
              stage.memory ? (
                <q className={styles.memory}>{stage.memory}</q>
              ) : (
                <span className={styles.none}>{say('journey.noMemory')}</span>
              ),
            )}
            {line(say('journey.facts'), (stage) => (
              <ul className={styles.chips}>
                {version.facts
                  .filter((fact) => fact.stage === stage.key)
                  .map((fact) => (
                    <li key={fact.kind} className={styles.chip} data-hard={fact.isHard || undefined}>
                      {causeText(fact.kind, say)} <b>+{number(fact.points)}</b>
                    </li>
                  ))}
              </ul>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

const Line = ({ children }: { children: ReactNode }) => children;
