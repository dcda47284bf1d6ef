import { Archive, ArchiveRestore, Check, Pencil, Plus, Send, Trash2, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useIntl } from 'react-intl';
import { departmentWords } from '#lib/department.ts';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { may, useViewer } from '#lib/viewer.ts';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import { Pill } from '#ui/badges/pill.tsx';
import { StagePill } from '#ui/badges/stage-pill.tsx';
import { Button } from '#ui/button/button.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { CellFigures } from './cell-figures.tsx';
import styles from './content.module.css';
import { ContentEditor } from './content-editor.tsx';
import { Languages } from './library-line.tsx';
import { PlaceDialog } from './place-dialog.tsx';
import { Preview } from './preview.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import { useLibrary } from './use-library.ts';
import { UsesCard } from './uses-card.tsx';
import {
  channelWords,
  kindWords,
  languageName,
  type PlacementShape,
  purposeWords,
  staleWords,
  statusTones,
  statusWords,
  type WholeContent,
} from './words.ts';

/** One piece of content: what it says, where it stands, what came of it; and what can be done with it. */
export function ContentView({
  item,
  customerLink,
}: {
  item: WholeContent;
  customerLink: (customer: { id: string; displayName: string }) => ReactNode;
}) {
  const say = useWords();
  const { ago, date } = useFormat();
  const me = useViewer();
  const library = useLibrary();
  const [editing, setEditing] = useState(false);
  const [placing, setPlacing] = useState(false);
  const [returning, setReturning] = useState(false);
  const newest = item.versions[0];
  const mayWrite = may('Mutation.editContent') && item.status !== 'ARCHIVED';
  const mayPlace = may('Mutation.placeContent') && item.status !== 'ARCHIVED';
  const mayDecide = may('Mutation.approveContent') && item.status === 'REVIEW';
  const isMyWork = newest?.writtenByName === me?.name && me?.role !== 'ADMIN';
  useCommands({
    id: 'content-item',
    label: 'content.library',
    commands: [
      ...(mayWrite
        ? [{ id: 'content-edit', label: 'content.edit', keys: 'e', run: () => setEditing(true) } as const]
        : []),
      ...(mayPlace
        ? [{ id: 'content-attach', label: 'content.attach', keys: 'a', run: () => setPlacing(true) } as const]
        : []),
    ],
  });
  return (
    <article className={styles.item}>
      <header className={styles.itemHead}>
        <div>
          <h1>{item.title}</h1>
          <p className={styles.marks}>
            <Pill tone={statusTones[item.status]}>{say(statusWords[item.status])}</Pill>
            <span>{say(kindWords[item.kind])}</span>
            <span>{say(purposeWords[item.purpose])}</span>
            {item.product && <span>{item.product}</span>}
            {item.ownerName && <span>{say('content.ownedBy', { name: item.ownerName })}</span>}
            <Languages has={item.languages} misses={item.missingLanguages} />
            {item.stale
              .filter((reason) => reason !== 'LANGUAGE_MISSING')
              .map((reason) => (
                <Pill key={reason} tone={reason === 'EXPIRED' ? 'bad' : 'warn'}>
                  {say(staleWords[reason])}
                </Pill>
              ))}
          </p>
        </div>
        <div className={styles.acts}>
          {mayWrite && (
            <Button icon={<Pencil size={15} aria-hidden />} keys="e" onClick={() => setEditing(true)}>
              {say('content.edit')}
            </Button>
          )}
          {mayWrite && item.status === 'DRAFT' && (
            <Button
              tone="primary"
              icon={<Send size={15} aria-hidden />}
              onClick={() => void library.submit(item.id)}
            >
              {say('content.submit')}
            </Button>
          )}
          {mayDecide && !isMyWork && (
            <Button
              tone="primary"
              icon={<Check size={15} aria-hidden />}
              onClick={() => void library.approve(item.id)}
            >
              {say('content.approve')}
            </Button>
          )}
          {mayDecide && (
            <Button icon={<Undo2 size={15} aria-hidden />} onClick={() => setReturning(true)}>
              {say('content.sendBack')}
            </Button>
          )}
          {mayWrite && item.status !== 'PUBLISHED' && item.publishedVersion !== null && (
            <Button
              tone="quiet"
              icon={<Trash2 size={15} aria-hidden />}
              onClick={() => void library.discard(item.id)}
            >
              {say('content.discard')}
            </Button>
          )}
          {may('Mutation.archiveContent') &&
            (item.status === 'ARCHIVED' ? (
              <Button
                icon={<ArchiveRestore size={15} aria-hidden />}
                onClick={() => void library.restore(item.id)}
              >
                {say('content.restore')}
              </Button>
            ) : (
              <Button
                tone="quiet"
                icon={<Archive size={15} aria-hidden />}
                onClick={() => void library.archive(item.id)}
              >
                {say('content.archive')}
              </Button>
            ))}
        </div>
      </header>
      {item.status === 'REVIEW' && isMyWork && <p className={styles.sub}>{say('content.waitsForOthers')}</p>}
      {newest?.status === 'DRAFT' && newest.remark && (
        <p className={styles.wrong}>
          {say('content.wasSentBack', { name: newest.decidedByName, remark: newest.remark })}
        </p>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Preview item={item} />
          <UsesCard itemId={item.id} customerLink={customerLink} />
        </div>
        <div className={styles.column}>
          <Card
            title={say('content.standsIn')}
            aside={
              mayPlace && (
                <Button
                  tone="quiet"
                  icon={<Plus size={15} aria-hidden />}
                  keys="a"
                  onClick={() => setPlacing(true)}
                >
                  {say('content.attach')}
                </Button>
              )
            }
          >
            {item.placements.length === 0 && <CardNote>{say('content.nowhereYet')}</CardNote>}
            <ul>
              {item.placements.map((placement) => (
                <PlacementLine
                  key={placement.id}
                  placement={placement}
                  onRemove={mayPlace ? () => void library.unplace(placement.id) : undefined}
                />
              ))}
            </ul>
          </Card>
          <CellFigures item={item} />
          <Card title={say('content.versions')}>
            <ul>
              {item.versions.slice(0, 3).map((version) => (
                <VersionLine key={version.version} version={version} />
              ))}
            </ul>
            {item.versions.length > 3 && (
              <Fold label={say('content.older', { count: item.versions.length - 3 })}>
                <ul>
                  {item.versions.slice(3).map((version) => (
                    <VersionLine key={version.version} version={version} />
                  ))}
                </ul>
              </Fold>
            )}
            <p className={styles.sub}>
              {say('content.begun', { when: date(item.createdAt) })} ·{' '}
              {say('content.touched', { when: ago(item.touchedAt) })}
            </p>
          </Card>
        </div>
      </div>
      {editing && (
        <ContentEditor item={item} onClose={() => setEditing(false)} onKept={() => setEditing(false)} />
      )}
      {placing && <PlaceDialog id={item.id} title={item.title} onClose={() => setPlacing(false)} />}
      {returning && (
        <ReturnDialog
          onClose={() => setReturning(false)}
          onReturn={(remark) => {
            setReturning(false);
            void library.sendBack(item.id, remark);
          }}
        />
      )}
    </article>
  );
}

function VersionLine({ version }: { version: WholeContent['versions'][number] }) {
  const say = useWords();
  const { date } = useFormat();
  return (
    <li className={styles.version}>
      {say('content.versionNo', { version: version.version })}{' '}
      <Pill tone={statusTones[version.status]}>{say(statusWords[version.status])}</Pill>
      <p className={styles.sub}>
        {[
          version.writtenByName && say('content.writtenBy', { name: version.writtenByName }),
          version.decidedByName &&
            say(version.status === 'PUBLISHED' ? 'content.approvedBy' : 'content.returnedBy', {
              name: version.decidedByName,
            }),
          date(version.changedAt),
          version.validUntil && say('content.until', { when: date(version.validUntil) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}

function PlacementLine({
  placement,
  onRemove,
}: {
  placement: PlacementShape;
  onRemove?: (() => void) | undefined;
}) {
  const say = useWords();
  const { locale } = useIntl();
  const { stage, department, channel, language, priority, withTags, inCountries } = placement;
  const conditions = [
    channel !== 'ANY' && say(channelWords[channel]),
    priority === 'FIRST' && say('content.priority.first'),
    priority === 'RESERVE' && say('content.priority.reserve'),
    language && languageName(language, locale),
    withTags.length > 0 && withTags.join(', '),
    inCountries.length > 0 && inCountries.join(', '),
    placement.withOpenTicket !== null &&
      say(placement.withOpenTicket ? 'content.whenTicket' : 'content.whenNoTicket'),
    placement.withOpenDeal !== null &&
      say(placement.withOpenDeal ? 'content.whenDeal' : 'content.whenNoDeal'),
  ].filter(Boolean);
  return (
    <li className={styles.placement}>
      <span>
        <StagePill stage={stage} />
        <DepartmentBadge department={department} small />
        {say(departmentWords[department])}
        {conditions.length > 0 && <small className={styles.sub}>{conditions.join(' · ')}</small>}
      </span>
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={say('content.unplace')}
          title={say('content.unplace')}
          onClick={onRemove}
        >
          <Trash2 size={15} aria-hidden />
        </button>
      )}
    </li>
  );
}
