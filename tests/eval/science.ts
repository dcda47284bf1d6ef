import { parseArgs } from 'node:util';
import { bank, helpdesk, incidents } from './science/cases.ts';
import { Checks, MissingFile } from './science/checks.ts';
import { DataFolder } from './science/data-folder.ts';
import { cdnow, exampleTransactions, onlineRetail, publishedExamples } from './science/purchases.ts';
import { channels, hospitals, publishedShares } from './science/shares-and-channels.ts';
import { loans, smallSets, telco } from './science/survival.ts';

/** `npm run eval:science`: the numbers of other programs on real data, and ours beside them. */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/cx' },
    json: { type: 'boolean' },
    only: { type: 'string' },
  },
});
const parts: Record<string, (data: DataFolder, check: Checks) => Promise<void> | void> = {
  'published examples': (_, check) => publishedExamples(check),
  'published shares': (_, check) => publishedShares(check),
  cdnow,
  'example transactions': exampleTransactions,
  'online retail': onlineRetail,
  'small survival sets': smallSets,
  telco,
  loans,
  hospitals,
  channels,
  helpdesk,
  incidents,
  bank,
};

const data = new DataFolder(options.data);
const check = new Checks();
for (const [name, run] of Object.entries(parts)) {
  if (options.only && !name.includes(options.only)) continue;
  const started = performance.now();
  try {
    await run(data, check);
  } catch (error) {
    if (!(error instanceof MissingFile)) throw error;
    check.missing(name, error.message);
  }
  if (!options.json)
    process.stderr.write(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

const failed = check.lines.filter(({ ok }) => !ok);
if (options.json) console.log(JSON.stringify({ checks: check.lines }));
else {
  for (const { name, theirs, ours, tolerance, ok, note } of check.lines)
    console.log(
      `${ok ? 'ok ' : 'NOT'} ${name}: theirs ${JSON.stringify(theirs)}, ours ${JSON.stringify(ours)}${tolerance === null ? '' : ` (±${tolerance})`}${note ? ` — ${note}` : ''}`,
    );
  console.log(`${check.lines.length - failed.length} of ${check.lines.length} ok`);
}
process.exitCode = failed.length > 0 ? 1 : 0;
