import { ChartSpline, Table2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { FragmentOf } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { curveOf } from './curve-points.ts';
import { ExperienceFragment } from './experience.fragment.ts';
import styles from './experience-card.module.css';
import { ExperienceCurve, stepWidth } from './experience-curve.tsx';
import { ExperienceEvidence } from './experience-evidence.tsx';
import { MomentTable } from './moment-table.tsx';
import { useWidth } from './use-width.ts';

/** What somebody lived with us and what they will remember: the curve, or the same as a table. */
export function ExperienceCard({
  customer,
  only,
  onOnly,
  onOpen,
}: {
  customer: { id: string } & FragmentOf<typeof ExperienceFragment>;
  /** The one interaction that is looked at; all without it. */
  only: string | null;
  onOnly: (subjectId: string | null) => void;
  /** Somebody wants to see a moment where it happened. */
  onOpen: (at: string) => void;
}) {
  const say = useWords();
  const { date, number } = useFormat();
  const { experience } = useOwned(ExperienceFragment, customer);
  const [asTable, setAsTable] = useState(false);
  const paper = useRef<HTMLDivElement>(null);
  const width = useWidth(paper);
  const looked = useMemo(() => {
    const lived = [...(experience?.interactions ?? []), ...(experience?.memories ?? [])];
    return lived.find(({ subjectId }) => subjectId === only) ?? null;
  }, [experience, only]);
  const curve = useMemo(
    () =>
      curveOf(looked ? [looked] : (experience?.interactions ?? []), Math.floor((width - 46) / stepWidth) + 1),
    [experience, looked, width],
  );
  if (!experience)
    return (
      <Card title={say('experience.title')}>
        <CardNote>{say('experience.none')}</CardNote>
      </Card>
    );
  const whole = (value: number | null) =>
    value === null ? say('experience.notMeasured') : number(Math.round(value * 10) / 10);
  const { experienced, remembered } = looked ?? experience;
  const shown = (place: number | null) => (place === null ? undefined : curve.points[place]);
  const sentence =
    curve.known === 0
      ? say('experience.nothingMeasured', { count: curve.all })
      : say('experience.sentence', {
          count: curve.points.length,
          from: date(curve.points[0]!.moment.at),
          to: date(curve.points.at(-1)!.moment.at),
          experienced: whole(experienced),
          remembered: whole(remembered),
          peak: shown(curve.peak)?.lived.title,
          peakScore: whole(shown(curve.peak)?.score ?? null),
          end: shown(curve.end)?.lived.title,
          endScore: whole(shown(curve.end)?.score ?? null),
        });
  const all = looked ? looked.momentCount : experience.moments;
  const unknown = all - (looked ? looked.knownMoments : experience.knownMoments);
  const Icon = asTable ? ChartSpline : Table2;
  return (
    <Card
      title={say('experience.title')}
      aside={
        <>
          <ExperienceEvidence experience={experience} looked={looked} />
          <Button
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
            aria-label={say(asTable ? 'experience.curve' : 'experience.table')}
            title={say(asTable ? 'experience.curve' : 'experience.table')}
          >
            <Icon size={15} aria-hidden />
          </Button>
        </>
      }
    >
      {looked && (
        <p className={styles.only}>
          {say('experience.only', { title: looked.title })}
          <button type="button" onClick={() => onOnly(null)}>
            {say('experience.all')}
          </button>
        </p>
      )}
      {/* Measured while the table stands there, too: the curve comes back in its own width. */}
      <div ref={paper}>
        {asTable ? (
          <MomentTable curve={curve} onOpen={onOpen} />
        ) : curve.known === 0 ? (
          <CardNote>{sentence}</CardNote>
        ) : (
          <ExperienceCurve
            key={only ?? 'all'}
            curve={curve}
            width={width}
            experienced={experienced}
            remembered={remembered}
            label={sentence}
            onOpen={onOpen}
          />
        )}
      </div>
      <p className={styles.note}>
        {[
          unknown > 0 && curve.known > 0 && say('experience.unknownOf', { unknown, all }),
          curve.points.length < all &&
            say('experience.latest', { shown: number(curve.points.length), all: number(all) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </Card>
  );
}
