import { ActionIcon, Group } from '@mantine/core'
import { IconStar, IconStarFilled } from '@tabler/icons-react'
import { t } from './texts.ts'

type Props = { readonly value: number; readonly onChange: (stars: number) => void }

/** One to five, each big enough for a thumb. */
export function Stars({ value, onChange }: Props) {
  return (
    <Group gap={4} role="group" aria-label={t('rate.title')}>
      {[1, 2, 3, 4, 5].map((stars) => {
        const Icon = stars <= value ? IconStarFilled : IconStar
        return (
          <ActionIcon
            key={stars}
            variant="subtle"
            size={48}
            aria-label={t('rate.stars', { stars })}
            aria-pressed={stars === value}
            onClick={() => onChange(stars)}
          >
            <Icon size={30} />
          </ActionIcon>
        )
      })}
    </Group>
  )
}
