import type { Confirmation, OrganizationId } from '@kolosok/contract'
import { Text } from '@mantine/core'
import { ManyDialog, Names } from '#features/deciding/index.ts'
import { useDecideTogether } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly organizationId: OrganizationId
  readonly decision: 'confirm' | 'refuse'
  /** As they stood when they were picked: what is decided leaves the queue. */
  readonly requests: readonly Confirmation[]
  readonly onClose: () => void
}

export function DecideMany({ organizationId, decision, requests, onClose }: Props) {
  const decide = useDecideTogether(organizationId)
  const confirmationIds = requests.map(({ id }) => id)
  const count = requests.length
  const run = (reason: string) =>
    decide.mutate(decision === 'confirm' ? { decision, confirmationIds } : { decision, confirmationIds, reason })
  return (
    <ManyDialog
      title={t(`many.${decision}.title`, { count })}
      submit={t(`many.${decision}`, { count })}
      needsReason={decision === 'refuse'}
      decision={{ ...decide, run }}
      nameOf={(id) => requests.find((request) => request.id === id)?.fullName ?? ''}
      onClose={onClose}
    >
      <Text>{t(`many.${decision}.text`)}</Text>
      <Names
        names={requests.map(({ id, fullName, position }) => ({ id, text: t('many.line', { fullName, position }) }))}
      />
    </ManyDialog>
  )
}
