// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isSingleKey, pressOf, showKeys } from './keys.ts';
import type { HotkeyPreferences } from './preferences.ts';
import { type Command, listen, match, openScope, type Scope, scopes } from './registry.ts';

// Labels play no part in what a key means.
const label = 'x' as never;
const command = (id: string, keys: string, run: () => void = () => {}): Command => ({ id, keys, label, run });
const scope = (id: string, commands: Command[], exclusive = false): Scope => ({
  id,
  label,
  commands,
  exclusive,
});
const plain: HotkeyPreferences = { singleKeys: true, remapped: {} };

describe('the hotkey registry', () => {
  const everywhere = scope('everywhere', [
    command('go-customers', 'g c'),
    command('palette', 'mod+k'),
    command('next', 'j'),
  ]);

  it('asks the innermost scope first', () => {
    const list = scope('list', [command('next-row', 'j')]);
    expect(match(['j'], [everywhere, list], plain)).toMatchObject({ id: 'next-row' });
  });

  it('lets nothing through a dialog to what lies below it', () => {
    const dialog = scope('dialog', [command('close', 'esc')], true);
    expect(match(['j'], [everywhere, dialog], plain)).toBeUndefined();
    expect(match(['esc'], [everywhere, dialog], plain)).toMatchObject({ id: 'close' });
  });

  it('waits for the second key of a sequence', () => {
    expect(match(['g'], [everywhere], plain)).toBe('beginning');
    expect(match(['g', 'c'], [everywhere], plain)).toMatchObject({ id: 'go-customers' });
  });

  it('keeps only shortcuts with a modifier when a person switches single keys off', () => {
    const off = { ...plain, singleKeys: false };
    expect(match(['j'], [everywhere], off)).toBeUndefined();
    expect(match(['g'], [everywhere], off)).toBeUndefined();
    expect(match(['mod+k'], [everywhere], off)).toMatchObject({ id: 'palette' });
  });

  it('follows a person who gave a command another key, or none', () => {
    expect(match(['n'], [everywhere], { ...plain, remapped: { next: 'n' } })).toMatchObject({ id: 'next' });
    expect(match(['j'], [everywhere], { ...plain, remapped: { next: '' } })).toBeUndefined();
  });
});

describe('listening to a keyboard', () => {
  const run = vi.fn();
  let stop: () => void;
  const press = (target: EventTarget, key: string, more: KeyboardEventInit = {}) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

  beforeEach(() => {
    run.mockClear();
    scopes.set([]);
    openScope(
      scope('page', [
        command('x', 'x', run),
        command('open', 'enter', run),
        command('save', 'mod+s', run),
        command('go', 'g c', run),
      ]),
    );
    stop = listen(window, () => plain);
  });
  afterEach(() => {
    stop();
    document.body.replaceChildren();
  });

  it('leaves letters to the field in which a person types, but not Ctrl with a letter', () => {
    const input = document.body.appendChild(document.createElement('input'));
    press(input, 'x');
    expect(run).not.toHaveBeenCalled();
    press(input, 's', { ctrlKey: true });
    expect(run).toHaveBeenCalledOnce();
  });

  it('leaves Enter to a button that has the focus', () => {
    const button = document.body.appendChild(document.createElement('button'));
    press(button, 'Enter');
    expect(run).not.toHaveBeenCalled();
    press(document.body, 'Enter');
    expect(run).toHaveBeenCalledOnce();
  });

  it('hears a sequence, and forgets its beginning when another key follows', () => {
    press(document.body, 'g');
    press(document.body, 'c');
    expect(run).toHaveBeenCalledOnce();
    press(document.body, 'g');
    press(document.body, 'x');
    expect(run).toHaveBeenCalledTimes(2);
  });
});

describe('writing keys', () => {
  it('names a press the same on every keyboard', () => {
    const event = { key: '?', ctrlKey: false, metaKey: false, altKey: false, shiftKey: true };
    expect(pressOf(event)).toBe('?');
    expect(pressOf({ ...event, key: 'A' })).toBe('shift+a');
    expect(pressOf({ ...event, key: 'k', metaKey: true, shiftKey: false })).toBe('mod+k');
  });

  it('shows Ctrl to most people and the command sign on a Mac', () => {
    expect(showKeys('mod+k', false)).toBe('Ctrl K');
    expect(showKeys('mod+k', true)).toBe('⌘ K');
    expect(showKeys('g c', false)).toBe('G C');
  });

  it('knows which shortcuts WCAG 2.1.4 is about', () => {
    expect(isSingleKey('x')).toBe(true);
    expect(isSingleKey('g c')).toBe(true);
    expect(isSingleKey('mod+k')).toBe(false);
    expect(isSingleKey('esc')).toBe(false);
  });
});
