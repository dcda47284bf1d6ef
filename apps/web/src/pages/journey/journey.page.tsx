import { useQuery, useSuspenseQuery } from '@apollo/client/react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Archive, Pencil, Plus, Route } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';
import { CellButton } from '#features/content';
import { customerFacetsQuery } from '#features/customers';
import { useMoods } from '#features/insights';
import {
  Comparison,
  DraftChanges,
  DraftEditor,
  draftOf,
  JourneyFunnel,
  JourneyGrid,
  JourneySankey,
  journeyFiguresQuery,
  journeysQuery,
  OwnWords,
  useJourney,
} from '#features/journey/designer';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { useTitle } from '#lib/use-title.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { EmptyState } from '#ui/state/empty-state.tsx';
import styles from './journey.module.css';
import { figuresVariables, type JourneySearch } from './journey-search.ts';

const route = getRouteApi('/in/journey');

const views = [
  { view: 'grid', label: 'journey.grid', keys: '1' },
  { view: 'sankey', label: 'journey.sankey', keys: '2' },
  { view: 'funnel', label: 'journey.funnel', keys: '3' },
] as const satisfies readonly { view: NonNullable<JourneySearch['view']>; label: MessageId; keys: string }[];
const periods = { 30: 'journey.last30', 90: 'journey.last90', 365: 'journey.last365' } as const;
const splits = {
  COUNTRY: 'journey.byCountry',
  LANGUAGE: 'journey.byLanguage',
  OWNER: 'journey.byOwner',
  EMAIL_CONSENT: 'journey.byConsent',
} as const;

