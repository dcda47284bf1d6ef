import type { ResultOf } from '#lib/graphql/graphql.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Avatar } from '#ui/badges/avatar.tsx';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import styles from './access.module.css';
import { enterDemo, type entranceQuery } from './entrance.documents.ts';
import { useEntry } from './use-entry.ts';

type Entrance = ResultOf<typeof entranceQuery>['entrance'];

/** What people of each role do here, as a message. */
export const roleWords: Record<Entrance['demoUsers'][number]['role'], MessageId> = {
  SALES_REP: 'access.salesRep',
  SALES_LEAD: 'access.salesLead',
  MARKETER: 'access.marketer',
  SUPPORT_AGENT: 'access.supportAgent',
  SUPPORT_LEAD: 'access.supportLead',
  PRIVACY_OFFICER: 'access.privacyOfficer',
  ADMIN: 'access.admin',
  MACHINE: 'access.machine',
};

/** The demo: one click enters as somebody of a department. */
export function DemoEntrance({ entrance, onEntered }: { entrance: Entrance; onEntered: () => void }) {
  const say = useWords();
  const { client, busy, wrong, enter } = useEntry(onEntered);
  const filling = entrance.demoImport;
  const running = filling && !['DONE', 'FAILED', 'CANCELLED', 'UNDONE'].includes(filling.status);
  return (
    <section className={styles.demo} aria-label={say('access.demo')}>
      <h2>{say('access.demo')}</h2>
      <p className={styles.muted}>{say('access.demoText')}</p>
      <ul>
        {entrance.demoUsers.map(({ id, name, role, department }) => (
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
        ))}
      </ul>
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
