import { useQuery } from '@apollo/client/react';
import { ListFilter } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { useViewer } from '#lib/viewer.ts';
import { Chip } from '#ui/badges/chip.tsx';
import { Button } from '#ui/button/button.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Popover } from '#ui/popover/popover.tsx';
import { deskQuery } from '../desk/desk.documents.ts';
import { type FieldAsk, readAsks, writeAsks } from './field-ask.ts';
import styles from './field-filter.module.css';
import { typedNumber } from './field-wish.ts';
import type { OwnField } from './fields.documents.ts';
import { useFieldFormat } from './use-field-format.ts';

/** Who is shown special values: the server masks them for others, and does not let them ask by them either. */
const blind = new Set(['MARKETER', 'ADMIN']);

/** Tickets by what stands in fields of one's own: a form for another filter, and those that hold, each taken off where it is read. */
export function FieldFilter({
  asked,
  onAsk,
}: {
  asked: string | undefined;
  onAsk: (asked: string | undefined) => void;
}) {
  const say = useWords();
  const role = useViewer()?.role;
  const format = useFieldFormat();
  const { data } = useQuery(deskQuery);
  const [open, setOpen] = useState(false);
  const fields = (data?.ticketFields ?? []).filter(
    ({ isPutAway, dataClass }) => !isPutAway && !(dataClass === 'SPECIAL' && role && blind.has(role)),
  );
  const asks = readAsks(asked);
  if (fields.length === 0) return null;
  const put = (next: FieldAsk[]) => onAsk(next.length > 0 ? writeAsks(next) : undefined);
  const tell = (ask: FieldAsk): string => {
    const field = fields.find(({ key }) => key === ask.key);
    return `${field?.name ?? ask.key}: ${askText(ask, field, say, format)}`;
  };
  return (
    <>
      <Popover
        label={say('support.fieldFilter')}
        align="end"
        className={styles.button}
        open={open}
        onOpen={setOpen}
        trigger={
          <>
            <ListFilter size={16} aria-hidden />
            <span className="unseen">{say('support.fieldFilter')}</span>
          </>
        }
      >
        <AskForm
          fields={fields}
          onAsk={(ask) => {
            setOpen(false);
            put([...asks.filter(({ key }) => key !== ask.key), ask]);
          }}
        />
      </Popover>
      {asks.length > 0 && (
        <span className={styles.asks}>
          {asks.map((ask) => (
            <Chip
              key={ask.key}
              tone="staged"
              act={{
                label: say('support.fieldUnfilter', { what: tell(ask) }),
                run: () => put(asks.filter((one) => one !== ask)),
              }}
            >
              {tell(ask)}
            </Chip>
          ))}
        </span>
      )}
    </>
  );
}

function askText(
  { isEmpty, choices, yes, text, from, until }: FieldAsk,
  field: OwnField | undefined,
  say: ReturnType<typeof useWords>,
  format: ReturnType<typeof useFieldFormat>,
): string {
  if (isEmpty !== undefined) return say(isEmpty ? 'support.fieldEmpty' : 'support.fieldFilled');
  if (choices)
    return choices.map((one) => field?.options.find(({ value }) => value === one)?.label ?? one).join(', ');
  if (yes !== undefined) return yes ? format.yes : format.no;
  if (text) return `“${text}”`;
  const shown = (bound: string | undefined) =>
    bound ? (field?.kind === 'NUMBER' ? format.number(Number(bound)) : format.date(bound)) : '';
  return `${shown(from)} – ${shown(until)}`.trim();
}

function AskForm({ fields, onAsk }: { fields: readonly OwnField[]; onAsk: (ask: FieldAsk) => void }) {
  const say = useWords();
  const [key, setKey] = useState(fields[0]!.key);
  const [ask, setAsk] = useState<FieldAsk>({ key });
  const field = fields.find((one) => one.key === key) ?? fields[0]!;
  const { key: _key, ...said } = ask;
  const isReady = Object.values(said).some((one) =>
    Array.isArray(one) ? one.length > 0 : one !== undefined && one !== '',
  );
  const bound = (side: 'from' | 'until', label: string): ReactNode => (
    <label className={styles.bound}>
      {label}
      <input
        type={field.kind === 'DATE' ? 'date' : 'text'}
        inputMode={field.kind === 'NUMBER' ? 'decimal' : undefined}
        onChange={({ target }) => {
          const { [side]: _before, isEmpty: _empty, ...others } = ask;
          const value = field.kind === 'NUMBER' ? typedNumber(target.value)?.toString() : target.value;
          setAsk(value ? { ...others, [side]: value } : others);
        }}
      />
    </label>
  );
  return (
    <form
      key={key}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onAsk(ask);
      }}
    >
      <Choice
        label={say('support.fieldFilterBy')}
        value={key}
        onChoose={(next) => {
          setKey(next);
          setAsk({ key: next });
        }}
      >
        {fields.map((one) => (
          <option key={one.key} value={one.key}>
            {one.name}
          </option>
        ))}
      </Choice>
      {(field.kind === 'CHOICE' || field.kind === 'SEVERAL') && (
        <fieldset className={styles.options}>
          <legend className="unseen">{field.name}</legend>
          {field.options.map(({ value, label }) => (
            <label key={value}>
              <input
                type="checkbox"
                checked={ask.choices?.includes(value) ?? false}
                onChange={({ target }) =>
                  setAsk({
                    key,
                    choices: target.checked
                      ? [...(ask.choices ?? []), value]
                      : (ask.choices ?? []).filter((one) => one !== value),
                  })
                }
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      {field.kind === 'YES_NO' && (
        <Choice
          label={field.name}
          value={ask.yes === undefined ? '' : String(ask.yes)}
          onChoose={(value) => setAsk({ key, ...(value ? { yes: value === 'true' } : {}) })}
        >
          <option value="">–</option>
          <option value="true">{say('support.fieldYes')}</option>
          <option value="false">{say('support.fieldNo')}</option>
        </Choice>
      )}
      {field.kind === 'TEXT' && (
        <label className={styles.bound}>
          {say('support.fieldHas')}
          <input maxLength={200} onChange={({ target }) => setAsk({ key, text: target.value.trim() })} />
        </label>
      )}
      {(field.kind === 'NUMBER' || field.kind === 'DATE') && (
        <div className={styles.bounds}>
          {bound('from', say('support.fieldFrom'))}
          {bound('until', say('support.fieldUntil'))}
        </div>
      )}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={ask.isEmpty ?? false}
          onChange={({ target }) => setAsk({ key, ...(target.checked ? { isEmpty: true } : {}) })}
        />
        {say('support.fieldIsEmpty')}
      </label>
      <Button type="submit" tone="primary" disabled={!isReady}>
        {say('support.fieldShow')}
      </Button>
    </form>
  );
}
