// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { keepTyping, takeTyped } from './typed-ahead.ts';

const press = (key: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  document.body.dispatchEvent(event);
  return event.defaultPrevented;
};

it('gives the palette what a fast typist wrote before it was there', () => {
  keepTyping();
  for (const key of ['i', 'o', 'x', 'Backspace', 'a', 'Shift']) press(key);
  expect(takeTyped()).toBe('ioa');
});

it('leaves the keyboard alone before and afterwards', () => {
  expect(press('i')).toBe(false);
  keepTyping();
  expect(press('i')).toBe(true);
  expect(press('r', { ctrlKey: true })).toBe(false);
  takeTyped();
  expect(press('i')).toBe(false);
});
