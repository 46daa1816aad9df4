import { openPlainDoor } from './fixtures/plain-door.ts'
import { shot } from './fixtures/shot.ts'
import { expect, test } from './fixtures/test.ts'

test('the first page opens over HTTPS, from our own host alone', async ({ page }) => {
  const answer = await page.goto('/')

  expect(answer?.status()).toBe(200)
  await expect(page.locator('#root')).not.toBeEmpty()
  await shot(page, 'first-page')
})

test('over plain HTTP on the network the first page says what will not work, until that is put away', async ({
  browser,
  installation,
}) => {
  const plain = await openPlainDoor(installation.url)
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await page.goto(`http://plain.test:${String(plain.port)}/`)

  const notice = page.getByRole('complementary', { name: 'Соединение без HTTPS' })
  await expect(notice).toContainText('камера, микрофон и чтение без сети здесь не заработают')
  await shot(page, 'plain-http')
  await notice.getByRole('button', { name: 'Скрыть' }).click()
  await expect(notice).toBeHidden()
  await page.reload()
  await expect(page.locator('#root')).not.toBeEmpty()
  await expect(notice).toBeHidden()
  await page.context().close()
  plain.close()
})

test('a page of which a part did not arrive loads itself again, and says so if that does not help', async ({
  browser,
  installation,
}) => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, serviceWorkers: 'block' })
  const page = await context.newPage()
  let lost = 1
  await page.route(/\/assets\/index-[^/]*\.js$/, (route) => {
    lost -= 1
    return lost >= 0 ? route.abort() : route.continue()
  })
  await page.goto(installation.url)
  await expect(page.locator('#root')).not.toBeEmpty()
  await expect(page.getByRole('alert')).toBeHidden()

  lost = 1
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('Страница загрузилась не вся')
  await page.getByRole('button', { name: 'Попробовать ещё раз' }).click()
  await expect(page.locator('#root')).not.toBeEmpty()
  await context.close()
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

test('a newer build takes over the pages that are open, not only those opened after the last is closed', async ({
  page,
}) => {
  const worker = await (await page.request.get('/sw.js')).text()
  expect(worker).toContain('clientsClaim()')
  expect(worker).toMatch(/self\.skipWaiting\(\),/)
})
