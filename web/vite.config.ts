import { parse } from '@formatjs/icu-messageformat-parser'
import react from '@vitejs/plugin-react'
import { pathToFileURL } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { keepChats } from './kept-parts.ts'

/** Replaces the ICU messages of `src/locales` by their parsed form, so that the parser stays at home. */
function icuCatalogues(): Plugin {
  return {
    name: 'icu-catalogues',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (!/\/src\/locales\/[^/]+\/[^/]+\.ts$/.test(id)) return null
      const catalogues = (await import(pathToFileURL(id).href)) as Record<string, Record<string, string>>
      return Object.entries(catalogues)
        .map(([name, texts]) => `export const ${name} = ${JSON.stringify(compile(texts))}`)
        .join('\n')
    },
  }
}

function compile(texts: Record<string, string>) {
  const entries = Object.entries(texts).map(([key, text]) => [key, text.includes('{') ? parse(text) : text])
  return Object.fromEntries(entries) as Record<string, unknown>
}

/** Parts of the emoji font are told from what every page needs. */
const nameAsset = ({ originalFileNames }: { originalFileNames: readonly string[] }) =>
  originalFileNames.some((name) => name.includes('emoji/files'))
    ? 'assets/emoji-part-[name]-[hash][extname]'
    : 'assets/[name]-[hash][extname]'

// What every page begins with, in two files rather than fifty: they pack better together, and a new version of ours
// leaves the libraries on the device as they are. What many of the others share is few files, too: left alone, a page
// asked for up to 87, six at a time, which is ten times the way there and back (docs/adr/0019). Joining and signing in
// need fields and none of the larger controls.
const shared = [
  { name: 'libraries', tags: ['$initial' as const], test: /node_modules/ },
  { name: 'first', tags: ['$initial' as const] },
  { name: 'icons', test: /@tabler/, minShareCount: 2 },
  {
    name: 'fields',
    test: /@mantine.(hooks|form)|components.(Alert|Anchor|Checkbox|Chip|Container|InlineInput|Paper|Radio)/,
    minShareCount: 3,
  },
  { name: 'controls', test: /node_modules/, minShareCount: 20 },
]

// The page, its styles and its font; never the API.
const pageOnDevice = VitePWA({
  registerType: 'autoUpdate',
  injectRegister: false,
  manifest: {
    name: 'Колосок',
    short_name: 'Колосок',
    lang: 'ru',
    start_url: '/',
    display: 'standalone',
    background_color: '#f7f5f0',
    theme_color: '#f7f5f0',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  },
  workbox: {
    // Else whoever never closes the last tab stays with the old page for good, however often it is reloaded.
    skipWaiting: true,
    clientsClaim: true,
    globPatterns: ['index.html', 'recover.js', 'icon.svg', 'assets/*.{js,css,woff2}'],
    globIgnores: ['assets/emoji-part-*'],
    manifestTransforms: [keepChats],
    // All other pages, and the large emoji: kept once somebody has asked for them. An older build's go by themselves.
    runtimeCaching: [
      {
        urlPattern: /\/assets\//,
        handler: 'CacheFirst',
        options: { cacheName: 'asked-for', expiration: { maxEntries: 500, purgeOnQuotaError: true } },
      },
    ],
    maximumFileSizeToCacheInBytes: 600_000,
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/(api|rtc|healthz|readyz|metrics)/],
  },
})

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  plugins: [icuCatalogues(), react(), pageOnDevice],
  resolve: {
    alias:
      command === 'build'
        ? { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' }
        : {},
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    sourcemap: false,
    manifest: true,
    rolldownOptions: {
      output: {
        assetFileNames: nameAsset,
        codeSplitting: { groups: shared },
      },
    },
  },
  server: {
    // The one that the server takes for its own (platform/origin.ts).
    port: 5173,
    strictPort: true,
    proxy: {
      '/api': { target: 'http://127.0.0.1:3000', ws: true },
      '/rtc': { target: 'http://127.0.0.1:3000', ws: true },
    },
  },
}))