/** The journey as it is designed and as it goes: stages by departments, with everybody who stands there now. */
export function JourneyPage() {
  const say = useWords();
  const { number, date } = useFormat();
  const { locale } = useIntl();
  const search = route.useSearch();
  const navigate = useNavigate();
  const [editing, setEditing] = useState<'this' | 'new' | null>(null);
  const { data } = useSuspenseQuery(journeysQuery);
  // The old figures stay while others are counted.
  const variables = useDeferredValue(figuresVariables(search));
  const { data: counted } = useSuspenseQuery(journeyFiguresQuery, { variables });
  const { data: known } = useQuery(customerFacetsQuery, { variables: { filter: null } });
  const { save, putAway, wrong, busy } = useJourney();
  const mood = useMoods(
    { filter: variables.filter, from: variables.from },
    ({ id, displayName }) => (
      <Link to="/customers/$customerId" params={{ customerId: id }}>
        {displayName}
      </Link>
    ),
    (search.view ?? 'grid') === 'grid' && !search.map,
  );
  const change = (part: Partial<JourneySearch>) =>
    void navigate({
      to: '/journey',
      search: { ...search, ...part },
      replace: true,
      resetScroll: false,
    });
  const view = search.view ?? 'grid';
  const journey = data.journeys.find(({ id, isMain }) => (search.map ? id === search.map : isMain));
  const mayEdit = may('Mutation.saveJourneyDraft');
  useCommands({
    id: 'journey',
    label: 'journey.designer',
    commands: [
      ...views.map(({ view: to, label, keys }) => ({
        id: `journey-${to}`,
        label,
        keys,
        run: () => change({ view: to === 'grid' ? undefined : to }),
      })),
      { id: 'journey-edit', label: 'journey.edit', keys: 'e', run: () => mayEdit && setEditing('this') },
    ],
  });
  useTitle(say('journey.designer'));

  const version = journey?.live ?? journey?.draft;
  const figures = counted.journeyFigures;
  if (!journey || !version)
    return (
      <EmptyState
        icon={<Route size={24} aria-hidden />}
        title={say('journey.missing')}
        action={<Link to="/journey">{say('journey.toMain')}</Link>}
      />
    );
  const name = (code: string, type: 'region' | 'language') => {
    try {
      return new Intl.DisplayNames(locale, { type }).of(code) ?? code;
    } catch {
      return code;
    }
  };
  const facet = (values: readonly { value: string; count: number }[] | undefined, chosen?: string) => [
    ...(values ?? []),
    ...(chosen && !values?.some(({ value }) => value === chosen) ? [{ value: chosen, count: 0 }] : []),
  ];
  const segment = {
    ...(search.region ? { country: [search.region] } : {}),
    ...(search.lang ? { language: [search.lang] } : {}),
  };
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{version.name === 'journey' ? say('journey.mainName') : version.name}</h1>
          <p>
            {journey.live
              ? journey.live.publishedAt
                ? say('journey.liveSince', {
                    number: journey.live.number,
                    at: date(journey.live.publishedAt),
                  })
                : say('journey.usualOne', { number: journey.live.number })
              : say('journey.notLive')}
            {figures && ` · ${say('journey.peopleOnIt', { count: figures.people })}`}
            {figures && ` · ${say('journey.countedAt', { at: date(figures.asOf, 'time') })}`}
          </p>
        </div>
        {mayEdit && !editing && (
          <div className={styles.acts}>
            <Button icon={<Pencil size={15} aria-hidden />} keys="e" onClick={() => setEditing('this')}>
              {say(journey.draft ? 'journey.editDraft' : 'journey.edit')}
            </Button>
            <Button icon={<Plus size={15} aria-hidden />} onClick={() => setEditing('new')}>
              {say('journey.new')}
            </Button>
            {!journey.isMain && may('Mutation.archiveJourney') && (
              <Button
                tone="quiet"
                icon={<Archive size={15} aria-hidden />}
                disabled={busy}
                onClick={() =>
                  void putAway(journey.id).then((isAway) => isAway && change({ map: undefined }))
                }
              >
                {say('journey.putAway')}
              </Button>
            )}
          </div>
        )}
      </header>
      <div className={styles.bar}>
        <nav className={styles.views} aria-label={say('journey.views')}>
          {views.map(({ view: to, label }) => (
            <button
              key={to}
              type="button"
              aria-pressed={view === to}
              onClick={() => change({ view: to === 'grid' ? undefined : to })}
            >
              {say(label)}
            </button>
          ))}
        </nav>
        {data.journeys.length > 1 && (
          <Choice
            label={say('journey.journey')}
            value={journey.isMain ? '' : journey.id}
            onChoose={(id) => change({ map: id || undefined })}
          >
            {data.journeys.map((each) => (
              <option key={each.id} value={each.isMain ? '' : each.id}>
                {each.isMain ? say('journey.mainName') : (each.live ?? each.draft)?.name}
              </option>
            ))}
          </Choice>
        )}
        <Choice
          label={say('journey.period')}
          value={search.days ?? ''}
          onChoose={(days) => change({ days: (days || undefined) as JourneySearch['days'] })}
        >
          <option value="">{say('journey.always')}</option>
          {Object.entries(periods).map(([days, label]) => (
            <option key={days} value={days}>
              {say(label)}
            </option>
          ))}
        </Choice>
        <Choice
          label={say('journey.country')}
          value={search.region ?? ''}
          onChoose={(region) => change({ region: region || undefined })}
        >
          <option value="">{say('journey.all')}</option>
          {facet(known?.customerFacets.countries, search.region).map(({ value, count }) => (
            <option key={value} value={value}>
              {name(value, 'region')} ({number(count)})
            </option>
          ))}
        </Choice>
        <Choice
          label={say('journey.language')}
          value={search.lang ?? ''}
          onChoose={(lang) => change({ lang: lang || undefined })}
        >
          <option value="">{say('journey.all')}</option>
          {facet(known?.customerFacets.languages, search.lang).map(({ value, count }) => (
            <option key={value} value={value}>
              {name(value, 'language')} ({number(count)})
            </option>
          ))}
        </Choice>
        <Choice
          label={say('journey.compare')}
          value={search.split ?? ''}
          onChoose={(split) => change({ split: (split || undefined) as JourneySearch['split'] })}
        >
          <option value="">{say('journey.notCompared')}</option>
          {Object.entries(splits).map(([split, label]) => (
            <option key={split} value={split}>
              {say(label)}
            </option>
          ))}
        </Choice>
      </div>
      {editing && (
        <DraftEditor
          key={editing}
          start={editing === 'new' ? { ...draftOf(version), name: '' } : draftOf(journey.draft ?? version)}
          wrong={wrong}
          busy={busy}
          onSave={(draft) =>
            void save(editing === 'new' ? null : journey.id, draft).then((keptId) => {
              if (!keptId) return;
              setEditing(null);
              if (editing === 'new') change({ map: keptId });
            })
          }
          onClose={() => setEditing(null)}
        />
      )}
      {!editing && journey.draft && <DraftChanges journey={journey} />}
      {figures && view === 'grid' && (
        <JourneyGrid
          version={version}
          figures={figures}
          isMain={journey.isMain}
          segment={segment}
          mood={mood}
          cell={(stage, department) => (
            <CellButton
              stage={stage}
              department={department}
              link={(contentId, title) => (
                <Link to="/content/$contentId" params={{ contentId }}>
                  {title}
                </Link>
              )}
            />
          )}
        />
      )}
      {figures && view === 'sankey' && <JourneySankey version={version} figures={figures} />}
      {figures && view === 'funnel' && <JourneyFunnel version={version} figures={figures} />}
      {figures && search.split && (
        <Comparison
          version={version}
          figures={figures}
          name={(value) =>
            search.split === 'COUNTRY'
              ? name(value, 'region')
              : search.split === 'LANGUAGE'
                ? name(value, 'language')
                : value
          }
        />
      )}
      {journey.isMain && <OwnWords />}
    </div>
  );
}
