import { defineConfig } from '@playwright/test'
import { findBrowser } from './e2e/browser.ts'

const { executablePath, env } = await findBrowser()

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  // Two cores: a server, its database, the calls and the browser are enough for them.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    ignoreHTTPSErrors: true,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
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
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    },
  },
})
