import { Check, RotateCcw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { may } from '#lib/viewer.ts';
import { Pill } from '#ui/badges/pill.tsx';
import styles from './promises.module.css';
import type { PromiseActs, PromiseShape } from './use-promises.ts';
import { channelText, levelOf, levels, standings } from './words.ts';

/** One promise: what, by when, where it stands, and what can be done about it. */
export function PromiseLine({
  promise,
  acts,
  whom,
}: {
  promise: PromiseShape;
  acts: PromiseActs;
  /** To whom it was given, where that is not clear already. */
  whom?: ReactNode;
}) {
  const say = useWords();
  const { ago, date } = useFormat();
  const { word, tone } = standings[promise.standing];
  // A clock is settled by what happens to its ticket, and by nothing else.
  const level = levelOf(promise.serviceLevel);
  const waits = promise.standing === 'OPEN' || promise.standing === 'BROKEN';
  const when = promise.doneAt ?? promise.withdrawnAt ?? promise.dueAt;
  const zone = promise.timeZone ? ` · ${promise.timeZone}` : '';
  const by = [promise.promiserName, promise.channel && channelText(promise.channel, say)].filter(Boolean);
  return (
    <li className={styles.promise} data-standing={promise.standing}>
      <div className={styles.what}>
        {whom && <span className={styles.whom}>{whom}</span>}
        <span className={styles.words}>
          {level ? say('ui.labelled', { label: say(levels[level]), value: promise.words }) : promise.words}
        </span>
        <span className={styles.sub}>
          <time
            dateTime={when}
            title={`${say('promises.dueAt', { when: date(promise.dueAt, 'dateTime') })}${zone}`}
          >
            {waits
              ? say(promise.standing === 'BROKEN' ? 'promises.wasDue' : 'promises.due', {
                  when: ago(promise.dueAt),
                })
              : ago(when)}
          </time>
          {by.length > 0 && ` · ${by.join(' · ')}`}
        </span>
        {promise.evidence && <span className={styles.evidence}>{promise.evidence}</span>}
      </div>
      <div className={styles.state}>
        <Pill tone={tone}>{say(word)}</Pill>
        {!level && may('Mutation.keepPromise') && (
          <span className={styles.tools}>
            {waits && (
              <>
                <button
                  type="button"
                  onClick={() => void acts.keep(promise)}
                  aria-label={say('promises.keepThis', { words: promise.words })}
                  title={say('promises.keep')}
                >
                  <Check size={16} aria-hidden />
                </button>
                <button
                  type="button"
                  onClick={() => void acts.withdraw(promise)}
                  aria-label={say('promises.withdrawThis', { words: promise.words })}
                  title={say('promises.withdraw')}
                >
                  <X size={16} aria-hidden />
                </button>
              </>
            )}
            {!waits && (
              <button
                type="button"
                onClick={() => void (promise.withdrawnAt ? acts.restore(promise) : acts.reopen(promise))}
                aria-label={say('promises.reopenThis', { words: promise.words })}
                title={say('promises.reopen')}
              >
                <RotateCcw size={15} aria-hidden />
              </button>
            )}
          </span>
        )}
      </div>
    </li>
  );
}
