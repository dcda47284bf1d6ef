import { ChevronDown, ChevronRight, MoveRight } from 'lucide-react';
import { useId, useState } from 'react';
import { departmentWords } from '#lib/department.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { titleText } from '#lib/kind-text.ts';
import { colleagueText, sourceText } from '#lib/source-text.ts';
import { may } from '#lib/viewer.ts';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import { InteractionWords } from './interaction-words.tsx';
import styles from './timeline.module.css';
import type { Entry } from './timeline.query.ts';
import { valueText } from './value-text.ts';

/**
 * One happening: which department, what, who, when, and the values before and after where something changed. A call, a mail
 * or a meeting unfolds for whoever may read what was said.
 */
export function TimelineEntry({ entry, quiet }: { entry: Entry; quiet: boolean }) {
  const say = useWords();
  const { date } = useFormat();
  const { department, kind, title, detail, change, actorName, sourceName, at } = entry;
  const [open, setOpen] = useState(false);
  const id = useId();
  const words = titleText({ kind, title }, say);
  const unfolds = kind.startsWith('interaction-') && may('Interaction.body');
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <li className={styles.entry} data-quiet={quiet || undefined}>
      <DepartmentBadge department={department} small={quiet} />
      <div className={styles.what}>
        {unfolds ? (
          <button
            type="button"
            className={styles.opens}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            <span className={styles.title}>{words}</span>
            <Chevron size={15} aria-hidden />
          </button>
        ) : (
          <p className={styles.title}>{words}</p>
        )}
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
        {unfolds && open && (
          <div id={id}>
            <InteractionWords entryId={entry.id} />
          </div>
        )}
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
