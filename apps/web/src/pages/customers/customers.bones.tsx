import { useWords } from '#lib/intl/words.ts';
import { Bone } from '#ui/state/bones.tsx';
import bones from './customers.bones.module.css';
import styles from './customers.module.css';

const widths = [62, 48, 71, 55, 66, 43, 58, 69, 51, 60, 46, 64];

/** The list before its rows are there: the same geometry, so that nothing jumps. */
export function CustomersBones() {
  const say = useWords();
  return (
    <div className={styles.page} aria-busy="true">
      <header className={styles.head}>
        <h1>{say('customers.title')}</h1>
      </header>
      <div className={bones.space} />
      <div className={bones.rows}>
        {widths.map((width) => (
          <div key={width} className={bones.row}>
            <Bone width={`${width}%`} />
            <Bone width={`${110 - width}%`} />
            <Bone width={74} />
            <Bone width={`${width - 10}%`} />
          </div>
        ))}
      </div>
    </div>
  );
}
