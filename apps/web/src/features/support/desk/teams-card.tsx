import { useMutation } from '@apollo/client/react';
import { Plus } from 'lucide-react';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { Card } from '#ui/card/card.tsx';
import { ShortText } from '#ui/form/short-text.tsx';
import { type deskSettingsQuery, saveTeam } from './macros.documents.ts';
import styles from './macros.module.css';

type Settings = ResultOf<typeof deskSettingsQuery>;

/** Who looks after tickets together: each team with its people, changed where it is read. */
export function TeamsCard({
  teams,
  users,
  onKept,
}: Pick<Settings, 'teams' | 'users'> & { onKept: () => void }) {
  const say = useWords();
  const [save] = useMutation(saveTeam);
  const mayChange = may('Mutation.saveTeam');
  const people = users.filter(({ disabledAt }) => !disabledAt);
  const keep = (input: { id?: string; name: string; memberIds: string[] }) =>
    void save({ variables: { input } })
      .then(({ data }) => {
        if (data?.saveTeam.__typename === 'Refusal') sayFailed(refusalText(data.saveTeam, say));
        else sayDone(say('support.macroKept'));
        onKept();
      })
      .catch(() => sayFailed(say('support.failed')));
  return (
    <Card
      title={say('support.teams')}
      aside={
        mayChange && (
          <Button
            icon={<Plus size={15} aria-hidden />}
            onClick={() => keep({ name: say('support.teamNew', { n: teams.length + 1 }), memberIds: [] })}
          >
            {say('support.teamAdd')}
          </Button>
        )
      }
    >
      <ul className={styles.list}>
        {teams.map(({ id, name, members }) => {
          const memberIds = members.map((one) => one.id);
          return (
            <li key={id} className={styles.team}>
              <ShortText
                label={say('support.fieldTeam')}
                hint={say('support.fieldTeam')}
                value={name}
                disabled={!mayChange}
                onKeep={(next) => keep({ id, name: next, memberIds })}
              />
              <fieldset disabled={!mayChange}>
                <legend className="unseen">{name}</legend>
                {people.map((person) => (
                  <label key={person.id}>
                    <input
                      type="checkbox"
                      checked={memberIds.includes(person.id)}
                      onChange={(event) =>
                        keep({
                          id,
                          name,
                          memberIds: event.target.checked
                            ? [...memberIds, person.id]
                            : memberIds.filter((one) => one !== person.id),
                        })
                      }
                    />
                    {person.name}
                  </label>
                ))}
              </fieldset>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
