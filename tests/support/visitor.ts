import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { ensureApi, ensureWeb } from '../../apps/api/bin/fresh.mjs';
import { enterDemo } from './sign-in.ts';
import { forget, type StartedAncora, startAncora } from './start-ancora.ts';

/**
 * A running product with a demo company: one of its own, or the one that ANCORA_TEST_ADDRESS names. A company of a few hundred
 * people has every story and more rows than a screen; the usual one only takes longer to come in.
 */
export async function openDemo(people = 300): Promise<{ address: string; close: () => Promise<unknown> }> {
  const given = process.env.ANCORA_TEST_ADDRESS;
  if (given) return { address: given, close: async () => {} };
  await ensureApi();
  await ensureWeb();
  const home = mkdtempSync(join(tmpdir(), 'ancora-demo-'));
  const program = join(import.meta.dirname, '../../apps/api/dist/main.js');
  await promisify(execFile)(process.execPath, [program, 'demo', '--people', String(people)], {
    env: { ...process.env, ANCORA_HOME: home, LOG_LEVEL: 'warn' },
  });
  const started: StartedAncora = await startAncora({ home, env: { DEMO: '1' } });
  return {
    address: started.address,
    async close() {
      await started.stop();
      await forget(home);
    },
  };
}

/** A person of the demo in a browser of their own, already inside. */
export async function visit(
  browser: Browser,
  address: string,
  role: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const cookie = await enterDemo(address, role);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    ...options,
  });
  await context.addCookies(
    cookie
      .split('; ')
      .filter(Boolean)
      .map((pair) => {
        const at = pair.indexOf('=');
        return { name: pair.slice(0, at), value: pair.slice(at + 1), url: address };
      }),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

/** Makes any use of the pointer on this page an error that `pointerUses` tells. */
export async function forbidPointer(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counted = window as unknown as { pointerUses: number };
    counted.pointerUses = 0;
    for (const kind of ['pointerdown', 'mousedown', 'touchstart']) {
      window.addEventListener(
        kind,
        () => {
          counted.pointerUses += 1;
        },
        true,
      );
    }
  });
  return () => page.evaluate(() => (window as unknown as { pointerUses: number }).pointerUses);
}

/** What axe finds against WCAG 2.2 AA, one line a finding: on the whole page, or within what just opened on it. */
export async function accessibilityFindings(page: Page, within?: string): Promise<string[]> {
  if (within) await page.locator(within).first().waitFor();
  // A colour in the middle of fading in is nobody's colour: let what moves come to rest.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
        .map(({ finished }) => finished.catch(() => {})),
    ),
  );
  // Without frames axe can run in the page itself, which is three times as fast as through pages of its own.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  const { violations } = await (within ? axe.include(within) : axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
