import { randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { membershipsOf, read } from './actors/answers.ts'
import { orderFile } from './actors/applying.ts'
import { become } from './actors/demo.ts'
import { thread } from './actors/talking.ts'
import { barriers, look } from './fixtures/barriers.ts'
import { openDatabase } from './fixtures/database.ts'
import { turn } from './fixtures/shot.ts'
import { expect, test } from './fixtures/test.ts'

test('a link that opens nothing says why and names nobody, whatever the reason', async ({ open, installation }) => {
  const [admin, stranger] = [await open(), await open('phone')]
  await become(admin, 'Соколова')
  const database = await openDatabase(installation)
  for (const [state, title, change] of [
    ['spent', 'Этой ссылкой уже воспользовались', 'uses = use_limit'],
    ['expired', 'Срок ссылки истёк', "expires_at = now() - interval '1 day'"],
    ['revoked', 'Эту ссылку отозвали', 'revoked_at = now()'],
  ] as const) {
    const { id, url } = await inviteStaff(admin)
    await database.query(`update invitation set ${change} where id = $1`, [id])
    await stranger.goto(url)
    await expect(stranger.getByRole('heading', { name: title })).toBeVisible()
    await expect(stranger.getByText(/Колосок|Соколова|педагог/)).toHaveCount(0)
    await look(stranger, `link-${state}`)
  }
  await database.end()
})

test('an application tells its sender how it stands, in each of its states', async ({ open }) => {
  const [operator, applicant] = [await open(), await open('phone')]
  await become(operator, 'Степанова')
  for (const [state, title] of [
    ['submitted', 'Заявка на рассмотрении'],
    ['returned', 'Заявку нужно поправить'],
    ['approved', 'Заявка одобрена'],
    ['refused', 'Заявка отклонена'],
    ['withdrawn', 'Заявка отозвана'],
  ] as const) {
    const token = await apply(applicant, state)
    if (state === 'withdrawn') await post(applicant, `/api/applications/${token}/withdraw`, {})
    else if (state !== 'submitted') await decide(operator, state)
    await applicant.goto(`/a/${token}`)
    await expect(applicant.getByRole('heading', { name: title })).toBeVisible()
    await look(applicant, `application-${state}`)
  }
  await applicant.goto('/a/no-such-application')
  await look(applicant, 'application-unknown')
})

test('every bad field of a form is named at once, the first has the focus, and what was typed stays', async ({
  open,
}) => {
  const page = await open('phone')
  await page.goto('/apply')
  await page.getByLabel('ИНН').fill('123')
  await page.getByLabel('Личный мобильный телефон').fill('не скажу')
  await page.getByRole('button', { name: 'Отправить заявку' }).click()
  await expect(page.getByText(/Поправьте \d+ полей/)).toBeVisible()
  await expect(page.getByLabel('Название', { exact: true })).toBeFocused()
  await expect(page.getByLabel('Личный мобильный телефон')).toHaveValue('не скажу')
  await look(page, 'application-all-faults')

  await page.goto('/sign-in')
  await page.getByLabel('Ваш номер телефона').fill('12')
  await page.getByRole('button', { name: 'Получить код' }).click()
  await expect(page.getByLabel('Ваш номер телефона')).toBeFocused()
  await look(page, 'sign-in-faults')
})

test('an open menu is a menu to those who hear it, too', async ({ open }) => {
  const page = await open()
  await become(page, 'Лебедева Мария')
  await page.getByRole('link', { name: 'Младшая' }).first().click()
  const message = thread(page).getByText('Поправляйтесь').last()
  for (const openMenu of [
    () => page.getByRole('button', { name: 'Ещё' }).click(),
    () => page.getByRole('button', { name: 'Прикрепить' }).click(),
    () => message.click({ button: 'right' }),
  ]) {
    await openMenu()
    await expect(page.getByRole('menu')).toBeVisible()
    await turn(page, 'light')
    expect.soft(await barriers(page, '[role=menu]')).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
  }
})

const post = async (page: Page, address: string, data: object) => {
  const answer = await page.request.post(address, { data })
  if (!answer.ok()) throw new Error(`${address}: ${await answer.text()}`)
}

async function inviteStaff(admin: Page): Promise<{ id: string; url: string }> {
  const [mine] = await membershipsOf(admin)
  const address = `/api/organizations/${mine?.organization.id ?? ''}/invitations/${randomUUID()}`
  const answer = await admin.request.put(address, { data: { useLimit: 1 } })
  return (await answer.json()) as { id: string; url: string }
}

/** Gives the token of its private link. */
async function apply({ request }: Page, state: string): Promise<string> {
  const token = randomBytes(20).toString('base64url')
  await request.put(`/api/applications/${token}/order?name=order.pdf`, {
    headers: { 'content-type': 'application/octet-stream' },
    data: await readFile(orderFile('order.pdf')),
  })
  const answer = await request.put(`/api/applications/${token}`, {
    data: {
      organizationName: `Детский сад «${state}»`,
      kind: 'kindergarten',
      inn: '5404000005',
      address: 'Новосибирск, улица Полевая, дом 7',
      headName: 'Жданова Ирина Павловна',
      administratorName: 'Громова Елена Сергеевна',
      email: `${state}@example.test`,
      phone: '+79139000055',
    },
  })
  if (!answer.ok()) throw new Error(await answer.text())
  return token
}

async function decide(operator: Page, state: 'returned' | 'approved' | 'refused'): Promise<void> {
  const queue = '/api/operator/applications'
  const found = await read<{ applications: { id: string }[] }>(operator, `${queue}?q=${state}`)
  const id = found.applications[0]?.id ?? ''
  const { revision } = await read<{ revision: number }>(operator, `${queue}/${id}`)
  const verb = { returned: 'return', approved: 'approve', refused: 'refuse' }[state]
  const reason = state === 'approved' ? {} : { reason: 'В приказе не видно подписи руководителя.' }
  await post(operator, `${queue}/${id}/${verb}`, { revision, ...reason })
}
