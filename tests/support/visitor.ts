import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { enterDemo } from './sign-in.ts';
import { type StartedAncora, startAncora } from './start-ancora.ts';

/** A running product with the demo company: one of its own, or the one that ANCORA_TEST_ADDRESS names. */
export async function openDemo(): Promise<{ address: string; close: () => Promise<unknown> }> {
  const given = process.env.ANCORA_TEST_ADDRESS;
  if (given) return { address: given, close: async () => {} };
  const started: StartedAncora = await startAncora({ env: { DEMO: '1' }, patienceMs: 200_000 });
  return { address: started.address, close: () => started.stop() };
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
  page.setDefaultTimeout(30_000);
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

/** What axe finds against WCAG 2.2 AA, one line a finding. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  // A colour in the middle of fading in is nobody's colour: let what moves come to rest.
  await page.waitForTimeout(400);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
