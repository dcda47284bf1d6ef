import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { AuditSection, KeysSection, MeSection, PeopleSection } from '#features/access';
import { ChannelsSection } from '#features/channels';
import { SourcesSection } from '#features/sources';
import { FieldsSection, MacrosSection, ServiceLevels } from '#features/support';
import { SurveysSection } from '#features/surveys';
import { LowRatings } from '#features/voice';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { useCurrentInSight } from '#lib/use-in-sight.ts';
import { useTitle } from '#lib/use-title.ts';
import { may } from '#lib/viewer.ts';
import type { SettingsSection } from './section.ts';
import styles from './settings.module.css';

const route = getRouteApi('/in/settings');

const sections: readonly {
  id: SettingsSection;
  label: MessageId;
  /** What one must be allowed to do there: one of them is enough. */
  needs?: string | readonly string[];
}[] = [
  { id: 'me', label: 'access.sectionMe' },
  { id: 'people', label: 'access.people', needs: 'Mutation.addUser' },
  { id: 'sources', label: 'sources.title', needs: ['Mutation.saveSource', 'Query.unreadableSignals'] },
  { id: 'keys', label: 'access.keys', needs: 'Query.intakeKeys' },
  { id: 'desk', label: 'support.sla', needs: 'Mutation.saveSlaPolicy' },
  { id: 'macros', label: 'support.macrosAndTeams', needs: 'Mutation.saveMacro' },
  { id: 'fields', label: 'support.ownFields', needs: 'Mutation.saveTicketField' },
  { id: 'surveys', label: 'surveys.title' },
  { id: 'reviews', label: 'voice.reviews' },
  { id: 'channels', label: 'channels.title', needs: 'Query.channels' },
  { id: 'audit', label: 'access.audit', needs: 'Query.auditEntries' },
];

const shown = {
  me: MeSection,
  people: PeopleSection,
  sources: SourcesSection,
  keys: KeysSection,
  desk: ServiceLevels,
  macros: MacrosSection,
  fields: FieldsSection,
  surveys: SurveysSection,
  reviews: LowRatings,
  channels: ChannelsSection,
} as const;

/** What one sets for oneself and, with the right role, for the house. Sections one may not use are not there. */
export function SettingsPage() {
  const say = useWords();
  const { section, ...search } = route.useSearch();
  const navigate = useNavigate();
  const mine = sections.filter(({ needs }) => !needs || [needs].flat().some(may));
  const now = mine.find(({ id }) => id === section)?.id ?? 'me';
  const Section = now === 'audit' ? null : shown[now];
  const row = useCurrentInSight(now);
  useTitle(say('access.settings'));
  return (
    <div className={styles.page}>
      <h1>{say('access.settings')}</h1>
      {mine.length > 1 && (
        <nav ref={row} className={styles.tabs} aria-label={say('access.settings')}>
          {mine.map(({ id, label }) => (
            <Link
              key={id}
              to="/settings"
              search={{ section: id === 'me' ? undefined : id }}
              // One's own part has no name in the address: without this the router takes it for current beside every other.
              activeOptions={{ explicitUndefined: true }}
              className={styles.tab}
              data-now={id === now || undefined}
            >
              {say(label)}
            </Link>
          ))}
        </nav>
      )}
      {Section ? (
        <Section />
      ) : (
        <AuditSection
          search={search}
          onSearch={(narrowed) =>
            void navigate({ to: '/settings', search: { section: 'audit', ...narrowed }, replace: true })
          }
        />
      )}
    </div>
  );
}
