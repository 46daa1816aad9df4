import { become } from './actors/demo.ts'
import { look, lookAt } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

test('a sheet for parents: written by two, approved by the head, read by a mother', async ({ open }) => {
  const [phone, admin, head] = [await open('phone'), await open(), await open()]
  await become(phone, 'Цветкова')
  await phone.getByRole('button', { name: 'Ещё' }).click()
  await phone.getByRole('menuitem', { name: 'Документы' }).click()
  await expect(phone.getByRole('link', { name: /^Положение об использовании/ })).toBeVisible()
  await look(phone, 'documents')

  await become(admin, 'Соколова')
  await admin.goto('/documents')
  await admin.getByRole('button', { name: 'Новый документ' }).click()
  await admin.getByRole('radio', { name: 'Памятка для родителей' }).check()
  await look(admin, 'document-new')
  await admin.getByRole('button', { name: 'Начать' }).click()
  await admin.getByRole('link', { name: 'Изменить текст' }).click()
  const address = admin.url()
  await admin.getByLabel('Заголовок').first().fill('Первый вход')
  await expect(admin.getByText('Черновик лежит на этом устройстве')).toBeVisible()

  await become(head, 'Громова')
  await head.goto(address)
  await head.getByLabel('Заголовок').first().fill('Вход')
  await head.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await expect(head.getByRole('heading', { name: 'Вход', exact: true })).toBeVisible()

  // What was typed outlives a reload, and whose text it is to be is decided with both in view.
  await admin.reload()
  await expect(admin.getByLabel('Заголовок').first()).toHaveValue('Первый вход')
  await admin.getByRole('button', { name: 'Сравнить тексты' }).click()
  await look(admin, 'document-conflict')
  await admin.getByRole('button', { name: 'Сохранить мой' }).click()
  await expect(admin.getByRole('heading', { name: 'Первый вход' })).toBeVisible()
  await expect(admin.getByText('Ждёт руководителя')).toBeVisible()
  await look(admin, 'document-draft')

  await head.getByRole('button', { name: 'Утвердить' }).click()
  await head.getByRole('dialog').getByRole('button', { name: 'Утвердить' }).click()
  await expect(head.getByText('Это нужно заполнить')).toBeVisible()
  await head.getByLabel('Номер приказа').fill('71-о')
  await look(head, 'document-approving')
  await head.getByRole('dialog').getByRole('button', { name: 'Утвердить' }).click()
  await head.getByRole('button', { name: 'Ввести в действие' }).click()
  await head.getByRole('dialog').getByRole('button', { name: 'Ввести в действие' }).click()

  // Without reloading.
  await phone.getByRole('link', { name: /^Памятка для родителей/ }).click()
  await expect(phone.getByRole('heading', { name: 'Первый вход' })).toBeVisible()
  await look(phone, 'document-read')
  const paper = phone.waitForEvent('download')
  await phone.getByRole('button', { name: 'Скачать' }).click()
  await phone.getByRole('menuitem', { name: 'DOCX для Word' }).click()
  expect((await paper).suggestedFilename()).toMatch(/^Памятка для родителей.*\.docx$/)
})

test('the head: what is acknowledged, what changed since the last edition', async ({ open }) => {
  const page = await open()
  await become(page, 'Громова')
  await page.goto('/documents')
  await page.getByRole('link', { name: /^Положение об использовании/ }).click()
  await expect(page.getByRole('link', { name: /^Ознакомились \d+ из \d+$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Ознакомить', exact: true }).click()
  await look(page, 'document-acknowledge')
  await page.getByRole('button', { name: 'Отмена' }).click()
  await page.getByText('История', { exact: true }).click()
  await look(page, 'document-in-force')
  await page.getByRole('link', { name: 'Редакция 2' }).click()
  await page.getByRole('link', { name: 'Что изменилось' }).click()
  await expect(page.getByText('2 отличия редакции 2 от редакции 1.')).toBeVisible()
  await look(page, 'document-compare')

  // What has a next edition under way gives way to that: only others are repealed.
  await page.goto('/documents')
  await page.getByRole('link', { name: /^Об использовании/ }).click()
  await page.getByRole('button', { name: 'Признать утратившим силу' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Признать утратившим силу' }).click()
  await expect(page.getByText('Это нужно заполнить')).toHaveCount(2)
  await lookAt(page, 'document-repealing')
})
