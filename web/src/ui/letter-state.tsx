import type { OutgoingLetter } from '@kolosok/contract'
import { Text } from '@mantine/core'
import { formatMoment } from '#lib/dates.ts'
import { createTexts } from '#lib/i18n.ts'
import { letterSentence } from '#lib/outgoing-letter.ts'
import { letterState } from '#locales/ru/letter-state.ts'

const t = createTexts(letterState)

/** What became of a letter somebody counts on: said aloud where it did not arrive. */
export function LetterState({ letter }: { readonly letter: OutgoingLetter }) {
  const { key, isBad } = letterSentence(letter)
  return (
    <Text fz="sm" mt="xs" {...(isBad ? { c: 'var(--danger)', role: 'alert' } : { c: 'dimmed' })}>
      {t(key, { at: formatMoment(letter.at) })}
    </Text>
  )
}
