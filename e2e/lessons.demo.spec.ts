import { become } from './actors/demo.ts'
import { look } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

const heldDay = new Date(Date.now() - 12 * 86_400_000).toISOString().slice(0, 10)

test('a teacher ticks who was at a meeting and takes the list', async ({ open }) => {
  const desk = await open()
  await become(desk, 'Белова Ирина')
  await desk.goto(`/calendar?view=list&day=${heldDay}`)
  await desk.getByRole('link', { name: 'Как мы готовимся к школе' }).click()
  const attendance = desk.getByRole('region', { name: 'Кто пришёл' })
  await expect(attendance.getByText(/на связи \d+/).first()).toBeVisible()
  await look(desk, 'attendance')
  await attendance.getByText('Нет', { exact: true }).click()
  const absent = attendance.getByRole('group').first()
  await absent.getByRole('button', { name: 'В зале' }).click()
  await attendance.getByText('Пришли', { exact: true }).click()
  await attendance.getByLabel('Ещё кто-то пришёл').fill('Директор школы № 3')
  await attendance.getByRole('button', { name: 'Добавить' }).click()
  await expect(attendance.getByText('Директор школы № 3')).toBeVisible()
  await attendance.getByRole('button', { name: 'Список для печати' }).click()
  const file = desk.waitForEvent('download')
  await desk.getByRole('menuitem', { name: 'Excel' }).click()
  expect((await file).suggestedFilename()).toContain('Как мы готовимся к школе.xlsx')
})
