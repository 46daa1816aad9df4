import { TextInput } from '@mantine/core'
import { t } from './texts.ts'

export type OwnName = { readonly givenName: string; readonly patronymic: string; readonly familyName: string }

const fields = [
  ['familyName', 'family-name'],
  ['givenName', 'given-name'],
  ['patronymic', 'additional-name'],
] as const

export function NameFields({ getInputProps }: { getInputProps: (field: keyof OwnName) => object }) {
  return fields.map(([field, autoComplete]) => (
    <TextInput
      key={field}
      label={t(`ask.${field}`)}
      autoComplete={autoComplete}
      autoCapitalize="words"
      maxLength={60}
      {...getInputProps(field)}
    />
  ))
}
