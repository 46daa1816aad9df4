import type { OrganizationId, PhoneChange } from '@kolosok/contract'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { problemOf, useRefuse } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly organizationId: OrganizationId | null
  readonly change: PhoneChange
  readonly onClose: () => void
}

export function RefuseDialog({ organizationId, change, onClose }: Props) {
  const refuse = useRefuse(organizationId, change.id)
  return (
    <ConfirmDialog
      isOpen
      title={t('refuse.title')}
      text={t('refuse.text', { name: change.fullName })}
      confirm={t('refuse')}
      cancel={t('cancel')}
      isPending={refuse.isPending}
      problem={refuse.isError ? problemOf(refuse.error) : null}
      onConfirm={() => refuse.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
