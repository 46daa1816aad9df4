import { expect, type Locator, type Page } from '@playwright/test'
import { orderFile } from './applying.ts'

export const thread = (page: Page): Locator => page.getByLabel('Сообщения', { exact: true })

export async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel('Сообщение', { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Отправить', exact: true }).click()
  await expect(thread(page).getByText(text)).toBeVisible()
}

export async function expectOnce(page: Page, text: string): Promise<void> {
  await expect(thread(page).getByText(text)).toHaveCount(1)
}

export async function sendFiles(page: Page, names: readonly string[]): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(names.map(orderFile))
  const tray = page.getByLabel('Прикреплённые файлы')
  await expect(tray.getByText('готово')).toHaveCount(names.length)
  await page.getByRole('button', { name: 'Отправить', exact: true }).click()
  await expect(tray).toBeHidden()
}

export async function askAll(page: Page, question: string, answers: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Прикрепить' }).click()
  await page.getByRole('menuitem', { name: 'Опрос' }).click()
  const dialog = page.getByRole('dialog', { name: 'Новый опрос' })
  await dialog.getByLabel('Вопрос').fill(question)
  for (const [index, answer] of answers.entries()) {
    await dialog.getByLabel(`Ответ ${String(index + 1)}`, { exact: true }).fill(answer)
  }
  await dialog.getByRole('button', { name: 'Отправить опрос' }).click()
}

export const vote = (page: Page, answer: string) => page.getByRole('radio', { name: new RegExp(answer) }).click()

/** The address that the browser itself asks for the newest photo. */
export async function addressOfPhoto(page: Page): Promise<string> {
  const photo = page.getByAltText(/^Фотография/).last()
  await expect(photo).toBeVisible()
  return (await photo.getAttribute('src')) ?? ''
}
