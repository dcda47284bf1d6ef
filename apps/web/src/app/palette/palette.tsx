import { useNavigate } from '@tanstack/react-router';
import { Building2, History, LifeBuoy, Search, User, Zap } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { announce } from '#lib/announce.ts';
import { hotkeyPreferences, keysFor } from '#lib/hotkeys/preferences.ts';
import type { Scope } from '#lib/hotkeys/registry.ts';
import { useWords } from '#lib/intl/words.ts';
import { recents } from '#lib/recents.ts';
import { useStore } from '#lib/store/store.ts';
import { may } from '#lib/viewer.ts';
import { KeyHint } from '#ui/badges/key-hint.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { destinationOf } from './destination.ts';
import { includesFolded } from './fold.ts';
import { Highlight } from './highlight.tsx';
import styles from './palette.module.css';
import { type Hit, useSearchEverything } from './search.ts';
import { takeTyped } from './typed-ahead.ts';

interface Choice {
  key: string;
  title: string;
  note?: string;
  icon: ReactNode;
  keys?: string;
  run: () => void;
}

interface Group {
  id: string;
  label: string;
  choices: Choice[];
}

const hitIcons = { customer: User, company: Building2, ticket: LifeBuoy } as const;

/** One box for everything: records, what was open lately, and every command of the screen below it. */
export function Palette({ below, onClose }: { below: readonly Scope[]; onClose: () => void }) {
  const say = useWords();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    setQuery((before) => before || takeTyped());
  }, []);
  const [at, setAt] = useState(0);
  const found = useSearchEverything(query);
  const opened = useStore(recents);
  const preferences = useStore(hotkeyPreferences);
  const commands = below.flatMap((scope) => scope.commands);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  const go = (run: () => void) => () => {
    onClose();
    run();
  };
  const openCustomer = (customerId: string) => () =>
    void navigate({ to: '/customers/$customerId', params: { customerId } });
  const openHit = (hit: Hit) => () => {
    const destination = destinationOf(hit, may('Mutation.changeTickets'));
    if (destination) void navigate(destination);
  };

  const words = query.trim();
  const groups: Group[] = [
    {
      id: 'recent',
      label: say('palette.recent'),
      choices: opened
        .filter(({ name, note }) => includesFolded(`${name} ${note ?? ''}`, words))
        .filter(
          (recent) => !found.hits.some((hit) => hit.kind === 'customer' && hit.customerId === recent.id),
        )
        .slice(0, words ? 3 : 6)
        .map((recent) => ({
          key: `recent-${recent.id}`,
          title: recent.name,
          note: recent.note,
          icon: <History size={16} aria-hidden />,
          run: go(openCustomer(recent.id)),
        })),
    },
    {
      id: 'found',
      label: say('palette.found'),
      choices: found.hits.map((hit) => {
        const Icon = hitIcons[hit.kind];
        return {
          key: `hit-${hit.key}`,
          title: hit.title,
          note: hit.note,
          icon: <Icon size={16} aria-hidden />,
          run: go(openHit(hit)),
        };
      }),
    },
    {
      id: 'commands',
      label: say('palette.commands'),
      choices: commands
        .filter((command) => !command.keyboardOnly && includesFolded(say(command.label), words))
        .map((command) => ({
          key: `command-${command.id}`,
          title: say(command.label),
          icon: <Zap size={16} aria-hidden />,
          keys: keysFor(command, preferences),
          run: go(() => command.run()),
        })),
    },
  ].filter((group) => group.choices.length > 0);
  const choices = groups.flatMap((group) => group.choices);
  const current = choices[Math.min(at, choices.length - 1)];

  const settled = found.state === 'done' ? found.hits.length : undefined;
  const counted = useMemo(
    () => (settled === undefined ? '' : say('palette.results', { count: settled })),
    [settled, say],
  );
  useEffect(() => {
    if (counted) announce(counted);
  }, [counted]);

  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && choices.length > 0) {
      event.preventDefault();
      const next = (Math.min(at, choices.length - 1) + move + choices.length) % choices.length;
      setAt(next);
      list.current?.querySelector(`[data-index="${next}"]`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && current && !event.nativeEvent.isComposing) {
      event.preventDefault();
      current.run();
    }
  };

  return (
    <Dialog label={say('palette.label')} onClose={onClose}>
      <div className={styles.field}>
        <Search size={18} aria-hidden />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-expanded={choices.length > 0}
          aria-controls={id}
          aria-activedescendant={current ? `${id}-${current.key}` : undefined}
          aria-label={say('palette.label')}
          placeholder={say('palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id={id}
        ref={list}
        role="listbox"
        aria-label={say('palette.label')}
        className={styles.list}
        tabIndex={-1}
      >
        {groups.map((group) => (
          <div key={group.id} role="group" aria-label={group.label} className={styles.group}>
            <p className={styles.heading} aria-hidden>
              {group.label}
            </p>
            {group.choices.map((choice) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the box above, where the focus stays.
              <div
                key={choice.key}
                id={`${id}-${choice.key}`}
                role="option"
                tabIndex={-1}
                data-index={choices.indexOf(choice)}
                aria-selected={choice === current}
                className={styles.choice}
                onClick={choice.run}
                onPointerMove={() => setAt(choices.indexOf(choice))}
              >
                {choice.icon}
                <span className={styles.title}>
                  <Highlight text={choice.title} words={words} />
                  {choice.note && (
                    <span className={styles.note}>
                      <Highlight text={choice.note} words={words} />
                    </span>
                  )}
                </span>
                {choice.keys && <KeyHint keys={choice.keys} />}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className={styles.foot}>
        <span>
          {found.state === 'searching' && say('palette.searching')}
          {found.state === 'failed' && say('palette.failed')}
          {found.state === 'done' &&
            found.hits.length === 0 &&
            say('palette.nothing', { query: found.query })}
        </span>
        <span className={styles.keys}>{say('palette.help')}</span>
      </p>
    </Dialog>
  );
}
