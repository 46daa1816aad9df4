import { expect, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expectLoaded } from '../fixtures/barriers.ts'

const table = resolve(import.meta.dirname, '../../web/src/features/organization/test-data/children-column.txt')
const cells = readFileSync(table, 'utf8').split(/\r?\n/)
const heading = cells.findIndex((cell) => cell.includes('Фамилия'))

/** Cells of the table's column as they are copied, its heading and empty ones among them. */
export const column = (from: number, to: number): string => cells.slice(heading + from, heading + to).join('\n')

const dialogOf = (page: Page): Locator => page.getByRole('dialog')

export async function addGroups(page: Page, code: string, names: readonly string[]): Promise<void> {
  await page.goto(`/o/${code}/groups`)
  await page.getByRole('button', { name: 'Добавить группы' }).first().click()
  await dialogOf(page).getByLabel('Названия, по одному на строке').fill(names.join('\n'))
  await dialogOf(page)
    .getByRole('button', { name: /^Добавить \d+ групп/ })
    .click()
  for (const name of names) await expect(groupRow(page, name)).toBeVisible()
}

const groupRow = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name: new RegExp(name) })

/** Opens the group's page; gives the group's id. */
export async function openGroup(page: Page, code: string, name: string): Promise<string> {
  await page.goto(`/o/${code}/groups`)
  await groupRow(page, name).click()
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
  await expectLoaded(page)
  return page.url().split('/').at(-1) ?? ''
}

export async function pasteChildren(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Добавить детей' }).first().click()
  await dialogOf(page).getByLabel('Имена, по одному на строке').fill(text)
  await dialogOf(page)
    .getByRole('button', { name: /^Добавить \d+/ })
    .click()
  await expect(dialogOf(page)).toBeHidden()
}

const choice = (page: Page, label: string): Locator =>
  dialogOf(page).getByLabel(label, { exact: true }).and(page.locator('input'))

/** Gives the address of the new link. */
export async function inviteStaff(page: Page, code: string): Promise<string> {
  await page.goto(`/o/${code}/invitations`)
  await page.getByRole('button', { name: 'Пригласить', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Создать ссылку для сотрудников' }).click()
  await dialogOf(page).getByRole('button', { name: 'Создать ссылку' }).click()
  return readLink(page)
}

/** On the group's page. */
export async function linkOfChild(page: Page, child: string): Promise<string> {
  const families = page.getByRole('region', { name: 'Приглашения родителей' })
  await families.getByRole('listitem').filter({ hasText: child }).getByRole('button', { name: 'Ссылка и QR' }).click()
  await expect(page.getByLabel('QR-код со ссылкой')).toBeVisible()
  return readLink(page)
}

async function readLink(page: Page): Promise<string> {
  const link = await dialogOf(page).getByLabel('Адрес ссылки').inputValue()
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toBeHidden()
  return link
}

export async function askForConfirmation(page: Page, code: string): Promise<void> {
  await page.goto(`/confirmation/${code}`)
  await page.getByLabel('Ваша должность').fill('воспитатель')
  await page.getByLabel('Как вас проверить').fill('Приказ о приёме № 12')
  await page.getByRole('button', { name: 'Отправить запрос' }).click()
  await expect(page.getByText('Запрос ждёт решения').first()).toBeVisible()
}

export async function confirmPerson(page: Page, code: string, family: string): Promise<void> {
  await page.goto(`/o/${code}/confirmations`)
  const card = page.getByRole('row').filter({ hasText: family })
  await card.getByRole('button', { name: 'Подтвердить' }).click()
  await dialogOf(page).getByRole('button', { name: 'Подтвердить' }).click()
  await expect(card).toBeHidden()
}

/** On the group's page. */
export async function assign(page: Page, family: string, duty: 'воспитатель группы' | 'специалист'): Promise<void> {
  await page.getByRole('region', { name: 'Педагоги группы' }).getByRole('button', { name: 'Назначить' }).click()
  await choice(page, 'Педагог').click()
  await page.getByRole('option', { name: new RegExp(family) }).click()
  await dialogOf(page).getByText(duty, { exact: true }).click()
  await dialogOf(page).getByRole('button', { name: 'Назначить' }).click()
  await expect(dialogOf(page)).toBeHidden()
}

export async function moveChild(page: Page, child: string, group: string): Promise<void> {
  await page.getByRole('button', { name: `Действия: ${child}` }).click()
  await page.getByRole('menuitem', { name: 'Перевести в другую группу' }).click()
  await choice(page, 'Группа').click()
  await page.getByRole('option', { name: group }).click()
  await dialogOf(page).getByRole('button', { name: 'Перевести' }).click()
  await expect(page.getByText(`${child}: новая группа — ${group}`)).toBeVisible()
}
