import { type Page, test } from '@playwright/test'
import { membershipsOf, read, refusal, statusOf } from '../actors/answers.ts'
import {
  apply,
  approve,
  attachOrder,
  fillApplication,
  offerBadOrder,
  openApplication,
  sendApplication,
  sendBack,
} from '../actors/applying.ts'
import { askForCodeBySms, becomeOperator, guessFiveTimes, signInByMail, signInBySms } from '../actors/sign-in.ts'
import type { Stage } from '../actors/stage.ts'
import { lookAt } from '../fixtures/barriers.ts'
import { expect } from '../fixtures/test.ts'
import * as cast from './cast.ts'

const hostile = {
  'html-named.jpg': 'Это веб-страница',
  'program-named.jpg': 'программа',
  'program-named.pdf': 'программа',
  'script.svg': 'Рисунки SVG не подходят',
  'javascript.pdf': 'есть скрипты',
  'program-inside.zip': 'В архиве программа',
  'bomb.xlsx': 'слишком большой объём',
  'formulas.csv': 'Приказ нужен в PDF',
}

export type Founded = {
  readonly administrator: Page
  readonly neighbour: Page
  readonly stranger: Page
  readonly code: string
}

/** Steps 1–7: from the console's link to the administrator of an approved kindergarten. */
export async function found(stage: Stage): Promise<Founded> {
  const { installation, open } = stage
  const { mails, sms } = installation
  const [operator, applicant] = [await open(), await open()]

  await test.step("1. The console's link makes the operator, once", async () => {
    expect(installation.url).toMatch(/^https:/)
    await becomeOperator(operator, installation.operatorLink(), cast.operator)
    await lookAt(operator, 'operator-queue-empty')
    const second = await open()
    await second.goto(installation.operatorLink())
    await second.getByRole('button', { name: 'Войти оператором' }).click()
    await expect(second.getByText('Эта ссылка больше не действует')).toBeVisible()
  })

  await test.step('2. Without an order and with the phone «123»: both are named, nothing is stored', async () => {
    await applicant.goto('/welcome')
    await lookAt(applicant, 'landing')
    await fillApplication(applicant, { ...cast.kolosok, phone: '123' })
    await sendApplication(applicant)
    await expect(applicant.getByText('Поправьте 2 поля')).toBeVisible()
    await expect(applicant.getByText('Такого номера нет')).toBeVisible()
    await expect(applicant.getByText('Приложите приказ')).toBeVisible()
    await expect(applicant.getByLabel('Руководитель')).toHaveValue(cast.kolosok.head)
    await expect(applicant.getByLabel('Личный мобильный телефон')).toBeFocused()
    await lookAt(applicant, 'application-faults')
    await operator.reload()
    await expect(operator.getByText('Все заявки разобраны')).toBeVisible()
    const stored = await read<{ counts: Record<string, number> }>(operator, '/api/operator/applications')
    expect(Object.values(stored.counts).filter((count) => count > 0)).toEqual([])
  })

  await test.step('3. Hostile files are refused, each with its reason; the order is taken in every form', async () => {
    for (const [file, reason] of Object.entries(hostile)) await offerBadOrder(applicant, `hostile/${file}`, reason)
    await applicant.getByLabel('Личный мобильный телефон').fill(cast.kolosok.phone)
    for (const file of ['order-photo.jpg', 'order.docx', 'order.pdf']) await attachOrder(applicant, file)
    await sendApplication(applicant)
    await expect(applicant.getByRole('heading', { name: 'Заявка отправлена' })).toBeVisible()
    expect((await mails.read(cast.kolosok.email)).subject).toContain('Заявка принята')
  })

  await test.step('4. Returned with a reason, corrected, approved; every step comes by mail', async () => {
    const reason = 'В адресе не хватает индекса.'
    await openApplication(operator, cast.kolosok)
    await expect(operator.getByLabel('Страница 1 приказа')).toBeVisible()
    await lookAt(operator, 'operator-application')
    await sendBack(operator, reason)
    const returned = await mails.read(cast.kolosok.email)
    expect(returned.subject).toContain('Заявку нужно поправить')
    expect(returned.text).toContain(reason)

    await applicant.goto(returned.links.find((link) => link.includes('/a/')) ?? '')
    await expect(applicant.getByText(reason)).toBeVisible()
    await applicant.getByLabel('Адрес', { exact: true }).fill(`630000, ${cast.kolosok.address}`)
    await attachOrder(applicant, 'order.docx')
    await applicant.getByRole('button', { name: 'Отправить исправленную' }).click()
    await expect(applicant.getByRole('heading', { name: 'Заявка на рассмотрении' })).toBeVisible()
    expect((await mails.read(cast.kolosok.email)).subject).toContain('Исправленная заявка принята')

    await openApplication(operator, cast.kolosok)
    await expect(operator.getByText('630000')).toBeVisible()
    await expect(orderOf(operator).getByText('ПРИКАЗЫВАЮ')).toBeVisible()
    await lookAt(operator, 'operator-application-docx')
    await approve(operator)
    expect((await mails.read(cast.kolosok.email)).subject).toContain('Заявка одобрена')
  })

  const stranger = await open('phone')
  await test.step("5. Another number than the application's has no rights", async () => {
    await signInByMail(stranger, stage, cast.stranger)
    await expect(stranger.getByRole('heading', { name: 'Вы вошли, но пока никуда не приглашены' })).toBeVisible()
    await stranger.goto('/operator')
    await expect(stranger.getByRole('heading', { name: 'Заявки', exact: true })).toBeHidden()
    expect(await statusOf(stranger, '/api/operator/applications')).toBe(404)
    expect(await membershipsOf(stranger)).toEqual([])
  })

  const administrator = await open()
  const neighbour = await open()
  await test.step('6. Five wrong codes lock the right number; a new code enters', async () => {
    await administrator.goto('/sign-in')
    await lookAt(administrator, 'sign-in')
    await askForCodeBySms(administrator, cast.kolosok.phone)
    const code = await sms.readCode(cast.kolosok.phone)
    await guessFiveTimes(administrator, code)
    await expect(administrator.getByText('Слишком много неверных попыток').first()).toBeVisible()
    const late = administrator.waitForResponse('**/api/sign-in')
    await administrator.getByLabel('Код из шести цифр').fill(code)
    expect((await late).status()).toBe(429)
    await expect(administrator.getByText('Слишком много неверных попыток').first()).toBeVisible()

    // The half minute of waiting is long enough for another kindergarten, and to look around.
    await apply(neighbour, cast.ryabinka, 'order-photo.jpg')
    await openApplication(operator, cast.ryabinka)
    await expect(orderOf(operator).getByAltText('Страница 1 приказа')).toHaveJSProperty('complete', true)
    await lookAt(operator, 'operator-application-photo')
    await approve(operator)
    await signInBySms(neighbour, stage, cast.ryabinka.phone)
    await expect(neighbour.getByRole('heading', { name: 'С чего начать' })).toBeVisible()
    await lookAt(neighbour, 'first-steps')
    await stranger.goto('/')
    await expect(stranger.getByRole('heading', { name: 'Вы вошли, но пока никуда не приглашены' })).toBeVisible()
    await lookAt(stranger, 'nowhere')
    await lookAt(applicant, 'application-status')

    await administrator.getByRole('button', { name: 'Прислать ещё раз', exact: true }).click({ timeout: 60_000 })
    await administrator.getByLabel('Код из шести цифр').fill(await sms.readCode(cast.kolosok.phone))
    await expect(administrator.getByRole('heading', { name: 'С чего начать' })).toBeVisible()
  })

  const code = /\/o\/([^/]+)/.exec(administrator.url())?.[1] ?? ''
  await test.step('7. The card is edited; «Педагоги» can not be deleted', async () => {
    await administrator.goto(`/o/${code}/card`)
    await administrator.getByLabel('Телефон').fill('8 383 200-10-20')
    await administrator.getByLabel('Почта').fill('not an address')
    await administrator.getByRole('button', { name: 'Сохранить' }).click()
    await expect(administrator.getByText('Проверьте адрес: что-то не так')).toBeVisible()
    await administrator.getByLabel('Почта').fill('sad@example.test')
    await administrator.getByRole('button', { name: 'Сохранить' }).click()
    await expect(administrator.getByText('Сохранено')).toBeVisible()
    await lookAt(administrator, 'card')
    const staff = await staffGroupOf(administrator)
    await administrator.goto(`/o/${code}/groups/${staff}`)
    await expect(administrator.getByRole('heading', { name: 'Педагоги', exact: true })).toBeVisible()
    await expect(administrator.getByRole('button', { name: 'Изменить' })).toBeHidden()
    const refused = await administrator.request.delete(`/api/groups/${staff}`, {
      headers: { origin: installation.url },
    })
    expect(await refusal(refused)).toEqual([409, 'staff-group-stays'])
  })

  return { administrator, neighbour, stranger, code }
}

const orderOf = (operator: Page) =>
  operator.locator('section').filter({ has: operator.getByRole('heading', { name: 'Приказ', exact: true }) })

async function staffGroupOf(page: Page): Promise<string> {
  const [mine] = await membershipsOf(page)
  const address = `/api/organizations/${mine?.organization.id ?? ''}/groups`
  const { groups } = await read<{ groups: { id: string; kind: string }[] }>(page, address)
  return groups.find(({ kind }) => kind === 'staff')?.id ?? ''
}
