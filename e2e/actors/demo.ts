import type { Page } from '@playwright/test'

/** One of the demonstration's people, by a click on the page that lists them; there once their first page is. */
export async function become(page: Page, name: string): Promise<void> {
  await page.goto('/demo')
  await page.getByRole('button', { name }).first().click()
  await page.waitForURL((url) => !['/demo', '/'].includes(url.pathname))
}
