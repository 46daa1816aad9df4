import { defineConfig } from '@playwright/test'
import { findBrowser } from './e2e/browser.ts'

const { executablePath, env } = await findBrowser()

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  // Two cores: a server, its database, the calls and the browser are enough for them.
  workers: 1,
  timeout: 120_000,
  // A waiting that goes well ends at once; one on a busy machine deserves patience.
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    ignoreHTTPSErrors: true,
    screenshot: 'only-on-failure',
    // Without its film: ten people's pages filmed at once take the cores from what is tested.
    trace: { mode: 'retain-on-failure', screenshots: false },
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
