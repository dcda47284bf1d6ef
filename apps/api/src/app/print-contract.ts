import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSchema } from 'graphql';
import { checkoutRoot } from '#platform/environment';
import { modules } from './modules.ts';
import { buildGraph } from './schema.ts';

/** Writes the schema that the code makes to packages/schema; with `onlyCheck` says whether what stands there is fresh. Returns the exit code. */
export async function printContract(onlyCheck: boolean): Promise<number> {
  const file = join(checkoutRoot(), 'packages/schema/schema.graphql');
  const printed = `${printSchema(buildGraph(modules))}\n`;
  const stands = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (stands === printed) return 0;
  if (onlyCheck) {
    process.stderr.write(
      'packages/schema/schema.graphql is not what the code makes: run "npm run contract".\n',
    );
    return 1;
  }
  writeFileSync(file, printed);
  process.stderr.write(`Wrote ${file}\n`);
  return 0;
}
