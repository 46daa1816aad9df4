import { become } from './actors/demo.ts'
import { look, lookAt } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

test('the operator announces a webinar, and a teacher takes a seat in it', async ({ open }) => {
  const [operator, teacher] = [await open(), await open('phone')]
  await become(operator, 'Степанова')
  await operator.goto('/operator/webinars')
  await expect(operator.getByRole('heading', { level: 1 })).toBeVisible()
  await look(operator, 'operator-webinars')
  await operator.getByRole('button', { name: 'Новый' }).click()
  await operator.getByLabel('О чём').fill('Материалы группы: где хранить и как делиться')
  await lookAt(operator, 'operator-webinar-editor')
  await operator.getByRole('button', { name: 'Сохранить черновик' }).click()
  await operator.getByRole('button', { name: 'Объявить' }).click()
  await operator.getByRole('dialog').getByRole('button', { name: 'Объявить' }).click()
  await expect(operator.getByText('Объявлено, запись открыта')).toBeVisible()

  await become(teacher, 'Лебедева')
  await teacher.goto('/webinars')
  await expect(teacher.getByText('Материалы группы: где хранить')).toBeVisible()
  await look(teacher, 'webinars')
  await teacher.getByText('Материалы группы: где хранить').click()
  await teacher.getByRole('button', { name: 'Записаться' }).click()
  await lookAt(teacher, 'webinar-name')
  await teacher.getByRole('dialog').getByRole('button', { name: 'Записаться' }).click()
  await expect(teacher.getByText(/^Вы записаны\. Напомним/)).toBeVisible()
  await look(teacher, 'webinar')
  await expect(operator.getByText('Лебедева')).toBeVisible()
})
