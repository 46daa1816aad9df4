import { become } from './actors/demo.ts'
import { look, lookAt } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

const HELD = 'Безопасное общение с родителями'

test('the operator announces a webinar, and a teacher takes a seat in it; anybody checks the certificate of the last one', async ({
  open,
}) => {
  const [operator, teacher] = [await open(), await open('phone')]
  await become(operator, 'Степанова')
  await operator.goto('/operator/webinars')
  await expect(operator.getByText(HELD)).toBeVisible()
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

  await become(teacher, 'Ковалёва')
  await teacher.goto('/webinars')
  await teacher.getByText(HELD).click()
  const paper = teacher.getByRole('link', { name: /^№ / })
  const number = /№ (\S+)\./.exec((await paper.textContent()) ?? '')?.[1] ?? ''
  await look(teacher, 'webinar-past')
  await paper.click()
  await expect(teacher.getByText('Свидетельство подлинное')).toBeVisible()
  await look(teacher, 'certificate')

  await operator.goto('/operator/webinars')
  await operator.getByText(HELD).click()
  await expect(operator.getByText(number)).toBeVisible()
  await look(operator, 'operator-webinar-past')
})
