import { become } from './actors/demo.ts'
import { thread, write } from './actors/talking.ts'
import { look } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

test('the head makes a chat by a rule, seeing beforehand who will be in it', async ({ open }) => {
  const page = await open()
  await become(page, 'Громова')
  await page.getByRole('link', { name: 'Организация' }).click()
  const sections = page.getByRole('navigation', { name: 'Разделы организации' })
  await sections.getByRole('link', { name: 'Чаты', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Чаты', level: 1 })).toBeVisible()
  await look(page, 'bound-chats')

  await page.getByRole('button', { name: 'Новый чат по правилу' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Название чата').fill('Совет по питанию')
  await dialog.getByRole('button', { name: 'Добавить строку' }).click()
  await dialog.getByLabel('Кого добавить в чат: строка 2').selectOption({ label: 'Педагоги' })
  await expect(dialog.getByRole('status')).toContainText('Татьяна Юрьевна')
  await look(page, 'rule-chat-new')
  await dialog.getByRole('button', { name: 'Создать чат' }).click()
  await expect(dialog).toBeHidden()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Совет по питанию' })
    .getByRole('link', { name: 'Открыть' })
    .click()
  await write(page, 'Добрый день, коллеги')
})

test('a teacher puts a chat together, chooses its rules, and marks who speaks for the parents', async ({ open }) => {
  const [teacher, parent] = [await open(), await open('phone')]
  await become(teacher, 'Лебедева')
  await become(parent, 'Гусева')
  await teacher.goto('/chats')
  await teacher.getByRole('button', { name: 'Написать человеку' }).click()
  await teacher.getByRole('button', { name: 'Создать групповой чат' }).click()
  const dialog = teacher.getByRole('dialog')
  await dialog.getByLabel('Название').fill('Утренник 8 марта')
  await dialog.getByLabel('Кого добавить: имя или должность').fill('Гусева')
  await dialog.getByRole('checkbox', { name: /Гусева/ }).check()
  await look(teacher, 'group-chat-new')
  await dialog.getByRole('button', { name: 'Создать чат' }).click()
  await write(teacher, 'Костюмы шьём сами')
  await parent.goto('/chats')
  await parent.getByRole('link', { name: /Утренник 8 марта/ }).click()
  await expect(thread(parent).getByText('Костюмы шьём сами')).toBeVisible()

  await teacher.getByRole('button', { name: 'О чате и участниках' }).first().click()
  await teacher.getByRole('button', { name: 'Настройки' }).click()
  await teacher.getByRole('radio', { name: 'Только сотрудники' }).check()
  await look(teacher, 'group-chat-settings')
  await teacher.getByRole('button', { name: 'Сохранить' }).click()
  await expect(thread(parent).getByText('Теперь в чат пишут только сотрудники')).toBeVisible()
  await expect(parent.getByLabel('Сообщение', { exact: true })).toHaveCount(0)
  await look(teacher, 'group-chat-panel')

  await teacher.goto('/chats')
  await teacher.getByRole('link', { name: 'Организация' }).click()
  await teacher.getByRole('link', { name: 'Группы', exact: true }).click()
  await teacher
    .getByRole('link', { name: /Младшая/ })
    .first()
    .click()
  const committee = teacher.getByRole('region', { name: 'Родительский актив' })
  await committee.getByRole('button', { name: 'Изменить' }).click()
  await teacher
    .getByRole('dialog')
    .getByRole('checkbox', { name: /Гусева/ })
    .click()
  await look(teacher, 'committee-choose')
  await teacher.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).last().click()
  await expect(committee.getByText('Гусева')).toBeVisible()
  await parent.goto('/chats')
  await expect(parent.getByRole('link', { name: /Родительский актив/ })).toBeVisible()
})
