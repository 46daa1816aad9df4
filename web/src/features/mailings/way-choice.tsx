import type { SendingWay } from '@kolosok/contract'
import { Checkbox, Stack, Text } from '@mantine/core'
import type { Recipients } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly ways: readonly SendingWay[]
  readonly messages: Recipients['messages']
  readonly chosen: readonly SendingWay[]
  readonly onChange: (ways: readonly SendingWay[]) => void
}

/** How many messages go out by what was chosen. */
export function countOf(messages: Recipients['messages'], chosen: readonly SendingWay[]): number {
  const [only] = chosen
  if (chosen.length === 2) return messages.both
  return only === undefined ? 0 : messages[only]
}

/** By letter, by SMS or by whichever somebody has. */
export function WayChoice({ ways, messages, chosen, onChange }: Props) {
  return (
    <>
      <Checkbox.Group
        label={t('families.ways')}
        value={[...chosen]}
        onChange={(values) => onChange(ways.filter((way) => values.includes(way)))}
      >
        <Stack gap={4} mt={6}>
          {ways.map((way) => (
            <Checkbox
              key={way}
              size="md"
              py={8}
              value={way}
              label={t(`families.way.${way}`, { count: messages[way] })}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {chosen.length === 2 && (
        <Text size="sm" c="dimmed">
          {t('families.both')}
        </Text>
      )}
    </>
  )
}
