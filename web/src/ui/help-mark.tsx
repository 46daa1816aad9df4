import { ActionIcon, Group } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import { Link, useMatches } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { t } from './texts.ts'

/** «?»: to the instruction about this page. */
export function HelpMark() {
  const screen = useMatches({ select: (matches) => matches.at(-1)?.fullPath ?? '' })
  return (
    <ActionIcon
      renderRoot={(props) => <Link to="/help/about" search={{ screen }} preload={false} {...props} />}
      variant="subtle"
      color="gray"
      size={44}
      aria-label={t('how')}
      title={t('how')}
    >
      <IconHelp size={22} stroke={1.6} />
    </ActionIcon>
  )
}

/** A page's heading, and «?» at the end of its line. */
export const Explained = ({ children }: { children: ReactNode }) => (
  <Group justify="space-between" align="start" wrap="nowrap" gap="xs">
    {children}
    <HelpMark />
  </Group>
)
