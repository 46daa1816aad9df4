import type { Page } from '@playwright/test'

/** One of the demonstration's people, by a click on the page that lists them; there once their first page is. */
export async function become(page: Page, name: string): Promise<void> {
  await page.goto('/demo')
  await page.getByRole('button', { name }).first().click()
  await page.waitForURL((url) => !['/demo', '/'].includes(url.pathname))
}

/** The newest code sent to a number, from the page of the demonstration that shows what goes out. */
export async function readCode(page: Page, phone: string): Promise<string> {
  const answer = await page.request.get('/api/demo/outgoing')
  const { messages } = (await answer.json()) as { messages: { to: string; text: string }[] }
  return /\d{6}/.exec(messages.find(({ to }) => to === phone)?.text ?? '')?.[0] ?? ''
}
