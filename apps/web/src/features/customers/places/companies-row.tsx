import { useQuery } from '@apollo/client/react';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { colleagueText, sourceText } from '#lib/source-text.ts';
import { sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { AddChip } from '#ui/badges/add-chip.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { Menu, type MenuItem } from '#ui/menu/menu.tsx';
import styles from './companies-row.module.css';
import type { Move, Place } from './place-moves.ts';
import { customerPlaces } from './places.documents.ts';
import { usePlaces } from './use-places.ts';

const AddPlace = lazy(async () => ({ default: (await import('./place-dialogs.ts')).AddPlace }));
const EditPlace = lazy(async () => ({ default: (await import('./place-dialogs.ts')).EditPlace }));
const EndPlace = lazy(async () => ({ default: (await import('./place-dialogs.ts')).EndPlace }));

/** A company as the page knows it at once; who says so and since when comes after it. */
export type Shown = Pick<Place, 'company' | 'role' | 'isMain' | 'sourceName'>;

type Asked = { kind: 'add' } | { kind: 'edit' | 'end'; place: Place };

/** Where a customer works, with who says so; changed, ended and added where it is read. Companies that they have left wait folded. */
export function CompaniesRow({ id, companies }: { id: string; companies: readonly Shown[] }) {
  const say = useWords();
  const { data, refetch } = useQuery(customerPlaces, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const known = data?.customer;
  const move = usePlaces(id);
  const [asked, setAsked] = useState<Asked | null>(null);
  const mayAdd = may('Mutation.addAffiliation');
  const add = useRef<HTMLButtonElement>(null);
  // What somebody else says comes with the page; who said it, and what ended, is asked again then.
  const shown = companies.map(({ company, role, isMain }) => [company.id, role, isMain]).join();
  const last = useRef(shown);
  useEffect(() => {
    if (last.current === shown) return;
    last.current = shown;
    void refetch().catch(() => {});
  }, [shown, refetch]);
  useCommands({
    id: 'customer-places',
    label: 'customer.title',
    commands: mayAdd
      ? [
          {
            id: 'customer-add-company',
            label: 'places.addTitle',
            keys: 'w',
            run: () => setAsked({ kind: 'add' }),
          },
        ]
      : [],
  });
  const run = async (one: Move): Promise<void> => {
    const wrong = await move([one]);
    if (wrong) sayFailed(wrong.text, () => run(one));
  };
  const close = () => {
    setAsked(null);
    // The menu from which it was opened may be gone with the place.
    requestAnimationFrame(() => document.activeElement === document.body && add.current?.focus());
  };
  const acts = (place: Place | Shown): MenuItem[] =>
    'isOurs' in place && mayAdd
      ? itemsOf(place, { say, run: (one) => void run(one), ask: (kind) => setAsked({ kind, place }) })
      : [];
  const current = known?.companies ?? companies;
  const former = known?.formerCompanies ?? [];
  return (
    <>
      <div className={styles.places}>
        {current.length > 0 && (
          <ul>
            {current.map((place) => (
              <PlaceLine
                key={place.company.id}
                place={place}
                isOne={current.length === 1}
                acts={acts(place)}
              />
            ))}
          </ul>
        )}
        {mayAdd && (
          <AddChip
            ref={add}
            word={say('about.company')}
            label={say('places.addTitle')}
            onClick={() => setAsked({ kind: 'add' })}
          />
        )}
        {former.length > 0 && (
          <Fold label={say('places.former', { count: former.length })}>
            <ul>
              {former.map((place) => (
                <PlaceLine key={place.company.id} place={place} isOne acts={acts(place)} />
              ))}
            </ul>
          </Fold>
        )}
      </div>
      <Suspense>
        {asked?.kind === 'add' && <AddPlace current={current} onMove={move} onClose={close} />}
        {asked?.kind === 'edit' && <EditPlace place={asked.place} onMove={move} onClose={close} />}
        {asked?.kind === 'end' && <EndPlace place={asked.place} onMove={move} onClose={close} />}
      </Suspense>
    </>
  );
}

function PlaceLine({
  place,
  isOne,
  acts,
}: {
  place: Place | Shown;
  isOne: boolean;
  acts: readonly MenuItem[];
}) {
  const say = useWords();
  const { date } = useFormat();
  const { company, role, isMain, sourceName } = place;
  const day = (of: string) => date(`${of}T12:00:00`);
  const said = 'isOurs' in place ? place : null;
  const by = said?.saidBy && colleagueText(said.saidBy);
  const notes = [
    isMain && !isOne && say('places.main'),
    said?.since && !said.until && say('places.since', { day: day(said.since) }),
    said?.until && said.since && say('places.between', { from: day(said.since), until: day(said.until) }),
    said?.until && !said.since && say('places.until', { day: day(said.until) }),
    said?.isOurs && by ? say('places.enteredBy', { name: by }) : sourceText(sourceName, say),
    said && !said.isOurs && by && say('places.changedBy', { name: by }),
  ].filter(Boolean);
  return (
    <li>
      <div>
        <a href={`/customers?company=${encodeURIComponent(company.id)}`} data-main={isMain || undefined}>
          {company.name}
        </a>
        {role && <span>{role}</span>}
        <small>{notes.join(' · ')}</small>
      </div>
      {acts.length > 0 && (
        <Menu
          label={say('places.acts', { company: company.name })}
          trigger={<Ellipsis size={15} aria-hidden />}
          className={styles.more}
          items={acts}
        />
      )}
    </li>
  );
}

/** What can be said of a place: of one where they are, and of one that they have left. */
function itemsOf(
  { company, isMain, until, isOurs, isSaidHere }: Place,
  {
    say,
    run,
    ask,
  }: { say: ReturnType<typeof useWords>; run: (move: Move) => void; ask: (kind: 'edit' | 'end') => void },
): MenuItem[] {
  const companyId = company.id;
  const takeBack: MenuItem[] = isSaidHere
    ? [
        {
          id: 'take-back',
          label: say(isOurs ? 'places.mistake' : 'places.letTell'),
          onSelect: () => run({ kind: 'remove', companyId }),
        },
      ]
    : [];
  const change: MenuItem = { id: 'edit', label: say('places.change'), onSelect: () => ask('edit') };
  if (until)
    return [
      {
        id: 'back',
        label: say('places.back'),
        onSelect: () => run({ kind: 'reopen', companyId, isMain: false }),
      },
      change,
      { id: 'day', label: say('places.otherDay'), onSelect: () => ask('end') },
      ...takeBack,
    ];
  return [
    change,
    ...(isMain
      ? []
      : [
          {
            id: 'main',
            label: say('places.makeMain'),
            onSelect: () => run({ kind: 'edit', companyId, input: { isMain: true } }),
          },
        ]),
    { id: 'end', label: say('places.left'), onSelect: () => ask('end') },
    ...takeBack,
  ];
}
