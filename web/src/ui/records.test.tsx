// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { type Column, Records } from './records.tsx'
import { usePicked } from './use-picked.ts'

afterEach(cleanup)

type Child = { id: string; name: string; hasFamily: boolean }
const children: Child[] = [
  { id: '1', name: 'Ваня', hasFamily: false },
  { id: '2', name: 'Оля', hasFamily: true },
  { id: '3', name: 'Лев', hasFamily: false },
]
const columns: Column<Child, 'name' | '-name'>[] = [
  { key: 'name', title: 'Имя', cell: ({ name }) => name, orders: { up: ['name', 'от А'], down: ['-name', 'от Я'] } },
  { key: 'family', title: 'Родители', cell: ({ hasFamily }) => (hasFamily ? 'здесь' : 'нет') },
]
const orders: string[] = []

function List({ rows = children }: { rows?: Child[] }) {
  const picked = usePicked(rows.map(({ id }) => id))
  return (
    <MantineProvider>
      <output>{[...picked.ids].join(' ')}</output>
      <Records
        label="Дети"
        rows={rows}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        order="name"
        onOrder={(order) => orders.push(order)}
        picked={picked}
        mayPick={({ hasFamily }) => !hasFamily}
      />
    </MantineProvider>
  )
}

test('all that may be picked are picked at once, and let go again', () => {
  render(<List />)
  const all = screen.getByRole('checkbox', { name: 'Выбрать все, что показаны' })
  fireEvent.click(all)
  expect(screen.getByRole('status').textContent).toBe('1 3')
  fireEvent.click(screen.getByRole('checkbox', { name: 'Выбрать: Лев' }))
  expect(screen.getByRole('status').textContent).toBe('1')
  fireEvent.click(all)
  fireEvent.click(all)
  expect(screen.getByRole('status').textContent).toBe('')
})

test('what is no longer shown is not picked', () => {
  const { rerender } = render(<List />)
  fireEvent.click(screen.getByRole('checkbox', { name: 'Выбрать: Ваня' }))
  rerender(<List rows={children.slice(1)} />)
  expect(screen.getByRole('status').textContent).toBe('')
})

test('pressing the head of a column turns its order round, and tells which it is', () => {
  render(<List />)
  expect(screen.getByRole('columnheader', { name: 'Имя' }).getAttribute('aria-sort')).toBe('ascending')
  fireEvent.click(screen.getByRole('button', { name: 'Имя' }))
  expect(orders).toEqual(['-name'])
})
