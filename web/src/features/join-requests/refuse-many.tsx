import { Text } from '@mantine/core'
import { ManyDialog, Names } from '#features/deciding/index.ts'
import { type ManyProps, nameAmong } from './accept-many.tsx'
import { useDecideTogether } from './queries.ts'
import { t } from './texts.ts'

export function RefuseMany({ organizationId, requests, onClose }: ManyProps) {
  const decide = useDecideTogether(organizationId)
  const joinRequestIds = requests.map(({ id }) => id)
  return (
    <ManyDialog
      title={t('many.refuse.title', { count: requests.length })}
      submit={t('many.refuse', { count: requests.length })}
      needsReason
      decision={{ ...decide, run: (reason) => decide.mutate({ decision: 'refuse', joinRequestIds, reason }) }}
      nameOf={nameAmong(requests)}
      onClose={onClose}
    >
      <Text>{t('many.refuse.text')}</Text>
      <Names names={requests.map(({ id, fullName }) => ({ id, text: fullName }))} />
    </ManyDialog>
  )
}
