import { become } from './actors/demo.ts'
import { look } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

const heldDay = new Date(Date.now() - 12 * 86_400_000).toISOString().slice(0, 10)

test('a teacher ticks who was at a meeting and writes its protocol, which a mother reads', async ({ open }) => {
  const [phone, desk] = [await open('phone'), await open()]
  await become(desk, 'Белова Ирина')
  await desk.goto(`/calendar?view=list&day=${heldDay}`)
  await desk.getByRole('link', { name: 'Как мы готовимся к школе' }).click()
  const attendance = desk.getByRole('region', { name: 'Кто пришёл' })
  await expect(attendance.getByText('Был(а) в зале').first()).toBeVisible()

  await desk.getByRole('link', { name: 'Что решили' }).click()
  await expect(desk.getByText('Открыть хор с января.')).toBeVisible()
  await look(desk, 'protocol-signed')
  await desk.getByRole('button', { name: 'Исправить' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Исправить' }).click()
  await desk.getByLabel('Решили').nth(1).fill('Открыть хор с февраля.')
  await expect(desk.getByText('Всё сохранено')).toBeVisible()
  await look(desk, 'protocol-editor')
  await desk.goBack()

  await attendance.getByText('Нет', { exact: true }).click()
  await attendance.getByRole('group').first().getByRole('button', { name: 'В зале' }).click()
  await attendance.getByLabel('Ещё кто-то пришёл').fill('Директор школы № 3')
  await attendance.getByRole('button', { name: 'Добавить' }).click()
  await expect(attendance.getByText('Директор школы № 3')).toBeVisible()
  await look(desk, 'attendance')
  await attendance.getByRole('button', { name: 'Список для печати' }).click()
  const file = desk.waitForEvent('download')
  await desk.getByRole('menuitem', { name: 'Excel' }).click()
  expect((await file).suggestedFilename()).toContain('Как мы готовимся к школе.xlsx')

  await desk.getByRole('link', { name: 'Протокол' }).click()
  await desk.getByRole('button', { name: 'Подписать' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Подписать' }).click()
  await expect(desk.getByText(/^Подписан:/)).toBeVisible()

  await become(phone, 'Быкова Алла')
  await phone.goto(new URL(desk.url()).pathname)
  await expect(phone.getByText('Открыть хор с февраля.')).toBeVisible()
  await expect(phone.getByText('Присутствовали')).toBeHidden()

  await become(desk, 'Орлова Татьяна')
  await desk.getByRole('link', { name: 'Календарь' }).click()
  await desk.getByRole('link', { name: 'Занятия за год' }).click()
  await desk.getByRole('button', { name: 'Показать занятия' }).click()
  await expect(desk.getByText('Осень в красках')).toBeVisible()
  await look(desk, 'lessons-of-year')
  await desk.getByRole('link', { name: 'Кто зимует рядом с нами' }).click()
  await expect(desk.getByRole('link', { name: 'Материалы занятия' })).toBeVisible()
  await expect(desk.getByText('Вера нарисовала синицу.')).toBeVisible()
  await look(desk, 'lesson')

  await become(phone, 'Новикова')
  await phone.getByRole('link', { name: 'Календарь' }).click()
  await expect(phone.getByRole('region', { name: 'Задано на дом' })).toBeHidden()
  await become(phone, 'Павлова')
  await phone.getByRole('link', { name: /Календарь.*жд[ёу]т вас/ }).click()
  await look(phone, 'open-tasks')
  await phone
    .getByRole('region', { name: 'Задано на дом' })
    .getByRole('link', { name: /Кто зимует рядом/ })
    .click()
  await expect(phone.getByText('Нарисуйте вместе птицу')).toBeVisible()
  await look(phone, 'lesson-of-mother')
})
