import type { GroupName } from './families.ts'

type Staff = {
  readonly name: string
  readonly position: string
  /** The groups this person leads, or is attached to as a specialist. */
  readonly leads?: readonly GroupName[]
  readonly attachedTo?: readonly GroupName[]
  readonly isConfirmed: boolean
}

export const organization = {
  name: 'МБДОУ детский сад «Колосок»',
  inn: '5263015824',
  address: '607650, Нижегородская область, г. Кстово, ул. Полевая, д. 12',
  head: 'Громова Анна Павловна',
  email: 'sad.kolosok@example.org',
} as const

/** The administrator of the application comes first, the head second. */
export const administrator: Staff = {
  name: 'Соколова Ольга Викторовна',
  position: 'старший воспитатель',
  isConfirmed: true,
}
export const head: Staff = { name: 'Громова Анна Павловна', position: 'заведующий', isConfirmed: true }
export const teachers: readonly Staff[] = [
  { name: 'Лебедева Мария Сергеевна', position: 'воспитатель', leads: ['Младшая'], isConfirmed: true },
  { name: 'Орлова Татьяна Юрьевна', position: 'воспитатель', leads: ['Средняя'], isConfirmed: true },
  { name: 'Белова Ирина Олеговна', position: 'воспитатель', leads: ['Старшая'], isConfirmed: true },
  { name: 'Зайцева Екатерина Андреевна', position: 'воспитатель', isConfirmed: false },
  {
    name: 'Назаров Пётр Ильич',
    position: 'учитель-логопед',
    attachedTo: ['Младшая', 'Старшая'],
    isConfirmed: true,
  },
]
/** Comes last: everybody else keeps the number they had without her. */
export const deputy: Staff = {
  name: 'Ковалёва Людмила Фёдоровна',
  position: 'заместитель заведующего',
  isConfirmed: true,
}
/** Who speaks for the parents of a group, by what they sign with. */
export const committee: Readonly<Record<GroupName, string>> = {
  Младшая: 'мама Вани',
  Средняя: 'папа Матвея',
  Старшая: 'мама Феди',
}
