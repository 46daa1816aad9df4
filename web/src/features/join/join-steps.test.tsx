// @vitest-environment happy-dom
import type { OpenInvitation } from '@kolosok/contract'
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { ConsentStep } from './consent-step.tsx'
import type { Draft } from './draft.ts'
import { type Known, NameStep } from './name-step.tsx'
import { PaperWay } from './paper-way.tsx'

beforeAll(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }))
})
afterEach(cleanup)

const show = (page: ReactNode) => render(<MantineProvider env="test">{page}</MantineProvider>)
const known: Known = {
  name: null,
  childName: 'Кузнецов Ваня',
  childGenitive: 'Вани',
  position: '',
  role: 'parent',
}
const empty: Draft = {
  givenName: '',
  patronymic: '',
  familyName: '',
  position: '',
  who: '',
  label: null,
  hasAgreed: false,
}
const type = (label: string, value: string) => {
  const field = screen.getByRole('textbox', { name: label })
  fireEvent.change(field, { target: { value } })
  fireEvent.blur(field)
}
const valueOf = (label: string) => screen.getByRole<HTMLInputElement>('textbox', { name: label }).value

function Name({ onDone = vi.fn(), ...change }: Partial<Known> & { onDone?: () => void }) {
  const [draft, setDraft] = useState(empty)
  const onChange = (part: Partial<Draft>) => setDraft((current) => ({ ...current, ...part }))
  return <NameStep known={{ ...known, ...change }} draft={draft} onChange={onChange} onDone={onDone} />
}

test('the signature follows from the patronymic, until it is written by hand', () => {
  show(<Name />)
  type('Имя', 'Елена')
  type('Отчество', 'Павловна')
  expect(valueOf('Подпись рядом с именем')).toBe('мама Вани')

  fireEvent.click(screen.getByRole('radio', { name: 'бабушка' }))
  expect(valueOf('Подпись рядом с именем')).toBe('бабушка Вани')
  type('Подпись рядом с именем', 'бабушка Вани и Сони')
  expect(valueOf('Подпись рядом с именем')).toBe('бабушка Вани и Сони')
})

test('a whole name in one field is taken apart', () => {
  show(<Name />)
  type('Имя', 'Кузнецова Елена Павловна')
  expect(['Имя', 'Отчество', 'Фамилия'].map(valueOf)).toEqual(['Елена', 'Павловна', 'Кузнецова'])
  expect(valueOf('Подпись рядом с именем')).toBe('мама Вани')
})

test('Enter goes to the next field, and from the last one on', () => {
  show(<Name />)
  const given = screen.getByRole('textbox', { name: 'Имя' })
  given.focus()
  fireEvent.keyDown(given, { key: 'Enter' })
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Отчество' }))
})

test('everything that is missing is said at once, and what was typed stays', () => {
  const onDone = vi.fn()
  show(<Name onDone={onDone} />)
  type('Отчество', 'Павл')
  fireEvent.click(screen.getByRole('button', { name: 'Дальше' }))

  expect(screen.getByText('Напишите имя')).toBeDefined()
  expect(screen.getByText('Напишите фамилию')).toBeDefined()
  expect(screen.getByText('Выберите, кем вы приходитесь, или напишите сами')).toBeTruthy()
  expect(valueOf('Отчество')).toBe('Павл')
  expect(onDone).not.toHaveBeenCalled()
})

test('whoever has a name already is asked only whose parent they are', () => {
  show(<Name name="Елена Павловна Кузнецова" />)
  expect(screen.queryByRole('textbox', { name: 'Имя' })).toBeNull()
  expect(screen.getByRole('heading', { name: 'Вы: Елена Павловна Кузнецова' })).toBeTruthy()
})

const invitation: OpenInvitation = {
  kind: 'child',
  role: 'parent',
  organization: { name: 'МБДОУ детский сад «Колосок»', logoId: null, shortName: 'Колосок' },
  chatTitle: null,
  groupNames: ['Младшая'],
  inviter: { name: 'Мария Сергеевна', position: 'воспитатель', isConfirmed: true },
  expiresAt: '2026-12-06T08:00:00.000Z',
}

test('without the tick nobody gets in; refusing leads to paper', () => {
  const [onEnter, onRefuse] = [vi.fn(), vi.fn()]
  const rest = { invitation, isBusy: false, error: null, onAgree: vi.fn(), onEnter, onRefuse }
  show(<ConsentStep {...rest} hasAgreed={false} />)

  fireEvent.click(screen.getByRole('button', { name: 'Войти в чат' }))
  expect(screen.getByText(/Без согласия войти нельзя/)).toBeTruthy()
  expect(onEnter).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: 'Не хочу соглашаться здесь' }))
  expect(onRefuse).toHaveBeenCalled()
})

test('the paper way says whom to turn to and what happens', () => {
  show(<PaperWay invitation={invitation} onBack={vi.fn()} />)
  expect(screen.getByText(/принимает Мария Сергеевна или администрация/)).toBeTruthy()
})
