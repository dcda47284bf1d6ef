import { useMutation, useQuery } from '@apollo/client/react';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Button } from '#ui/button/button.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { wishOf, wishText } from '../fields/field-wish.ts';
import { useFieldFormat } from '../fields/use-field-format.ts';
import { type MacroDraft, MacroForm } from './macro-form.tsx';
import { deskSettingsQuery, removeMacro, restoreMacro, saveMacro } from './macros.documents.ts';
import styles from './macros.module.css';
import { TeamsCard } from './teams-card.tsx';
import { causeWords, priorityWords, statusWords } from './words.ts';

type Macro = ResultOf<typeof deskSettingsQuery>['macros'][number];

const draftOf = ({ id, name, bodies, change, fields }: Macro): MacroDraft => ({
  id,
  name,
  bodies: bodies.map(({ language, body }) => ({ language, body })),
  change: {
    ...(change.status ? { status: change.status } : {}),
    ...(change.priority ? { priority: change.priority } : {}),
    ...(change.cause ? { cause: change.cause } : {}),
    ...(change.team ? { teamId: change.team.id } : {}),
    ...(change.addTags.length > 0 ? { addTags: change.addTags } : {}),
    ...(fields.length > 0 ? { fields: fields.map(wishOf) } : {}),
  },
});

/** Answers that are given often, and who looks after tickets together. */
export function MacrosSection() {
  const say = useWords();
  const { data, error, refetch } = useQuery(deskSettingsQuery, { fetchPolicy: 'cache-and-network' });
  const [save] = useMutation(saveMacro);
  const [remove] = useMutation(removeMacro);
  const [restore] = useMutation(restoreMacro);
  const [open, setOpen] = useState<string | null>(null);
  const mayChange = may('Mutation.saveMacro');
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bone height={160} />;
  const failed = () => void sayFailed(say('support.failed'));
  const keep = (input: MacroDraft) =>
    void save({ variables: { input } })
      .then(({ data: answer }) => {
        if (answer?.saveMacro.__typename === 'Refusal') {
          sayFailed(refusalText(answer.saveMacro, say));
          return;
        }
        sayDone(say('support.macroKept'));
        setOpen(null);
        void refetch();
      })
      .catch(failed);
  const takeAway = ({ id, name }: Macro) =>
    void remove({ variables: { id } })
      .then(() => {
        void refetch();
        offerUndo(say('support.macroRemoved', { name }), () =>
          restore({ variables: { id } }).then(() => void refetch(), failed),
        );
      })
      .catch(failed);
  const form = (draft: MacroDraft) => (
    <MacroForm
      draft={draft}
      teams={data.teams}
      fields={data.ticketFields.filter(({ isPutAway }) => !isPutAway)}
      onKeep={keep}
      onCancel={() => setOpen(null)}
    />
  );
  return (
    <div className={styles.section}>
      <Card
        title={say('support.macros')}
        aside={
          mayChange &&
          open !== 'new' && (
            <Button icon={<Plus size={15} aria-hidden />} onClick={() => setOpen('new')}>
              {say('support.macroAdd')}
            </Button>
          )
        }
      >
        <CardNote>{say('support.macroText')}</CardNote>
        {open === 'new' && form({ name: '', bodies: [], change: {} })}
        <ul className={styles.list}>
          {data.macros.map((macro) => (
            <li key={macro.id}>
              {open === macro.id ? (
                form(draftOf(macro))
              ) : (
                <MacroLine
                  macro={macro}
                  mayChange={mayChange}
                  onEdit={() => setOpen(macro.id)}
                  onRemove={() => takeAway(macro)}
                />
              )}
            </li>
          ))}
        </ul>
      </Card>
      <TeamsCard teams={data.teams} users={data.users} onKept={() => void refetch()} />
    </div>
  );
}

function MacroLine({
  macro,
  mayChange,
  onEdit,
  onRemove,
}: {
  macro: Macro;
  mayChange: boolean;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const say = useWords();
  const format = useFieldFormat();
  const { status, priority, cause, team, addTags } = macro.change;
  return (
    <div className={styles.macro}>
      <div>
        <h3>{macro.name}</h3>
        <p className={styles.words}>{macro.bodies[0]?.body}</p>
        <p className={styles.staged}>
          {macro.bodies.map(({ language }) => (
            <Pill key={language}>{language.toUpperCase()}</Pill>
          ))}
          {status && <Pill tone="good">{say(statusWords[status])}</Pill>}
          {priority && <Pill tone="warn">{say(priorityWords[priority])}</Pill>}
          {cause && <Pill>{say(causeWords[cause])}</Pill>}
          {team && <Pill>{team.name}</Pill>}
          {macro.fields.map((value) => (
            <Pill key={value.field.key}>
              {value.field.name}: {wishText(value.field, wishOf(value), format) ?? '–'}
            </Pill>
          ))}
          {addTags.map((tag) => (
            <Pill key={tag}>+ {tag}</Pill>
          ))}
        </p>
      </div>
      {mayChange && (
        <span className={styles.moves}>
          <Button tone="quiet" icon={<Pencil size={15} aria-hidden />} onClick={onEdit}>
            {say('support.macroEdit')}
          </Button>
          <Button tone="quiet" icon={<Trash2 size={15} aria-hidden />} onClick={onRemove}>
            {say('support.slaRemove')}
          </Button>
        </span>
      )}
    </div>
  );
}
