import { useEffect, useRef, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { stages, stageWords } from '#lib/stages.ts';
import { Button } from '#ui/button/button.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Field } from '#ui/form/field.tsx';
import {
  changeDraft,
  delayUnits,
  type SurveyDraft,
  scales,
  surveyChannels,
  surveyLanguages,
  unitOf,
} from './survey-draft.ts';
import styles from './surveys.module.css';

/** A survey to be filled in: after what, whom, how, and what a low answer opens. Nothing changes before it is kept. */
export function SurveyForm({
  draft: given,
  owners,
  onKeep,
  onCancel,
}: {
  draft: SurveyDraft;
  owners: readonly { id: string; name: string }[];
  onKeep: (draft: SurveyDraft) => void;
  onCancel: () => void;
}) {
  const say = useWords();
  const [draft, setDraft] = useState(() => changeDraft(given, {}));
  const change = (part: Partial<SurveyDraft>) => setDraft((before) => changeDraft(before, part));
  // The unit is a choice of its own: while somebody types 60 minutes it must not become an hour.
  const [[unit, size], setUnit] = useState(() => unitOf(draft.delayMinutes));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const [least, most] = scales[draft.instrument];
  const isCall = draft.occasion === 'CALL_ENDED';
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onKeep(draft);
      }}
    >
      <Field
        label={say('surveys.name')}
        value={draft.name}
        required
        maxLength={120}
        onChange={(event) => change({ name: event.target.value })}
      />
      <div className={styles.line}>
        <Choice
          label={say('surveys.occasion')}
          value={draft.occasion}
          onChoose={(occasion) => change({ occasion: occasion as SurveyDraft['occasion'] })}
        >
          <option value="TICKET_SOLVED">{say('surveys.TICKET_SOLVED')}</option>
          <option value="STAGE_ENTERED">{say('surveys.STAGE_ENTERED')}</option>
          <option value="CALL_ENDED">{say('surveys.CALL_ENDED')}</option>
        </Choice>
        {draft.occasion === 'STAGE_ENTERED' ? (
          <Choice
            label={say('surveys.stage')}
            value={draft.stage ?? ''}
            onChoose={(stage) => change({ stage })}
          >
            {stages.map((stage) => (
              <option key={stage} value={stage.toLowerCase()}>
                {say(stageWords[stage])}
              </option>
            ))}
          </Choice>
        ) : isCall ? null : (
          <Choice
            label={say('surveys.channel')}
            value={draft.channel ?? ''}
            onChoose={(channel) => change({ channel: channel || null })}
          >
            <option value="">{say('surveys.allChannels')}</option>
            {surveyChannels.map((channel) => (
              <option key={channel} value={channel}>
                {say(`surveys.${channel}`)}
              </option>
            ))}
          </Choice>
        )}
        {!isCall && (
          <span className={styles.pair}>
            <Field
              label={say('surveys.delay')}
              type="number"
              min={0}
              max={43_200 / size}
              value={draft.delayMinutes / size}
              onChange={(event) => change({ delayMinutes: Math.round(Number(event.target.value) * size) })}
            />
            <Choice
              label={say('surveys.delay')}
              hideLabel
              value={unit}
              onChoose={(chosen) => {
                const next = delayUnits.find(([name]) => name === chosen) ?? delayUnits[0];
                const delay = (draft.delayMinutes / size) * next[1];
                setUnit(next);
                change({ delayMinutes: Math.min(Math.round(delay), 43_200) });
              }}
            >
              {delayUnits.map(([name]) => (
                <option key={name} value={name}>
                  {say(`surveys.${name}`)}
                </option>
              ))}
            </Choice>
          </span>
        )}
      </div>
      {isCall && <p className={styles.text}>{say('surveys.callHint')}</p>}
      <div className={styles.line}>
        <Choice
          label={say('surveys.instrument')}
          value={draft.instrument}
          onChoose={(instrument) => change({ instrument: instrument as SurveyDraft['instrument'] })}
        >
          {(['CSAT', 'CES', 'NPS'] as const).map((one) => (
            <option key={one} value={one}>
              {say(`surveys.${one}`)}
            </option>
          ))}
        </Choice>
        <Choice
          label={say('surveys.look')}
          value={draft.look}
          disabled={draft.instrument !== 'CSAT' || isCall}
          onChoose={(look) => change({ look: look as SurveyDraft['look'] })}
        >
          {(['NUMBERS', 'FACES', 'THUMBS'] as const).map((one) => (
            <option key={one} value={one}>
              {say(`surveys.${one}`)}
            </option>
          ))}
        </Choice>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={draft.asksWhy}
            disabled={isCall}
            onChange={(event) => change({ asksWhy: event.target.checked })}
          />
          {say('surveys.asksWhy')}
        </label>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={draft.asksHeardOf ?? false}
            disabled={isCall}
            onChange={(event) => change({ asksHeardOf: event.target.checked })}
          />
          {say('surveys.asksHeardOf')}
        </label>
      </div>
      <fieldset className={styles.words}>
        <legend>{say('surveys.wording')}</legend>
        <p>{say('surveys.wordingHint')}</p>
        {surveyLanguages.map(([language, word]) => (
          <Field
            key={language}
            label={say(word)}
            lang={language}
            maxLength={300}
            value={draft.wording.find((one) => one.language === language)?.question ?? ''}
            onChange={(event) =>
              change({
                wording: [
                  ...draft.wording.filter((one) => one.language !== language),
                  { language, question: event.target.value },
                ],
              })
            }
          />
        ))}
      </fieldset>
      <div className={styles.line}>
        <Choice
          label={say('surveys.low')}
          value={draft.lowMove}
          onChoose={(lowMove) => change({ lowMove: lowMove as SurveyDraft['lowMove'] })}
        >
          {(['NOTHING', 'TASK', 'TICKET'] as const).map((one) => (
            <option key={one} value={one}>
              {say(`surveys.${one}`)}
            </option>
          ))}
        </Choice>
        {draft.lowMove !== 'NOTHING' && (
          <>
            <Choice
              label={say('surveys.lowUpTo')}
              value={draft.lowAtMost ?? least}
              onChoose={(value) => change({ lowAtMost: Number(value) })}
            >
              {Array.from({ length: most - least }, (_, step) => least + step).map((value) => (
                <option key={value} value={value}>
                  {value}
                </option>
              ))}
            </Choice>
            <Choice
              label={say('surveys.lowOwner')}
              value={draft.lowOwnerId ?? ''}
              onChoose={(id) => change({ lowOwnerId: id || null })}
            >
              <option value="">{say('surveys.lowOwnerCase')}</option>
              {owners.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Choice>
          </>
        )}
      </div>
      <div className={`${styles.line} ${styles.deep}`}>
        <span className={styles.rest}>
          <Field
            label={say('surveys.rest')}
            hint={say('surveys.restHint')}
            type="number"
            min={0}
            max={365}
            value={draft.restDays}
            onChange={(event) => change({ restDays: Math.round(Number(event.target.value)) })}
          />
        </span>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={draft.needsConsent}
            onChange={(event) => change({ needsConsent: event.target.checked })}
          />
          {say('surveys.needsConsent')}
        </label>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={draft.isActive}
            onChange={(event) => change({ isActive: event.target.checked })}
          />
          {say('surveys.isActive')}
        </label>
      </div>
      <div className={styles.line}>
        <Button type="submit" tone="primary">
          {say('surveys.keep')}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          {say('surveys.cancel')}
        </Button>
      </div>
    </form>
  );
}
