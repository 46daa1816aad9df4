import { TextInput, type TextInputProps } from '@mantine/core'
import type { ChangeEvent } from 'react'
import { groupPhone } from '#lib/phone.ts'

type Props = Omit<TextInputProps, 'onChange' | 'value'> & {
  readonly value?: string
  readonly onChange: (value: string) => void
}

/** Takes any spelling; groups the digits only while they are added at the end, so that the caret never jumps. */
export function PhoneField({ value = '', onChange, ...props }: Props) {
  function handleChange({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const { value: typed, selectionStart } = currentTarget
    const isAppending = typed.length > value.length && selectionStart === typed.length
    onChange(isAppending ? groupPhone(typed) : typed)
  }
  return (
    <TextInput
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      placeholder="+7 912 345-67-89"
      {...props}
      value={value}
      onChange={handleChange}
    />
  )
}
