import { type ReactNode, useState } from 'react';
import { type Department, departmentWords } from '#lib/department.ts';
import type { Stage } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { stageWords } from '#lib/stages.ts';
import { may } from '#lib/viewer.ts';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { CellContent, useCellCounts } from './cell-content.tsx';
import styles from './content.module.css';

/** How much content stands in a cell of the journey; it opens what it is, and attaches more. */
export function CellButton({
  stage,
  department,
  link,
}: {
  stage: Stage;
  department: Department;
  link: (id: string, title: string) => ReactNode;
}) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const counts = useCellCounts();
  const count = counts?.get(`${stage} ${department}`) ?? 0;
  if (!counts || (count === 0 && !may('Mutation.placeContent'))) return null;
  const title = say('content.cellOf', {
    stage: say(stageWords[stage]),
    department: say(departmentWords[department]),
  });
  return (
    <>
      <button
        type="button"
        className={styles.cellButton}
        data-empty={count === 0 || undefined}
        aria-label={`${title}: ${say('content.cell', { count })}`}
        onClick={() => setOpen(true)}
      >
        {say('content.cell', { count })}
      </button>
      {open && (
        <Dialog label={title} onClose={() => setOpen(false)} size="small">
          <DialogHead title={title} onClose={() => setOpen(false)} />
          <div className={styles.form}>
            <CellContent stage={stage} department={department} link={link} />
          </div>
        </Dialog>
      )}
    </>
  );
}
