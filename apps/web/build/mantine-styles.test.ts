import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));
const styles = dirname(createRequire(import.meta.url).resolve('@mantine/core/styles/Button.css'));

it('every Mantine component that is used brings its own style sheet', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((name) => join(src, name));
  const sheets = files
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const used = new Set<string>();
  for (const file of files.filter((name) => name.endsWith('.tsx'))) {
    for (const [, names = ''] of readFileSync(file, 'utf8').matchAll(
      /import \{([^}]*)\} from '@mantine\/core'/g,
    )) {
      for (const name of names.split(',')) used.add(name.trim().split(' ')[0] ?? '');
    }
  }
  const unstyled = [...used].filter(
    (name) => existsSync(join(styles, `${name}.css`)) && !sheets.includes(`styles/${name}.css`),
  );
  expect(used.size).toBeGreaterThan(0);
  expect(unstyled).toEqual([]);
});
