import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PROFILES, type ProfileName, writeCrowd } from '../../apps/api/src/seed/index.ts';

/** `npm run generate:people -- --records N --seed S --profile mild|crm|harsh|adversarial --out DIR [--json]`: records of a crowd with their truth. */
const { values: options } = parseArgs({
  options: {
    records: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    profile: { type: 'string', default: 'crm' },
    providers: { type: 'string', default: 'example' },
    today: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  },
});
const say = (text: string) => process.stderr.write(`${text}\n`);
const today = options.today ? new Date(options.today) : undefined;
const wrong = !options.out
  ? 'Say where to: --out DIR'
  : !Object.hasOwn(PROFILES, options.profile)
    ? `--profile is one of ${Object.keys(PROFILES).join(', ')}`
    : options.providers !== 'example' && options.providers !== 'real'
      ? '--providers is example or real'
      : today && Number.isNaN(today.getTime())
        ? '--today is a date: 2026-01-01'
        : undefined;
if (wrong) {
  say(wrong);
  process.exit(1);
}

let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);
const began = performance.now();
let said = 0;
try {
  const crowd = await writeCrowd(resolve(options.out!), {
    records: Number(options.records),
    seed: Number(options.seed),
    profile: options.profile as ProfileName,
    providers: options.providers as 'example' | 'real',
    ...(today ? { today } : {}),
    onProgress(done, total) {
      if (done - said < total / 10) return;
      said = done;
      say(`${done} of ${total} records`);
    },
  });
  const seconds = Math.round((performance.now() - began) / 10) / 100;
  const peakMiB = Math.round(Math.max(peak, process.memoryUsage.rss()) / 1024 / 1024);
  if (options.json) process.stdout.write(`${JSON.stringify({ ...crowd, seconds, peakMiB })}\n`);
  else
    say(
      `${crowd.records} records of ${crowd.people} people in ${seconds} s, ${peakMiB} MiB: ${resolve(options.out!)}`,
    );
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  clearInterval(watch);
}
