import { ArrowLeft, ArrowRight } from 'lucide-react';
import { type DragEvent, type FormEvent, useState } from 'react';
import { announce } from '#lib/announce.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Field } from '#ui/form/field.tsx';
import { causeText } from '../cause-text.ts';
import styles from './designer.module.css';
import { constants, type Draft, withFact, withStage, withStageMoved } from './draft.ts';
import { stageName } from './stage-name.ts';
import type { WrongDraft } from './use-journey.ts';

/** Changes a draft: facts are dragged to the stage they speak for, or chosen from a list; stages move by their arrows or by dragging. */
export function DraftEditor({
  start,
  wrong,
  busy,
  onSave,
  onClose,
}: {
  start: Draft;
  wrong: WrongDraft | null;
  busy: boolean;
  onSave: (draft: Draft) => void;
  onClose: () => void;
}) {
  const say = useWords();
  const { number } = useFormat();
  const [draft, setDraft] = useState(start);
  const [over, setOver] = useState<string | null>(null);
  const name = (key: string) => stageName(key, draft.stages.find((stage) => stage.key === key)?.label, say);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    onSave(draft);
  };
  const move = (key: string, by: -1 | 1) => {
    const next = withStageMoved(draft, key, by);
    if (next === draft) return;
    setDraft(next);
    announce(
      say('journey.movedTo', {
        stage: name(key),
        place: next.stages.findIndex((one) => one.key === key) + 1,
      }),
    );
  };
  const speakFor = (kind: string, stage: string) => {
    setDraft(withFact(draft, kind, { stage }));
    announce(say('journey.speaksFor', { fact: causeText(kind, say), stage: name(stage) }));
  };
  const drop = (event: DragEvent, stage: string) => {
    event.preventDefault();
    setOver(null);
    const [what, key] = event.dataTransfer.getData('text/plain').split(' ');
    if (what === 'fact' && key) speakFor(key, stage);
    if (what === 'stage' && key && key !== stage) {
      const stages = draft.stages.filter((one) => one.key !== key);
      const moved = draft.stages.find((one) => one.key === key);
      const at = draft.stages.findIndex((one) => one.key === stage);
      if (moved) setDraft({ ...draft, stages: [...stages.slice(0, at), moved, ...stages.slice(at)] });
    }
  };
  return (
    <form className={styles.editor} onSubmit={keep} aria-label={say('journey.edit')}>
      <Field
        label={say('journey.name')}
        value={draft.name}
        maxLength={100}
        required
        onChange={(event) => setDraft({ ...draft, name: event.target.value })}
      />
      <p className={styles.none}>{say('journey.dragHint')}</p>
      <ol className={styles.columns}>
        {draft.stages.map((stage, at) => (
          <li
            key={stage.key}
            className={styles.column}
            data-over={over === stage.key || undefined}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(stage.key);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => drop(event, stage.key)}
          >
            {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging has its twin in the arrows beside it. */}
            <div
              className={styles.columnHead}
              draggable
              onDragStart={(event) => event.dataTransfer.setData('text/plain', `stage ${stage.key}`)}
            >
              <h3>{name(stage.key)}</h3>
              <button
                type="button"
                disabled={at === 0}
                aria-label={say('journey.moveLeft', { stage: name(stage.key) })}
                onClick={() => move(stage.key, -1)}
              >
                <ArrowLeft size={15} aria-hidden />
              </button>
              <button
                type="button"
                disabled={at === draft.stages.length - 1}
                aria-label={say('journey.moveRight', { stage: name(stage.key) })}
                onClick={() => move(stage.key, 1)}
              >
                <ArrowRight size={15} aria-hidden />
              </button>
            </div>
            <label>
              {say('journey.label')}
              <input
                value={stage.label}
                maxLength={60}
                placeholder={stageName(stage.key, null, say)}
                onChange={(event) => setDraft(withStage(draft, stage.key, { label: event.target.value }))}
              />
            </label>
            <label>
              {say('journey.memory')}
              <textarea
                rows={3}
                maxLength={280}
                value={stage.memory}
                onChange={(event) => setDraft(withStage(draft, stage.key, { memory: event.target.value }))}
              />
            </label>
            {stage.memory.trim() && (
              <label>
                {say('journey.valence', {
                  value:
                    stage.memoryValence === null ? '—' : number(Math.round((stage.memoryValence + 1) * 50)),
                })}
                <input
                  type="range"
                  min={0}
                  max={100}
                  step={5}
                  value={Math.round(((stage.memoryValence ?? 0) + 1) * 50)}
                  onChange={(event) =>
                    setDraft(
                      withStage(draft, stage.key, { memoryValence: Number(event.target.value) / 50 - 1 }),
                    )
                  }
                />
              </label>
            )}
            <ul className={styles.facts}>
              {draft.facts
                .filter((fact) => fact.stage === stage.key)
                .map((fact) => (
                  <li
                    key={fact.kind}
                    draggable
                    onDragStart={(event) => {
                      event.stopPropagation();
                      event.dataTransfer.setData('text/plain', `fact ${fact.kind}`);
                    }}
                  >
                    <b>{causeText(fact.kind, say)}</b>
                    <div>
                      <Choice
                        label={say('journey.speaks')}
                        value={fact.stage}
                        onChoose={(to) => speakFor(fact.kind, to)}
                      >
                        {draft.stages.map((each) => (
                          <option key={each.key} value={each.key}>
                            {name(each.key)}
                          </option>
                        ))}
                      </Choice>
                      <label>
                        {say('journey.pointsField')}
                        <input
                          type="number"
                          min={0}
                          max={1000}
                          step="any"
                          value={fact.points}
                          aria-invalid={wrong?.field === `facts.${fact.kind}.points` || undefined}
                          onChange={(event) =>
                            setDraft(withFact(draft, fact.kind, { points: event.target.valueAsNumber || 0 }))
                          }
                        />
                      </label>
                    </div>
                    <label className={styles.check}>
                      <input
                        type="checkbox"
                        checked={fact.isHard}
                        onChange={(event) =>
                          setDraft(withFact(draft, fact.kind, { isHard: event.target.checked }))
                        }
                      />
                      {say('journey.hard')}
                    </label>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
      <fieldset className={styles.constants}>
        <legend>{say('journey.constants')}</legend>
        {constants.map((field) => (
          <Field
            key={field}
            type="number"
            step="any"
            label={say(`journey.constant.${field}` satisfies MessageId)}
            value={draft[field]}
            wrong={wrong?.field === field ? wrong.text : null}
            onChange={(event) => setDraft({ ...draft, [field]: event.target.valueAsNumber || 0 })}
          />
        ))}
      </fieldset>
      {wrong && (
        <p className={styles.wrong} role="alert">
          {wrong.text}
        </p>
      )}
      <div className={styles.acts}>
        <Button type="submit" tone="primary" disabled={busy}>
          {say('journey.keepDraft')}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          {say('journey.cancel')}
        </Button>
      </div>
    </form>
  );
}
