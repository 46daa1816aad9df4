import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from './records-texts.ts'

/** Tells what is typed once the hand rests. */
export function SearchField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const [typed, setTyped] = useState(value)
  const [before, setBefore] = useState(value)
  if (value !== before) {
    setBefore(value)
    // Changed from outside, and not by what was typed a moment ago.
    if (typed.trim() === before) setTyped(value)
  }
  const tell = useDebouncedCallback(onChange, 200)
  const type = (next: string) => {
    setTyped(next)
    tell(next.trim())
  }
  return (
    <TextInput
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      label={label}
      leftSection={<IconSearch size={20} aria-hidden="true" />}
      rightSection={typed !== '' && <CloseButton aria-label={t('search.clear')} onClick={() => type('')} />}
      maxLength={100}
    />
  )
}
