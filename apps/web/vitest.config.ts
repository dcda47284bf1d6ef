import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineProject } from 'vitest/config';
import { compileCatalogues } from './build/compile-catalogues.ts';
import { compileDocuments } from './build/known-documents.ts';

const src = fileURLToPath(new URL('./src', import.meta.url));

export default defineProject({
  plugins: [react(), compileCatalogues(src), compileDocuments(src)],
  test: {
    name: 'web',
    include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
