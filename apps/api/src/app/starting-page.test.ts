import { describe, expect, it } from 'vitest';
import { barOf } from './progress.ts';
import { startingPage } from './starting-page.ts';

describe('while Ancora starts', () => {
  it('the browser sees how far it is, without any script', () => {
    const page = startingPage({ doing: 'Importing the demo company', done: 1_200, of: 4_800 });
    expect(page).toContain('<progress value="1200" max="4800">');
    expect(page).toContain('1,200 of 4,800');
    expect(page).not.toMatch(/<script|onload/i);
  });

  it('a name in what is done cannot become markup', () => {
    expect(startingPage({ doing: '<img src=x onerror=alert(1)>' })).not.toContain('<img');
  });

  it('the terminal sees a bar that never runs over', () => {
    expect(barOf({ doing: 'Importing', done: 5, of: 10 })).toMatch(/Importing {2}█{14}░{14} {2}50 %/);
    expect(barOf({ doing: 'Importing', done: 12, of: 10 })).toContain('100 %');
    expect(barOf({ doing: 'Starting PostgreSQL' })).toBe('Starting PostgreSQL');
  });
});
