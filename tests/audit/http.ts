import { parseArgs } from 'node:util';
import { auditServer } from 'graphql-http';
import { enterDemo } from '../support/sign-in.ts';
import { startAncora } from '../support/start-ancora.ts';
import { scannerFindings } from './scanner-checks.ts';

/** `npm run audit:http`: the GraphQL-over-HTTP audits and the known scanner checks against the running server. */
const { values: options } = parseArgs({ options: { json: { type: 'boolean' } } });

const ancora = await startAncora({ env: { DEMO: '1', DEMO_PEOPLE: '0' } });
try {
  const url = `${ancora.address}/graphql`;
  // Some audits ask `__type`: who develops against the schema may, so the audits run as an admin.
  const cookie = await enterDemo(ancora.address, 'ADMIN');
  const results = await auditServer({
    url,
    fetchFn: (input: string, init?: RequestInit) =>
      fetch(input, {
        ...init,
        headers: { ...(init?.headers as Record<string, string>), cookie, 'apollo-require-preflight': '1' },
      }),
  });
  const failed = results.filter((result) => result.status !== 'ok');
  for (const result of failed) process.stderr.write(`${result.status}: ${result.name}: ${result.reason}\n`);
  const findings = await scannerFindings(url, cookie);
  for (const finding of findings) process.stderr.write(`finding: ${finding}\n`);
  const summary = { passed: results.length - failed.length, total: results.length, findings };
  if (options.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  else console.log(summary);
  if (failed.length > 0 || findings.length > 0) process.exitCode = 1;
} finally {
  await ancora.stop();
}
