import { useMemo } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { NamedOptions } from '#ui/form/options.tsx';
import { actWords } from './act-words.ts';
import type { AuditSearch } from './audit-search.ts';
import styles from './settings.module.css';

/** Narrows the trail: to one of us, one kind of act, one customer, or to what was done until a day. */
export function AuditNarrowing({
  search,
  people,
  customerName,
  onSearch,
}: {
  search: AuditSearch;
  people: readonly { id: string; name: string }[];
  customerName: string | null;
  onSearch: (part: AuditSearch) => void;
}) {
  const say = useWords();
  const acts = useMemo(
    () =>
      Object.entries(actWords)
        .map(([id, word]) => ({ id, name: say(word) }))
        .sort((one, other) => one.name.localeCompare(other.name)),
    [say],
  );
  const isNarrow = Object.values(search).some((value) => value !== undefined);
  return (
    <div className={styles.narrowing}>
      <Choice
        label={say('access.who')}
        value={search.who ?? ''}
        onChoose={(who) => onSearch({ ...search, who: who || undefined })}
      >
        <option value="">{say('access.auditAnybody')}</option>
        <NamedOptions of={people} />
      </Choice>
      <Choice
        label={say('access.what')}
        value={search.act ?? ''}
        onChoose={(act) => onSearch({ ...search, act: act || undefined })}
      >
        <option value="">{say('access.auditAnything')}</option>
        <NamedOptions of={acts} />
      </Choice>
      <label className={styles.untilDay}>
        {say('access.auditUntil')}
        <input
          type="date"
          value={search.until ?? ''}
          onChange={(event) => onSearch({ ...search, until: event.target.value || undefined })}
        />
      </label>
      {search.customer && (
        <p className={styles.ofCustomer}>
          {say('access.toWhom')} <b>{customerName ?? '—'}</b>
        </p>
      )}
      {isNarrow && (
        <Button tone="quiet" onClick={() => onSearch({})}>
          {say('access.auditAll')}
        </Button>
      )}
    </div>
  );
}
