import { SegmentedControl, Stack, Text } from '@mantine/core'
import type { Departure } from '@kolosok/contract'
import type { Choice } from './choice.ts'
import { HeirSelect } from './heir-select.tsx'
import { t } from './texts.ts'

type Props = {
  readonly departure: Departure
  readonly choice: Choice
  readonly onChange: (choice: Choice) => void
  readonly error: string | undefined
}

/** Live links end, or somebody of the office answers for them from now on. */
export function LinksChoice({ departure, choice, onChange, error }: Props) {
  const title = t('links', { count: departure.linkCount })
  return (
    <Stack gap="xs">
      <Text fw={600}>{title}</Text>
      <SegmentedControl
        fullWidth
        aria-label={title}
        value={choice.areLinksKept ? 'keep' : 'revoke'}
        onChange={(value) => onChange({ ...choice, areLinksKept: value === 'keep' })}
        data={(['keep', 'revoke'] as const).map((value) => ({ value, label: t(`links.${value}`) }))}
      />
      {choice.areLinksKept && (
        <HeirSelect
          label={t('links.to')}
          departure={departure}
          candidates={departure.linkCandidates}
          value={choice.linksTo ?? departure.linkCandidates[0] ?? null}
          onChange={(linksTo) => onChange({ ...choice, linksTo })}
          error={error}
        />
      )}
    </Stack>
  )
}
