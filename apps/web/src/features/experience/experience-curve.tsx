import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { type Curve, type Spot, smoothPath } from './curve-points.ts';
import styles from './experience-curve.module.css';
import { becauseText, kindText } from './moment-text.ts';
import { placeLabels, type Wish } from './place-labels.ts';

const height = 220;
const top = 32;
const bottom = 172;
const unknownAt = 198;
const letter = 6.3;

/** Pixels between two points: room for a finger beside a finger. */
export const stepWidth = 26;

/** Where the line runs between its points, so that no label stands on it. */
const between = (spots: readonly Spot[]): Spot[] =>
  spots.slice(1).flatMap((to, place) => {
    const from = spots[place]!;
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 12);
    return Array.from({ length: Math.max(0, steps - 1) }, (_, step) => ({
      x: from.x + ((to.x - from.x) * (step + 1)) / steps,
      y: from.y + ((to.y - from.y) * (step + 1)) / steps,
    }));
  });

/** What was lived, moment by moment, with the peak, the end and the two lines that are made of it. */
export function ExperienceCurve({
  curve,
  width,
  experienced,
  remembered,
  label,
  onOpen,
}: {
  curve: Curve;
  width: number;
  experienced: number | null;
  remembered: number | null;
  /** The picture in a sentence. */
  label: string;
  /** Somebody wants to see a moment where it happened. */
  onOpen: (at: string) => void;
}) {
  const say = useWords();
  const { date, number, signed } = useFormat();
  const { points, peak, end } = curve;
  const [at, setAt] = useState<number | null>(null);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const left = 30;
  const right = width - 16;
  const xOf = (place: number) =>
    points.length === 1 ? (left + right) / 2 : left + (place * (right - left)) / (points.length - 1);
  const yOf = (score: number) => bottom - (score / 100) * (bottom - top);
  const spots = points.map(({ score }, place) => ({
    x: xOf(place),
    y: score === null ? unknownAt : yOf(score),
  }));
  const known = spots.filter((_, place) => points[place]!.score !== null);
  const path = smoothPath(known);

  const titled = (place: number | null, word: string) => {
    if (place === null) return '';
    const title = points[place]!.lived.title;
    const most = width < 480 ? 14 : 26;
    return `${word} · ${title.length > most ? `${title.slice(0, most - 1).trimEnd()}…` : title}`;
  };
  const words = {
    peak: titled(peak, say('experience.peak')),
    end: peak === end ? '' : titled(end, say('experience.end')),
    experienced:
      experienced === null
        ? ''
        : `${say('experience.experienced')} ${number(Math.round(experienced * 10) / 10)}`,
    remembered:
      remembered === null
        ? ''
        : `${say('experience.remembered')} ${number(Math.round(remembered * 10) / 10)}`,
  };
  const wish = (id: keyof typeof words, x: number, y: number): Wish[] =>
    words[id] ? [{ id, x, y, width: words[id].length * letter + 8, height: 16 }] : [];
  const labels = placeLabels(
    [
      ...(peak === null ? [] : wish('peak', spots[peak]!.x, spots[peak]!.y)),
      ...(end === null ? [] : wish('end', spots[end]!.x, spots[end]!.y)),
      ...(remembered === null ? [] : wish('remembered', right - 60, yOf(remembered))),
      ...(experienced === null ? [] : wish('experienced', left + 60, yOf(experienced))),
    ],
    { width, height: bottom + 14, left },
    [...known, ...between(known)],
  );
  const chosen = at === null ? null : points[at];
  const move = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      Home: -points.length,
      End: points.length,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.min(points.length - 1, Math.max(0, (at ?? points.length - 1) + step));
    setAt(next);
    buttons.current[next]?.focus();
  };
  const spoken = useMemo(
    () =>
      points.map(({ moment, lived, score }) =>
        say('experience.point', {
          what: kindText(moment.kind, say),
          title: lived.title,
          day: date(moment.at),
          score: score === null ? say('experience.notMeasured') : number(Math.round(score)),
        }),
      ),
    [points, say, date, number],
  );
  return (
    <div className={styles.curve}>
      <svg width={width} height={height} role="img" aria-label={label}>
        <g>
          {[0, 50, 100].map((score) => (
            <g key={score} className={styles.grid}>
              <line
                x1={left}
                x2={right}
                y1={yOf(score)}
                y2={yOf(score)}
                data-middle={score === 50 || undefined}
              />
              <text x={left - 8} y={yOf(score) + 4} textAnchor="end">
                {score}
              </text>
            </g>
          ))}
          {known.length > 1 && (
            <path
              className={styles.area}
              d={`${path}L${known.at(-1)!.x} ${yOf(50)}L${known[0]!.x} ${yOf(50)}Z`}
            />
          )}
          {experienced !== null && (
            <line
              className={styles.experienced}
              x1={left}
              x2={right}
              y1={yOf(experienced)}
              y2={yOf(experienced)}
            />
          )}
          {remembered !== null && (
            <line
              className={styles.remembered}
              x1={left}
              x2={right}
              y1={yOf(remembered)}
              y2={yOf(remembered)}
            />
          )}
          {known.length > 1 && <path className={styles.line} d={path} pathLength={1} />}
          {spots.map(({ x, y }, place) => {
            const { score, lived, moment } = points[place]!;
            const big = place === peak || place === end;
            return (
              <circle
                key={`${lived.subjectId} ${moment.key}`}
                cx={x}
                cy={y}
                r={big ? 6 : 4}
                className={score === null ? styles.unknown : styles.point}
                data-department={lived.department}
                data-chosen={place === at || undefined}
              />
            );
          })}
          {labels.map(({ id, x, y }) => (
            <text key={id} className={styles.label} data-of={id} x={x} y={y + 4} textAnchor="middle">
              {words[id as keyof typeof words]}
            </text>
          ))}
        </g>
      </svg>
      <div role="group" aria-label={say('experience.pointsOf')} onKeyDown={move}>
        {spots.map(({ x, y }, place) => (
          <button
            key={`${points[place]!.lived.subjectId} ${points[place]!.moment.key}`}
            ref={(button) => {
              buttons.current[place] = button;
            }}
            type="button"
            className={styles.target}
            style={{ insetInlineStart: x - 12, insetBlockStart: y - 12 }}
            tabIndex={place === (at ?? points.length - 1) ? 0 : -1}
            aria-label={spoken[place]}
            onFocus={() => setAt(place)}
            onPointerEnter={() => setAt(place)}
            onClick={() => onOpen(points[place]!.moment.at)}
          />
        ))}
      </div>
      <p className={styles.told}>
        {chosen ? (
          <>
            <b>{kindText(chosen.moment.kind, say)}</b>
            {` · ${chosen.lived.title} · ${date(chosen.moment.at)} · `}
            {chosen.score === null
              ? say('experience.notMeasured')
              : say('experience.scored', { score: number(Math.round(chosen.score)) })}
            <span>{becauseText(chosen.moment, say, { signed, number })}</span>
          </>
        ) : (
          <span>
            {points.length > 0 &&
              say('experience.span', {
                from: date(points[0]!.moment.at),
                to: date(points.at(-1)!.moment.at),
              })}
          </span>
        )}
      </p>
    </div>
  );
}
