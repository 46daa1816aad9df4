import { expect, test } from 'vitest'
import { type Letter, recognizeForm } from './recognize-form.ts'

const letter = (text: string, rest: Partial<Letter> = {}) =>
  recognizeForm({ from: { address: 'zav@sad.example', name: 'Заведующая' }, text, orderWords: '', ...rest })

test('a letter that names everything fills in everything but who leads, whose name it leaves out', () => {
  const text = `Здравствуйте!

Просим зарегистрировать МБДОУ детский сад «Колосок» на платформе.
ИНН 5404000005
Адрес: Новосибирская область, с. Раздольное, ул. Школьная, 12
Администратор: воспитатель Соколова Мария Сергеевна
e-mail: sokolova@mail.example
тел. 8 913 900-00-17

С уважением, заведующий`
  expect(letter(text)).toEqual({
    organizationName: 'МБДОУ детский сад «Колосок»',
    kind: 'kindergarten',
    inn: '5404000005',
    address: 'Новосибирская область, с. Раздольное, ул. Школьная, 12',
    headName: '',
    administratorName: 'Соколова Мария Сергеевна',
    email: 'sokolova@mail.example',
    phone: '+7 913 900-00-17',
  })
})

test('what the letter leaves out is looked for in its order; the sender’s address is offered where no other is named', () => {
  const orderWords = `Муниципальное бюджетное дошкольное образовательное учреждение детский сад «Колосок»
ПРИКАЗ
1. Назначить администратором платформы воспитателя Макарову Ксению Алексеевну.
Заведующий ______________ / К. Д. Киселёва`
  expect(letter('Добрый день. Направляем приказ.\n89139000018 Петрова А.И.', { orderWords })).toMatchObject({
    organizationName: 'Муниципальное бюджетное дошкольное образовательное учреждение детский сад «Колосок»',
    kind: 'kindergarten',
    administratorName: 'Макарова Ксения Алексеевна',
    headName: '',
    email: 'zav@sad.example',
    phone: '+7 913 900-00-18',
  })
})

test.each([
  ['ИНН/КПП: 5404000005/540401001', { inn: '5404000005' }],
  ['ИНН 5404000006', { inn: '' }],
  ['ИНН организации — 54 0400 0005, тел. (383) 222-33-44', { inn: '5404000005', phone: '' }],
  ['Директор школы Иванов Пётр Ильич', { headName: 'Иванов Пётр Ильич' }],
  ['Заведующая: Киселёва Клара Денисовна', { headName: 'Киселёва Клара Денисовна' }],
  ['Администратор — Анна-Мария Ким', { administratorName: '' }],
  ['адрес электронной почты: a@b.example', { address: '', email: 'a@b.example' }],
  ['Просит МАОУ СОШ № 12 города Бердска', { organizationName: 'МАОУ СОШ № 12', kind: 'school' }],
  ['МБУДО «Дом творчества»', { organizationName: 'МБУДО «Дом творчества»', kind: 'additional' }],
  ['Я заведующая хозяйством, Хочу Пирожок Завтра', { headName: '' }],
])('«%s»', (text, expected) => {
  expect(letter(text)).toMatchObject(expected)
})

test('what is written to be looked through for ever is looked through at once', () => {
  const began = performance.now()
  for (const piece of [
    'администратор ',
    'Адрес ',
    'ИНН 1 ',
    'МБДОУ «',
    'муниципальная ',
    'А'.repeat(50),
    'a.',
    '9 ',
    'Аа-Аа ',
  ])
    letter(piece.repeat(20_000), { orderWords: piece.repeat(20_000) })
  expect(performance.now() - began).toBeLessThan(3_000)
})

test('what is cut in the middle of a sign, or holds what can not be kept, can be kept', () => {
  const { address } = letter(`Адрес: а${'😀'.repeat(200)}`)
  expect(address.isWellFormed()).toBe(true)
})
