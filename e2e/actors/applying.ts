import { expect, type Page } from '@playwright/test'
import { basename, join, resolve } from 'node:path'

const data = resolve(import.meta.dirname, '../../server/test/data')
export const orderFile = (name: string): string => join(data, name)

export type Applicant = {
  readonly organization: string
  readonly inn: string
  readonly address: string
  readonly head: string
  readonly administrator: string
  readonly phone: string
  readonly email: string
}

export async function fillApplication(page: Page, applicant: Applicant): Promise<void> {
  await page.goto('/apply')
  await page.getByLabel('Название', { exact: true }).fill(applicant.organization)
  await page.getByLabel('Что это за организация').selectOption('Детский сад')
  await page.getByLabel('ИНН').fill(applicant.inn)
  await page.getByLabel('Адрес', { exact: true }).fill(applicant.address)
  await page.getByLabel('Руководитель').fill(applicant.head)
  await page.getByLabel('Фамилия, имя и отчество').fill(applicant.administrator)
  await page.getByLabel('Личный мобильный телефон').fill(applicant.phone)
  await page.getByLabel('Электронная почта').fill(applicant.email)
}

export async function attachOrder(page: Page, file: string): Promise<void> {
  await sendOrder(page, file)
  await expect(page.getByRole('status').getByText(basename(file))).toBeVisible()
}

export async function offerBadOrder(page: Page, file: string, reason: string): Promise<void> {
  await sendOrder(page, file)
  await expect(page.locator('#order-fault')).toContainText(reason)
}

async function sendOrder(page: Page, file: string): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'PUT')
  await page.getByTestId('order-file').setInputFiles(orderFile(file))
  await answered
}

export const sendApplication = (page: Page) => page.getByRole('button', { name: 'Отправить заявку' }).click()

/** Everything right at the first go; for those who only have to be there. */
export async function apply(page: Page, applicant: Applicant, order: string): Promise<void> {
  await fillApplication(page, applicant)
  await attachOrder(page, order)
  await sendApplication(page)
  await expect(page.getByRole('heading', { name: 'Заявка отправлена' })).toBeVisible()
}

export async function openApplication(operator: Page, { organization }: Applicant): Promise<void> {
  await operator.goto('/operator')
  await operator.getByRole('link', { name: organization }).click()
  await expect(operator.getByRole('heading', { name: organization })).toBeVisible()
}

export async function approve(operator: Page): Promise<void> {
  await operator.getByRole('button', { name: 'Одобрить' }).click()
  await operator.getByRole('dialog').getByRole('button', { name: 'Одобрить' }).click()
  await expect(operator.getByText('Администратор ещё не вошёл')).toBeVisible()
}

export async function sendBack(operator: Page, reason: string): Promise<void> {
  await operator.getByRole('button', { name: 'Вернуть' }).click()
  const dialog = operator.getByRole('dialog')
  await dialog.getByLabel('Что написать заявителю').fill(reason)
  await dialog.getByRole('button', { name: 'Вернуть' }).click()
  await expect(operator.getByText('На исправлении')).toBeVisible()
}
