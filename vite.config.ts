import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// The page of onrecord serve: everything in a few files beside the package's own, nothing from elsewhere.
export default defineConfig({
  root: fileURLToPath(new URL('src/desk', import.meta.url)),
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('dist/desk', import.meta.url)),
    emptyOutDir: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // The policy lets nothing in that is written into a page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  logLevel: 'warn',
});
