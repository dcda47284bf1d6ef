import { type Department, departmentWords } from '#lib/department.ts';
import { useWords } from '#lib/intl/words.ts';
import styles from './department-badge.module.css';

const letters: Record<Department, string> = { SALES: 'Sa', MARKETING: 'Ma', SUPPORT: 'Su' };

/** Which department something belongs to: a colour and always a letter with it. */
export function DepartmentBadge({ department, small = false }: { department: Department; small?: boolean }) {
  const say = useWords();
  return (
    <span
      className={styles.badge}
      data-department={department}
      data-small={small || undefined}
      role="img"
      aria-label={say(departmentWords[department])}
    >
      {letters[department]}
    </span>
  );
}
