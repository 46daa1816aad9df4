import type { Confirmation, OrganizationId } from '@kolosok/contract'
import { isProblem } from '#lib/api.ts'
import { useDecide } from './queries.ts'
import { type Action, ReasonDialog } from './reason-dialog.tsx'
import { t } from './texts.ts'

type Props = {
  readonly organizationId: OrganizationId
  readonly request: Confirmation
  readonly action: Action
  readonly onClose: () => void
}

export function DecideDialog({ organizationId, request, action, onClose }: Props) {
  const decide = useDecide(organizationId, action)
  const failed = isProblem(decide.error, 'confirmation-decided') ? t('error.decided') : t('error.failed')
  return (
    <ReasonDialog
      action={action}
      name={request.fullName}
      position={request.position}
      isPending={decide.isPending}
      problem={decide.isError ? failed : null}
      onDecide={(text) => decide.mutate({ id: request.id, text }, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
