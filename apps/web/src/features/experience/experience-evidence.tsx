import { useState } from 'react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Popover } from '#ui/popover/popover.tsx';
import type { Experience, Lived } from './experience.fragment.ts';
import styles from './experience-evidence.module.css';

/** The two numbers, each of which opens what it is made of. */
export function ExperienceEvidence({ experience, looked }: { experience: Experience; looked: Lived | null }) {
  const say = useWords();
  const { number, percent, signed } = useFormat();
  const [open, setOpen] = useState<'experienced' | 'remembered' | null>(null);
  const { experienced, remembered } = looked ?? experience;
  const all = looked ? [looked] : experience.interactions;
  const score = (value: number | null) => (value === null ? '–' : number(Math.round(value * 10) / 10));
  const gap = experienced === null || remembered === null ? null : remembered - experienced;
  const lived = all
    .filter((one) => one.experienced !== null)
    .map((one) => ({ one, weight: one.minutes }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 5);
  return (
    <div className={styles.numbers}>
      <Popover
        label={say('experience.experienced')}
        align="end"
        open={open === 'experienced'}
        onOpen={(is) => setOpen(is ? 'experienced' : null)}
        className={styles.number}
        trigger={
          <span data-of="experienced">
            {say('experience.experienced')} <b>{score(experienced)}</b>
          </span>
        }
      >
        <div className={styles.panel}>
          <h3>{say('experience.experiencedHow')}</h3>
          <p>
            {say('experience.experiencedWhy', {
              known: looked ? looked.knownMoments : experience.knownMoments,
              all: looked ? looked.momentCount : experience.moments,
              coverage: looked ? '–' : experience.coverage === null ? '–' : percent(experience.coverage),
            })}
          </p>
          <ul>
            {lived.map(({ one }) => (
              <li key={one.subjectId}>
                <span>{one.title}</span>
                <b>{score(one.experienced)}</b>
              </li>
            ))}
          </ul>
          <small>{say('experience.settings', { version: experience.settings })}</small>
        </div>
      </Popover>
      <Popover
        label={say('experience.remembered')}
        align="end"
        open={open === 'remembered'}
        onOpen={(is) => setOpen(is ? 'remembered' : null)}
        className={styles.number}
        trigger={
          <span data-of="remembered">
            {say('experience.remembered')} <b>{score(remembered)}</b>
            {gap !== null && Math.abs(gap) >= 0.05 && <i data-sign={Math.sign(gap)}>{signed(gap)}</i>}
          </span>
        }
      >
        <div className={styles.panel}>
          <h3>{say('experience.rememberedHow')}</h3>
          <p>
            {looked
              ? say('experience.peakEnd')
              : say('experience.rememberedWhy', {
                  strength: percent(experience.strength),
                  n: experience.measured,
                })}
          </p>
          {!looked && (
            <ul>
              {experience.memories.map((memory) => (
                <li key={memory.subjectId}>
                  <span>{memory.title}</span>
                  <b>
                    {score(memory.remembered)} × {percent(memory.weight)}
                  </b>
                </li>
              ))}
            </ul>
          )}
          {experience.irrelevance.share !== null && !looked && (
            <p>
              {say('experience.irrelevance', {
                irrelevant: experience.irrelevance.irrelevant,
                measured: experience.irrelevance.measured,
                low: percent(experience.irrelevance.low ?? 0),
                high: percent(experience.irrelevance.high ?? 1),
              })}
            </p>
          )}
          <small>{say('experience.settings', { version: experience.settings })}</small>
        </div>
      </Popover>
    </div>
  );
}
