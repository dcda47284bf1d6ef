import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useRef } from 'react';
import { departments, departmentWords } from '#lib/department.ts';
import { useWords } from '#lib/intl/words.ts';
import { departmentOf, keepLens, type Lens, useLens } from '#lib/lens.ts';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import { Menu } from '#ui/menu/menu.tsx';
import styles from './top-bar.module.css';

const lenses = departments.map((department) => department.toLowerCase() as Lens);

/** Chooses a lens: it goes into the URL, so that a link shows a colleague the same page. */
export function useChooseLens() {
  const navigate = useNavigate();
  return (lens: Lens) => {
    keepLens(lens);
    void navigate({ to: '.', search: (before) => ({ ...before, lens }), replace: true });
  };
}

/** Which department's order the page is shown in: three radio buttons, or a menu where there is little room. */
export function LensSwitch() {
  const say = useWords();
  const lens = useLens();
  const choose = useChooseLens();
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (lenses.indexOf(lens) + step + lenses.length) % lenses.length;
    const chosen = lenses[next];
    if (chosen) choose(chosen);
    group.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <>
      <div
        ref={group}
        className={styles.lens}
        role="radiogroup"
        aria-label={say('shell.lens')}
        onKeyDown={onKeyDown}
      >
        {lenses.map((each) => (
          <button
            key={each}
            type="button"
            role="radio"
            aria-checked={each === lens}
            tabIndex={each === lens ? 0 : -1}
            onClick={() => choose(each)}
          >
            <span className={styles.dot} data-department={departmentOf(each)} aria-hidden />
            {say(departmentWords[departmentOf(each)])}
          </button>
        ))}
      </div>
      <div className={styles.lensMenu}>
        <Menu
          label={say('shell.lens')}
          trigger={<DepartmentBadge department={departmentOf(lens)} />}
          items={lenses.map((each) => ({
            id: each,
            label: say(departmentWords[departmentOf(each)]),
            icon: <DepartmentBadge department={departmentOf(each)} />,
            checked: each === lens,
            onSelect: () => choose(each),
          }))}
        />
      </div>
    </>
  );
}
