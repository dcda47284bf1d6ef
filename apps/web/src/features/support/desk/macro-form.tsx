import { useState } from 'react';
import type { VariablesOf } from '#lib/graphql/graphql.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Field } from '#ui/form/field.tsx';
import { NamedOptions, WordOptions } from '#ui/form/options.tsx';
import { FieldInput } from '../fields/field-input.tsx';
import type { FieldWish } from '../fields/field-wish.ts';
import type { OwnField } from '../fields/fields.documents.ts';
import type { saveMacro } from './macros.documents.ts';
import styles from './macros.module.css';
import { causeWords, chosenStatuses, priorityWords, statusWords } from './words.ts';

/** A macro while it is written. */
export type MacroDraft = VariablesOf<typeof saveMacro>['input'];

const languages = [
  ['en', 'support.english'],
  ['it', 'support.italian'],
  ['fr', 'support.french'],
  ['ro', 'support.romanian'],
] as const satisfies readonly (readonly [string, MessageId])[];

/** A macro to be filled in: its words in each language, and what is done with the ticket when it is sent. */
export function MacroForm({
  draft: given,
  teams,
  fields,
  onKeep,
  onCancel,
}: {
  draft: MacroDraft;
  fields: readonly OwnField[];
  teams: readonly { id: string; name: string }[];
  onKeep: (draft: MacroDraft) => void;
  onCancel: () => void;
}) {
  const say = useWords();
  const [draft, setDraft] = useState(given);
  const [tags, setTags] = useState((given.change?.addTags ?? []).join(', '));
  const stage = (field: 'status' | 'priority' | 'cause' | 'teamId', value: string) =>
    setDraft((before) => {
      const { [field]: _gone, ...others } = before.change ?? {};
      return { ...before, change: value ? { ...others, [field]: value } : others };
    });
  const wished = (draft.change?.fields ?? []) as FieldWish[];
  const writeField = ({ key, ...said }: FieldWish) =>
    setDraft((before) => {
      const others = (before.change?.fields ?? []).filter((one) => one.key !== key);
      return {
        ...before,
        change: {
          ...before.change,
          fields: Object.keys(said).length > 0 ? [...others, { key, ...said }] : others,
        },
      };
    });
  const write = (language: string, body: string) =>
    setDraft((before) => ({
      ...before,
      bodies: [...before.bodies.filter((one) => one.language !== language), { language, body }],
    }));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const addTags = tags
          .split(',')
          .map((tag) => tag.trim())
          .filter(Boolean);
        const { addTags: _before, ...change } = draft.change ?? {};
        onKeep({
          ...draft,
          bodies: draft.bodies.filter(({ body }) => body.trim()),
          change: { ...change, ...(addTags.length > 0 ? { addTags } : {}) },
        });
      }}
    >
      <Field
        label={say('support.macroName')}
        value={draft.name}
        required
        maxLength={120}
        onChange={(event) => setDraft({ ...draft, name: event.target.value })}
      />
      <p className={styles.hint}>{say('support.macroHint')}</p>
      <div className={styles.bodies}>
        {languages.map(([language, word]) => (
          <label key={language}>
            {say(word)}
            <textarea
              rows={4}
              lang={language}
              value={draft.bodies.find((one) => one.language === language)?.body ?? ''}
              onChange={(event) => write(language, event.target.value)}
            />
          </label>
        ))}
      </div>
      <div className={styles.line}>
        <Choice
          label={say('support.then')}
          value={draft.change?.status ?? ''}
          onChoose={(value) => stage('status', value)}
        >
          <option value="">{say('support.thenSame')}</option>
          <WordOptions words={statusWords} values={chosenStatuses} />
        </Choice>
        <Choice
          label={say('support.fieldPriority')}
          value={draft.change?.priority ?? ''}
          onChoose={(value) => stage('priority', value)}
        >
          <option value="">{say('support.bulkSame')}</option>
          <WordOptions words={priorityWords} />
        </Choice>
        <Choice
          label={say('support.fieldCause')}
          value={draft.change?.cause ?? ''}
          onChoose={(value) => stage('cause', value)}
        >
          <option value="">{say('support.bulkSame')}</option>
          <WordOptions words={causeWords} />
        </Choice>
        {teams.length > 0 && (
          <Choice
            label={say('support.fieldTeam')}
            value={draft.change?.teamId ?? ''}
            onChoose={(value) => stage('teamId', value)}
          >
            <option value="">{say('support.bulkSame')}</option>
            <NamedOptions of={teams} />
          </Choice>
        )}
        <Field
          label={say('support.macroTags')}
          value={tags}
          maxLength={200}
          onChange={(event) => setTags(event.target.value)}
        />
      </div>
      {fields.length > 0 && (
        <div className={styles.bodies}>
          {fields.map((field) => (
            <FieldInput
              key={field.key}
              field={{ ...field, isRequiredToSolve: false }}
              wish={wished.find(({ key }) => key === field.key) ?? { key: field.key }}
              onKeep={writeField}
            />
          ))}
        </div>
      )}
      <div className={styles.line}>
        <Button type="submit" tone="primary">
          {say('support.macroKeep')}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          {say('support.macroCancel')}
        </Button>
      </div>
    </form>
  );
}
