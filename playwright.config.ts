import { defineConfig } from '@playwright/test'
import { findBrowser } from './e2e/browser.ts'
import type { Options } from './e2e/fixtures/test.ts'

const { executablePath, env } = await findBrowser()

export default defineConfig<object, Options>({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  // Two cores, and most of the time is waiting: for a fade, for a frame, for somebody who types.
  workers: 2,
  timeout: 120_000,
  // A waiting that goes well ends at once; one on a busy machine deserves patience.
  expect: { timeout: 30_000 },
  // In this order: the longest first, and the installation that takes longest to set up only once.
  projects: [
    { name: 'story', testMatch: 'acceptance.spec.ts', use: { party: 'story' } },
    { name: 'demonstration', testMatch: '*.demo.spec.ts', use: { isDemo: true } },
    { name: 'parts', testIgnore: ['acceptance.spec.ts', '*.demo.spec.ts'] },
  ],
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    ignoreHTTPSErrors: true,
    screenshot: 'only-on-failure',
    // Nobody waits for a fade; what does move is seen with `npm start`.
    contextOptions: { reducedMotion: 'reduce' },
    // Without its film and its copies of the page: those of ten people at once take the cores from what is tested.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    launchOptions: {
      executablePath,
      ...(env && { env: { ...process.env, ...env } }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        // A service worker wants a certificate it can trust; ours is made for the run.
        '--ignore-certificate-errors',
        // An address on the network, for the page that is opened without HTTPS.
        '--host-resolver-rules=MAP plain.test 127.0.0.1',
        '--use-fake-device-for-media-stream=fps=10',
        '--use-fake-ui-for-media-stream',
      ],
    },
  },
})
