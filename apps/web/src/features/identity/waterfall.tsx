import { TriangleAlert } from 'lucide-react';
import { featureText, levelText } from '#lib/evidence-text.ts';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { reasonText } from '#lib/reason-text.ts';
import type { doubtExplained } from './explanation.documents.ts';
import { useLikelihood } from './likelihood.tsx';
import { stepsOf } from './steps-of.ts';
import styles from './waterfall.module.css';

/** Why two records are one person, or not. */
export type Explanation = NonNullable<
  Extract<NonNullable<ResultOf<typeof doubtExplained>['node']>, { __typename: 'Doubt' }>['explanation']
>;

const rank: Record<string, number> = { separate: 0, review: 1, automatic: 2 };

/** Both values in the form in which equal ones are equal: once where they are. */
function valuesText(left: readonly string[], right: readonly string[]): string {
  const [one, other] = [left.join(', '), right.join(', ')];
  return one === other ? one : `${one || '—'} · ${other || '—'}`;
}

/** What speaks for and against one person, step by step in bits: each bar begins where the one before it ended. */
export function Waterfall({ explanation }: { explanation: Explanation }) {
  const say = useWords();
  const { signed, about } = useFormat();
  const likely = useLikelihood();
  const { prior, bits, probability, related, keptApart, objections, outcome, lines } = explanation;
  // What alone decides it: without it something else would be done.
  const decisive = lines
    .filter((line) => line.bits > 0 && (rank[line.outcomeWithout] ?? 0) < (rank[outcome] ?? 0))
    .slice(0, 3);
  const { steps, zero } = stepsOf(
    prior,
    lines.map((line) => line.bits),
  );
  const bar = (index: number) => {
    const step = steps[index];
    return (
      <td className={styles.bars} aria-hidden>
        <span className={styles.zero} style={{ insetInlineStart: `${zero * 100}%` }} />
        {step && (
          <span
            className={styles.bar}
            data-for={step.by >= 0}
            style={{ insetInlineStart: `${step.from * 100}%`, inlineSize: `${step.size * 100}%` }}
          />
        )}
      </td>
    );
  };
  return (
    <div className={styles.waterfall}>
      {(objections.length > 0 || keptApart) && (
        <ul className={styles.objections} aria-label={say('identity.objections')}>
          {objections.map((objection) => (
            <li key={objection.code}>
              <TriangleAlert size={15} aria-hidden />
              {reasonText(objection, say)}
            </li>
          ))}
          {keptApart && (
            <li>
              <TriangleAlert size={15} aria-hidden />
              {say('identity.keptApartBefore')}
            </li>
          )}
        </ul>
      )}
      <div className={styles.frame}>
        <table>
          <caption>
            {say('identity.waterfall')}
            <b>{say('identity.probability', { percent: likely(probability) })}</b>
          </caption>
          <thead className="unseen">
            <tr>
              <th scope="col">{say('identity.waterfallHead.feature')}</th>
              <th scope="col">{say('identity.waterfallHead.level')}</th>
              <td />
              <th scope="col">{say('identity.waterfallHead.bits')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{say('identity.prior')}</th>
              <td>{say('identity.priorText', { percent: likely(1 / (1 + 2 ** -prior)) })}</td>
              {bar(0)}
              <td className={styles.bits}>{signed(prior)}</td>
            </tr>
            {lines.map((line, index) => (
              <tr key={line.feature}>
                <th scope="row">{featureText(line.feature, say)}</th>
                <td>
                  {levelText(line.level, say)}
                  {line.oneIn !== null && line.oneIn >= 2 && (
                    <small>{say('identity.oneIn', { count: about(line.oneIn) })}</small>
                  )}
                  <span className={styles.values}>{valuesText(line.left, line.right)}</span>
                </td>
                {bar(index + 1)}
                <td className={styles.bits}>{signed(line.bits)}</td>
              </tr>
            ))}
            <tr className={styles.total}>
              <th scope="row">{say('identity.total')}</th>
              <td>{say('identity.probability', { percent: likely(probability) })}</td>
              {bar(-1)}
              <td className={styles.bits}>{signed(bits)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      {decisive.length > 0 && (
        <ul className={styles.whatIf} aria-label={say('identity.whatIf')}>
          {decisive.map((line) => (
            <li key={line.feature}>
              {say(`identity.without.${outcome === 'automatic' ? 'ask' : 'apart'}` satisfies MessageId, {
                what: featureText(line.feature, say),
                percent: likely(line.probabilityWithout),
              })}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.note}>
        {say('identity.bitsText')}
        {related >= 0.1 && ` ${say('identity.related', { percent: likely(related) })}.`}
      </p>
    </div>
  );
}
