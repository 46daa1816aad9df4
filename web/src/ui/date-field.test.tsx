// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { DateField } from './date-field.tsx'

afterEach(cleanup)

const sent: string[] = []

function Form() {
  const [until, setUntil] = useState('')
  return (
    <MantineProvider>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          sent.push(until)
        }}
      >
        <DateField label="Сдать до" value={until} onChange={setUntil} />
        <input type="submit" value="Сохранить" />
      </form>
    </MantineProvider>
  )
}

test('what nobody can read is not sent as no date, is kept and explained; put right or taken away, it goes', () => {
  render(<Form />)
  const field = screen.getByLabelText<HTMLInputElement>('Сдать до')
  const save = () => fireEvent.click(screen.getByRole('button', { name: 'Сохранить' }))

  fireEvent.change(field, { target: { value: '31.02.2027' } })
  save()
  expect(sent).toEqual([])
  expect(field.value).toBe('31.02.2027')
  expect(field.getAttribute('aria-invalid')).toBe('true')

  fireEvent.change(field, { target: { value: '28.02.2027' } })
  save()
  fireEvent.change(field, { target: { value: '' } })
  save()
  expect(sent).toEqual(['2027-02-28', ''])
})
