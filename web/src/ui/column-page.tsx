import { Button, Container, Group, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { HelpMark } from './help-mark.tsx'

type Props = {
  readonly backTo: '/operator' | '/operator/backups'
  /** On the way back: where it leads. */
  readonly back: string
  readonly title: string
  /** What the page is for, in a sentence. */
  readonly lead?: string
  readonly width?: number
  readonly children: ReactNode
}

/** A page of the operator's in one column: the way back, its title with «?», what it is for. */
export function ColumnPage({ backTo, back, title, lead, width = 640, children }: Props) {
  return (
    <Container size={width} py="lg">
      <Button
        component={Link}
        to={backTo}
        variant="subtle"
        ml={-18}
        leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
      >
        {back}
      </Button>
      <Group justify="space-between" align="start" wrap="nowrap" gap="xs">
        <Title order={1} fz={26}>
          {title}
        </Title>
        <HelpMark />
      </Group>
      {lead !== undefined && (
        <Text c="dimmed" mb="md">
          {lead}
        </Text>
      )}
      {children}
    </Container>
  )
}
