import { useState } from 'react';
import { useIntl } from 'react-intl';
import { type Department, departments, departmentWords } from '#lib/department.ts';
import type { Stage } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { stages, stageWords } from '#lib/stages.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Field } from '#ui/form/field.tsx';
import { WordOptions } from '#ui/form/options.tsx';
import styles from './content.module.css';
import { useLibrary } from './use-library.ts';
import {
  type ContentChannel,
  type ContentPriority,
  channels,
  channelWords,
  houseLanguages,
  languageName,
  priorities,
  priorityWords,
} from './words.ts';

const wordsOf = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter(Boolean);

/** Attaches a piece of content to a stage: for whom it is at hand, and for which customers. */
export function PlaceDialog({ id, title, onClose }: { id: string; title: string; onClose: () => void }) {
  const say = useWords();
  const { locale } = useIntl();
  const { place } = useLibrary();
  const [stage, setStage] = useState<Stage>('USE');
  const [department, setDepartment] = useState<Department>('SUPPORT');
  const [channel, setChannel] = useState<ContentChannel>('ANY');
  const [priority, setPriority] = useState<ContentPriority>('USUAL');
  const [language, setLanguage] = useState('');
  const [tags, setTags] = useState('');
  const [countries, setCountries] = useState('');
  const [condition, setCondition] = useState('');
  const [busy, setBusy] = useState(false);

  const attach = async () => {
    setBusy(true);
    const done = await place({
      contentId: id,
      stage,
      department,
      channel,
      priority,
      language: language || null,
      withTags: wordsOf(tags),
      inCountries: wordsOf(countries).map((code) => code.toUpperCase()),
      withOpenTicket: condition === 'ticket' ? true : condition === 'no-ticket' ? false : null,
      withOpenDeal: condition === 'deal' ? true : condition === 'no-deal' ? false : null,
    });
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog label={say('content.attach')} onClose={onClose} size="small">
      <DialogHead title={say('content.attachThis', { title })} onClose={onClose} />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void attach();
        }}
      >
        <div className={styles.two}>
          <Choice
            data-first
            label={say('content.stage')}
            value={stage}
            onChoose={(value) => setStage(value as Stage)}
          >
            <WordOptions words={stageWords} values={stages} />
          </Choice>
          <Choice
            label={say('content.department')}
            value={department}
            onChoose={(value) => setDepartment(value as Department)}
          >
            <WordOptions words={departmentWords} values={departments} />
          </Choice>
          <Choice
            label={say('content.channel')}
            value={channel}
            onChoose={(value) => setChannel(value as ContentChannel)}
          >
            <WordOptions words={channelWords} values={channels} />
          </Choice>
          <Choice
            label={say('content.howEarly')}
            value={priority}
            onChoose={(value) => setPriority(value as ContentPriority)}
          >
            <WordOptions words={priorityWords} values={priorities} />
          </Choice>
          <Choice label={say('content.onlyLanguage')} value={language} onChoose={setLanguage}>
            <option value="">{say('content.anyLanguage')}</option>
            {houseLanguages.map((code) => (
              <option key={code} value={code}>
                {languageName(code, locale)}
              </option>
            ))}
          </Choice>
          <Choice label={say('content.onlyWhen')} value={condition} onChoose={setCondition}>
            <option value="">{say('content.always')}</option>
            <option value="ticket">{say('content.whenTicket')}</option>
            <option value="no-ticket">{say('content.whenNoTicket')}</option>
            <option value="deal">{say('content.whenDeal')}</option>
            <option value="no-deal">{say('content.whenNoDeal')}</option>
          </Choice>
        </div>
        <Field
          label={say('content.onlyTags')}
          hint={say('content.onlyTagsHint')}
          value={tags}
          autoComplete="off"
          onChange={(event) => setTags(event.target.value)}
        />
        <Field
          label={say('content.onlyCountries')}
          hint={say('content.onlyCountriesHint')}
          value={countries}
          autoComplete="off"
          onChange={(event) => setCountries(event.target.value)}
        />
        <div className={styles.foot}>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={busy}>
            {say('content.attachIt')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
