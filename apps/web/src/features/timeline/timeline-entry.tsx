import { MoveRight } from 'lucide-react';
import { departmentWords } from '#lib/department.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { titleText } from '#lib/kind-text.ts';
import { colleagueText, sourceText } from '#lib/source-text.ts';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import styles from './timeline.module.css';
import type { Entry } from './timeline.query.ts';
import { valueText } from './value-text.ts';

/** One happening: which department, what, who, when, and the values before and after where something changed. */
export function TimelineEntry({ entry, quiet }: { entry: Entry; quiet: boolean }) {
  const say = useWords();
  const { date } = useFormat();
  const { department, kind, title, detail, change, actorName, sourceName, at } = entry;
  return (
    <li className={styles.entry} data-quiet={quiet || undefined}>
      <DepartmentBadge department={department} small={quiet} />
      <div className={styles.what}>
        <p className={styles.title}>{titleText({ kind, title }, say)}</p>
        {change && (
          <p className={styles.change}>
            {change.before !== null && (
              <>
                <span className="unseen">{say('timeline.before')}</span>
                <del>{valueText(change.field, change.before, say)}</del>
                <MoveRight size={14} aria-hidden />
              </>
            )}
            <span className="unseen">{say('timeline.after')}</span>
            <ins>
              {change.after === null ? say('ui.unknown') : valueText(change.field, change.after, say)}
            </ins>
          </p>
        )}
        {detail && !quiet && <p className={styles.detail}>{detail}</p>}
      </div>
      <p className={styles.when}>
        <time dateTime={at} title={date(at, 'dateTime')}>
          {date(at, 'time')}
        </time>
        <span data-department={department}>{say(departmentWords[department])}</span>
        <small>
          {[actorName && colleagueText(actorName), sourceName && sourceText(sourceName, say)]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </p>
    </li>
  );
}
