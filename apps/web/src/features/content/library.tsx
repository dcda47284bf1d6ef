import { useQuery } from '@apollo/client/react';
import { FileText, Search } from 'lucide-react';
import { type ReactNode, useDeferredValue } from 'react';
import { useIntl } from 'react-intl';
import { type Department, departments, departmentWords } from '#lib/department.ts';
import type { Stage } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { stages, stageWords } from '#lib/stages.ts';
import { Button } from '#ui/button/button.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { ToggleGroup } from '#ui/form/toggle-group.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { EmptyState } from '#ui/state/empty-state.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { libraryQuery } from './content.documents.ts';
import styles from './content.module.css';
import { LibraryLine } from './library-line.tsx';
import {
  type ContentKind,
  type ContentStatus,
  houseLanguages,
  kinds,
  kindWords,
  languageName,
  statuses,
  statusWords,
} from './words.ts';

/** What the library shows, as its address says it. */
export interface LibrarySearch {
  q?: string | undefined;
  type?: ContentKind | undefined;
  inStage?: Stage | undefined;
  forDepartment?: Department | undefined;
  inLanguage?: string | undefined;
  state?: ContentStatus | undefined;
  stale?: boolean | undefined;
  mine?: boolean | undefined;
}

/** What is asked for a search. */
export const libraryVariables = (search: LibrarySearch, locale: string) => ({
  language: locale,
  filter: {
    ...(search.q ? { text: search.q } : {}),
    ...(search.type ? { kinds: [search.type] } : {}),
    ...(search.inStage ? { stages: [search.inStage] } : {}),
    ...(search.forDepartment ? { departments: [search.forDepartment] } : {}),
    ...(search.inLanguage ? { languages: [search.inLanguage] } : {}),
    ...(search.state ? { statuses: [search.state] } : {}),
    ...(search.stale ? { isStale: true } : {}),
    ...(search.mine ? { isMine: true } : {}),
  },
});

/** The content library: what there is to give, found by words and filters. */
export function Library({
  search,
  change,
  link,
  current,
}: {
  search: LibrarySearch;
  change: (search: LibrarySearch) => void;
  link: (id: string, title: string) => ReactNode;
  /** The line that the keyboard stands on. */
  current?: number;
}) {
  const say = useWords();
  const { locale } = useIntl();
  const { number } = useFormat();
  const asked = useDeferredValue(search);
  const { data, previousData, error, refetch, fetchMore } = useQuery(libraryQuery, {
    variables: libraryVariables(asked, locale),
    fetchPolicy: 'cache-and-network',
  });
  const shown = data ?? previousData;
  const lines = shown?.contentLibrary.edges.map(({ node }) => node) ?? [];
  const info = shown?.contentLibrary.pageInfo;
  const count = (facet: string, value: string): number =>
    shown?.contentFacets.find((one) => one.facet === facet && one.value === value)?.count ?? 0;
  const set = (part: LibrarySearch) => change({ ...search, ...part });
  const counted = (label: string, facet: string, value: string) =>
    `${label} (${number(count(facet, value))})`;
  const word = (value: string) => value.toLowerCase().replaceAll('_', '-');
  const isFiltered = Object.values(search).some(Boolean);
  return (
    <>
      <div className={styles.bar}>
        <label className={styles.search}>
          <Search size={15} aria-hidden />
          <input
            type="search"
            value={search.q ?? ''}
            placeholder={say('content.search')}
            aria-label={say('content.search')}
            onChange={(event) => set({ q: event.target.value || undefined })}
          />
        </label>
        <Choice
          label={say('content.type')}
          value={search.type ?? ''}
          onChoose={(value) => set({ type: (value || undefined) as ContentKind | undefined })}
        >
          <option value="">{say('content.all')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {counted(say(kindWords[kind]), 'kind', word(kind))}
            </option>
          ))}
        </Choice>
        <Choice
          label={say('content.stage')}
          value={search.inStage ?? ''}
          onChoose={(value) => set({ inStage: (value || undefined) as Stage | undefined })}
        >
          <option value="">{say('content.all')}</option>
          {stages.map((stage) => (
            <option key={stage} value={stage}>
              {counted(say(stageWords[stage]), 'stage', word(stage))}
            </option>
          ))}
        </Choice>
        <Choice
          label={say('content.department')}
          value={search.forDepartment ?? ''}
          onChoose={(value) => set({ forDepartment: (value || undefined) as Department | undefined })}
        >
          <option value="">{say('content.all')}</option>
          {departments.map((department) => (
            <option key={department} value={department}>
              {counted(say(departmentWords[department]), 'department', word(department))}
            </option>
          ))}
        </Choice>
        <Choice
          label={say('content.language')}
          value={search.inLanguage ?? ''}
          onChoose={(value) => set({ inLanguage: value || undefined })}
        >
          <option value="">{say('content.all')}</option>
          {houseLanguages.map((code) => (
            <option key={code} value={code}>
              {counted(languageName(code, locale), 'language', code)}
            </option>
          ))}
        </Choice>
        <Choice
          label={say('content.state')}
          value={search.state ?? ''}
          onChoose={(value) => set({ state: (value || undefined) as ContentStatus | undefined })}
        >
          <option value="">{say('content.inUse')}</option>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {say(statusWords[status])}
            </option>
          ))}
        </Choice>
      </div>
      <ToggleGroup label={say('content.quick')}>
        <button
          type="button"
          aria-pressed={Boolean(search.stale)}
          onClick={() => set({ stale: search.stale ? undefined : true })}
        >
          {say('content.worthALook')}
          <small>{number(count('stale', 'true'))}</small>
        </button>
        <button
          type="button"
          aria-pressed={Boolean(search.mine)}
          onClick={() => set({ mine: search.mine ? undefined : true })}
        >
          {say('content.mine')}
        </button>
        <button
          type="button"
          aria-pressed={search.state === 'REVIEW'}
          onClick={() => set({ state: search.state === 'REVIEW' ? undefined : 'REVIEW' })}
        >
          {say('content.toApprove')}
          <small>{number(count('status', 'review'))}</small>
        </button>
      </ToggleGroup>
      {error && !shown && <Failure error={error} onRetry={() => void refetch()} />}
      {!shown && !error && (
        <div aria-busy="true">
          <Bone height={56} />
          <Bone height={56} />
          <Bone height={56} />
        </div>
      )}
      {shown && lines.length === 0 && (
        <EmptyState
          icon={<FileText size={24} aria-hidden />}
          title={say(isFiltered ? 'content.noneLike' : 'content.none')}
          text={say(isFiltered ? 'content.noneLikeText' : 'content.noneText')}
          action={isFiltered && <Button onClick={() => change({})}>{say('content.showAll')}</Button>}
        />
      )}
      {lines.length > 0 && (
        <ul className={styles.lines} aria-label={say('content.library')}>
          {lines.map((line, nth) => (
            <LibraryLine key={line.id} line={line} link={link} isCurrent={nth === current} />
          ))}
        </ul>
      )}
      {info?.hasNextPage && (
        <Button
          onClick={() =>
            void fetchMore({
              variables: { after: info.endCursor },
              updateQuery: (before, { fetchMoreResult }) => ({
                ...before,
                contentLibrary: {
                  ...fetchMoreResult.contentLibrary,
                  edges: [...before.contentLibrary.edges, ...fetchMoreResult.contentLibrary.edges],
                },
              }),
            })
          }
        >
          {say('content.more')}
        </Button>
      )}
    </>
  );
}
