import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// One `graphql` for every importer: loaded twice it refuses its own schema ("another module or realm").
const graphqlOnce = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];
// What properties are tried with is the same in every run, unless somebody wants others (`PROPERTY_SEED`).
const seededOnce = [
  {
    find: /^fast-check$/,
    replacement: fileURLToPath(new URL('tests/support/seeded-properties.ts', import.meta.url)),
  },
];
const alias = [...graphqlOnce, ...seededOnce];

// Tests run beside much else on small machines: all time is given that the slowest may need, and what hangs is still found. What is
// waited for comes later there, too: a second, which is the default, is too short for some.
const patience = { poll: { timeout: 20_000 } };

export default defineConfig({
  test: {
    passWithNoTests: false,
    teardownTimeout: 60_000,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['apps/api/src/**/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: patience,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          include: [
            'apps/api/src/**/*.db.test.ts',
            'tests/laws/**/*.test.ts',
            'tests/integration/**/*.test.ts',
          ],
          environment: 'node',
          globalSetup: ['tests/support/postgres.setup.ts'],
          testTimeout: 180_000,
          expect: patience,
          hookTimeout: 180_000,
          maxWorkers: 2,
          // Cheap tests first; projects with another number of workers run after one another.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 300_000,
          expect: patience,
          hookTimeout: 300_000,
        },
      },
      './apps/web/vitest.config.ts',
    ],
  },
});
