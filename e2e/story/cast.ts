import type { Applicant } from '../actors/applying.ts'

export const kolosok: Applicant = {
  organization: 'МБДОУ детский сад «Колосок»',
  inn: '5404000005',
  address: 'Новосибирск, улица Полевая, дом 7',
  head: 'Жданова Ирина Павловна',
  administrator: 'Громова Елена Сергеевна',
  phone: '+79139000017',
  email: 'gromova@example.test',
}

export const ryabinka: Applicant = {
  organization: 'МБДОУ детский сад «Рябинка»',
  inn: '5404000012',
  address: 'Новосибирск, улица Лесная, дом 2',
  head: 'Кузнецова Анна Олеговна',
  administrator: 'Белова Мария Петровна',
  phone: '+79139000025',
  email: 'belova@example.test',
}

export const operator = { name: 'Павел Андреевич', phone: '+79139000009' }
export const stranger = { phone: '+79139000099', email: 'stranger@example.test' }
export const teacher = { given: 'Ольга', patronymic: 'Ивановна', family: 'Ершова', phone: '+79139000031' }
export const therapist = { given: 'Нина', patronymic: 'Львовна', family: 'Соколова', phone: '+79139000032' }
export const mother = { given: 'Анна', patronymic: 'Юрьевна', family: 'Волкова', phone: '+79139000041' }
export const father = { given: 'Пётр', patronymic: 'Ильич', family: 'Волков', phone: '+79139000042' }
