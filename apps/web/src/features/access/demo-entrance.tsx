import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { Avatar } from '#ui/badges/avatar.tsx';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import { Fold } from '#ui/card/fold.tsx';
import styles from './access.module.css';
import { enterDemo, type entranceQuery } from './entrance.documents.ts';
import { roleWords } from './role-words.ts';
import { useEntry } from './use-entry.ts';

type Entrance = ResultOf<typeof entranceQuery>['entrance'];

type DemoUser = Entrance['demoUsers'][number];

// The three whom the product is for; the others look after it.
const isUsual = ({ role }: DemoUser): boolean =>
  role === 'SALES_REP' || role === 'MARKETER' || role === 'SUPPORT_AGENT';

/** The demo: one click enters as somebody of a department. */
export function DemoEntrance({ entrance, onEntered }: { entrance: Entrance; onEntered: () => void }) {
  const say = useWords();
  const { client, busy, wrong, enter } = useEntry(onEntered);
  const filling = entrance.demoImport;
  const running = filling && !['DONE', 'FAILED', 'CANCELLED', 'UNDONE'].includes(filling.status);
  const line = ({ id, name, role, department }: DemoUser) => (
    <li key={id}>
      <button
        type="button"
        disabled={busy}
        onClick={() =>
          void enter(
            async () =>
              (await client.mutate({ mutation: enterDemo, variables: { userId: id } })).data?.enterDemo,
          )
        }
      >
        <Avatar name={name} size={36} round />
        <span className={styles.who}>
          <b>{name}</b>
          <small>{say(roleWords[role])}</small>
        </span>
        {department && <DepartmentBadge department={department} />}
      </button>
    </li>
  );
  return (
    <section className={styles.demo} aria-label={say('access.demo')}>
      <h2>{say('access.demo')}</h2>
      <p className={styles.muted}>{say('access.demoText')}</p>
      <ul>{entrance.demoUsers.filter(isUsual).map(line)}</ul>
      <Fold label={say('access.otherRoles')}>
        <ul>{entrance.demoUsers.filter((user) => !isUsual(user)).map(line)}</ul>
      </Fold>
      {wrong && (
        <p className={styles.wrong} role="alert">
          {wrong.text}
        </p>
      )}
      {running && (
        <div className={styles.filling}>
          <progress value={filling.progress} max={1} aria-label={say('access.filling')} />
          <p className={styles.muted}>{say('access.filling')}</p>
        </div>
      )}
    </section>
  );
}
