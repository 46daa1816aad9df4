import { shot } from './fixtures/shot.ts'
import { expect, test } from './fixtures/test.ts'

test('the first page opens over HTTPS, from our own host alone', async ({ page }) => {
  const answer = await page.goto('/')

  expect(answer?.status()).toBe(200)
  await expect(page.locator('#root')).not.toBeEmpty()
  await shot(page, 'first-page')
})

test('an address of a page is answered by the application, one of the API is not', async ({ page }) => {
  expect((await page.goto('/i/no-such-invitation'))?.headers()['content-type']).toContain('text/html')
  expect((await page.request.get('/api/no-such-thing')).status()).toBe(404)
})

test('a server that was killed comes back by itself at the next start', async ({ page, installation }) => {
  await installation.kill()
  await installation.start()

  expect((await page.goto('/'))?.status()).toBe(200)
})

test('calls work, by a server of our own', async ({ installation }) => {
  await installation.callsWork()
})
