import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineProject } from 'vitest/config';
import { compileCatalogues } from './build/compile-catalogues.ts';

export default defineProject({
  plugins: [react(), compileCatalogues(fileURLToPath(new URL('./src', import.meta.url)))],
  test: { name: 'web', include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'], environment: 'node' },
});
