import type { DeletionLine, DeletionObstacle } from '@kolosok/contract'
import { Button, List, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { DeletionDialog } from './deletion-dialog.tsx'
import { t } from './texts.ts'

type Props = {
  readonly deletion: { readonly obstacles: readonly DeletionObstacle[]; readonly lines: readonly DeletionLine[] }
}

/** What goes, what stays and why, before it is done for good. */
export function DeletionPart({ deletion: { obstacles, lines } }: Props) {
  const [isAsking, setAsking] = useState(false)
  return (
    <Stack align="flex-start">
      <div>
        <Title order={2} fz="lg">
          {t('deletion.title')}
        </Title>
        <Text c="dimmed">{t('deletion.text')}</Text>
      </div>
      {(['erased', 'emptied', 'kept'] as const).map((become) => (
        <Lines key={become} become={become} lines={lines.filter((line) => line.become === become)} />
      ))}
      {obstacles.map((one) => (
        <Text key={one}>{t(`deletion.${one}`)}</Text>
      ))}
      {obstacles.includes('still-member') && (
        <Button component={Link} to="/leaving" variant="default">
          {t('deletion.leave')}
        </Button>
      )}
      {obstacles.length === 0 && (
        <Button variant="light" color="red" onClick={() => setAsking(true)}>
          {t('deletion.start')}
        </Button>
      )}
      {isAsking && <DeletionDialog onClose={() => setAsking(false)} />}
    </Stack>
  )
}

type LinesProps = { readonly become: DeletionLine['become']; readonly lines: readonly DeletionLine[] }

/** In a sentence; every kind of data is named by whoever wants to know it exactly. */
function Lines({ become, lines }: LinesProps) {
  return (
    <div>
      <Text fw={600}>{t(`deletion.${become}`)}</Text>
      <Text>{t(`deletion.${become}.short`)}</Text>
      <details>
        <Text component="summary" py="xs">
          {t('deletion.all', { count: lines.length })}
        </Text>
        <List size="sm" withPadding>
          {lines.map(({ what, because }) => (
            <List.Item key={what}>{because === '' ? what : t('deletion.line', { what, because })}</List.Item>
          ))}
        </List>
      </details>
    </div>
  )
}
