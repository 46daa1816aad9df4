import type { Invitation } from '@kolosok/contract'
import { notifications } from '@mantine/notifications'
import { useOrganization } from '#features/organization-frame/index.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { useRevoke, useRevokeUnclaimed } from './queries.ts'
import { StaffDialog } from './staff-dialog.tsx'
import { t } from './texts.ts'

export type Dialog = 'staff' | 'unclaimed' | { readonly show: Invitation } | { readonly revoke: Invitation } | null

export function InvitationDialogs({
  dialog,
  unclaimed,
  onDialog,
}: {
  dialog: Dialog
  unclaimed: number
  onDialog: (dialog: Dialog) => void
}) {
  const { id } = useOrganization()
  const revoke = useRevoke(id)
  const revokeAll = useRevokeUnclaimed(id)
  const close = () => {
    revoke.reset()
    revokeAll.reset()
    onDialog(null)
  }
  if (dialog === null) return null
  if (dialog === 'staff') {
    return (
      <StaffDialog organizationId={id} onClose={close} onCreated={(invitation) => onDialog({ show: invitation })} />
    )
  }
  if (dialog === 'unclaimed') {
    return (
      <ConfirmDialog
        title={t('unclaimed.title')}
        text={t('unclaimed.text', { count: unclaimed })}
        action={t('revoke')}
        isBusy={revokeAll.isPending}
        hasFailed={revokeAll.isError}
        onClose={close}
        onConfirm={() =>
          revokeAll.mutate(undefined, {
            onSuccess: ({ revoked }) => {
              notifications.show({ message: t('unclaimed.done', { count: revoked }) })
              close()
            },
          })
        }
      />
    )
  }
  if ('show' in dialog) return <LinkDialog invitation={dialog.show} onClose={close} />
  return (
    <ConfirmDialog
      title={t('revoke.title')}
      text={t('revoke.text')}
      action={t('revoke')}
      isBusy={revoke.isPending}
      hasFailed={revoke.isError}
      onClose={close}
      onConfirm={() => revoke.mutate(dialog.revoke.id, { onSuccess: close })}
    />
  )
}
