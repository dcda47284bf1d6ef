import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { compileCatalogues } from './build/compile-catalogues.ts';
import { compileDocuments } from './build/known-documents.ts';

const src = fileURLToPath(new URL('./src', import.meta.url));
const page = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Where `npm run dev` finds the API; in production both share one port. */
const api = process.env.ANCORA_API ?? 'http://127.0.0.1:4000';

export default defineConfig(({ command }) => {
  // Whoever builds (a test among them) builds what people get: the production version of everything.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    plugins: [react(), compileCatalogues(src), compileDocuments(src)],
    resolve: {
      // Catalogues arrive already parsed: 7 kB of parser stay at home.
      alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' },
      dedupe: ['react', 'react-dom', 'graphql'],
      // rxjs keeps its modern edition under this name; the usual one is written for browsers of 2015.
      conditions: ['es2015', ...defaultClientConditions],
    },
    build: {
      target: 'es2022',
      manifest: true,
      // Scripts must come from a file: the content security policy allows no inline ones.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // The ground is 155 kB packed, on purpose in one file; a browser test holds the whole to its budget.
      chunkSizeWarningLimit: 640,
      rolldownOptions: {
        // The app, and the chat window that stands in frames of other web sites: it shares nothing with the app.
        input: { app: page('./index.html'), chat: page('./chat/index.html') },
        output: {
          codeSplitting: {
            groups: [
              // What every screen stands on is one file: it packs better, and a changed screen leaves it in the browser's cache.
              {
                name: 'ground',
                test: /node_modules[\\/](react|react-dom|scheduler|rxjs|tslib|@wry|optimism|@apollo|graphql|@tanstack[\\/](react-router|router-core|history)|react-intl|@formatjs|intl-messageformat|@0no-co)[\\/](?!.*(subscriptions|\/ws))/,
              },
              { name: 'frame', test: /src[\\/](lib|ui)[\\/]|lucide-react/, minShareCount: 6 },
            ],
          },
        },
      },
    },
    server: {
      proxy: {
        '/graphql': { target: api, ws: true },
        '/imports': api,
        '/content-files': api,
        '^/c/': api,
        '/signals': api,
        '/health': api,
        '/chat/': api,
      },
    },
  };
});
