import { expect, type Page } from '@playwright/test'
import { codeIn } from '../fixtures/sms-gateway.ts'
import type { Stage } from './stage.ts'

export async function askForCodeBySms(page: Page, phone: string): Promise<void> {
  await page.getByLabel('Ваш номер телефона').fill(phone)
  await page.getByRole('button', { name: 'Получить код' }).click()
  await expect(page.getByLabel('Код из шести цифр')).toBeVisible()
}

export async function signInBySms(page: Page, { installation: { sms } }: Stage, phone: string): Promise<void> {
  await page.goto('/sign-in')
  await askForCodeBySms(page, phone)
  await page.getByLabel('Код из шести цифр').fill(await sms.readCode(phone))
}

export async function signInByMail(
  page: Page,
  { installation: { mails } }: Stage,
  { phone, email }: { readonly phone: string; readonly email: string },
): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Ваш номер телефона').fill(phone)
  await page.getByLabel('На почту').check()
  await page.getByLabel('Адрес почты').fill(email)
  await page.getByRole('button', { name: 'Получить код' }).click()
  const { text } = await mails.read(email)
  await page.getByLabel('Код из шести цифр').fill(codeIn(text))
}

/** Five codes that were never sent; a sixth digit sends each of them. */
export async function guessFiveTimes(page: Page, right: string): Promise<void> {
  const wrong = right === '000000' ? '111111' : '000000'
  const field = page.getByLabel('Код из шести цифр')
  for (const left of ['Осталось 4 попытки', 'Осталось 3 попытки', 'Осталось 2 попытки', 'Осталась 1 попытка']) {
    await field.fill('')
    await field.fill(wrong)
    await expect(page.getByText(left)).toBeVisible()
  }
  await field.fill('')
  await field.fill(wrong)
}

/** The console's link, pressed; then who the operator is. */
export async function becomeOperator(page: Page, link: string, { name, phone }: { name: string; phone: string }) {
  await page.goto(link)
  await page.getByRole('button', { name: 'Войти оператором' }).click()
  await page.getByLabel('Имя и отчество').fill(name)
  await page.getByLabel('Ваш номер телефона').fill(phone)
  await page.getByRole('button', { name: 'Готово' }).click()
  await expect(page.getByRole('heading', { name: 'Заявки', exact: true })).toBeVisible()
}
