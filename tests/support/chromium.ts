import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { ensureChromium } from './find-chromium.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium of this machine (`CHROMIUM_PATH`, or where systems keep it) for a browser test. Close it afterwards. */
export const launchChromium = (options: LaunchOptions = {}): Promise<Browser> =>
  chromium.launch({
    ...options,
    executablePath: ensureChromium(),
    args: [...flags, ...(options.args ?? [])],
  });
