import type { GroupId, Invitation, InvitationId } from '@kolosok/contract'
import { notifications } from '@mantine/notifications'
import {
  AddressesDialog,
  ExpectedDialog,
  FamiliesDialog,
  type Recipients,
  RemindDialog,
} from '#features/mailings/index.ts'
import { useOrganization } from '#features/organization-frame/index.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { addressesOf, titleOf } from './invitation-facts.ts'
import type { Filter } from './invitation-filters.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { useRevoke, useRevokeSelected, useRevokeUnclaimed } from './queries.ts'
import { StaffDialog } from './staff-dialog.tsx'
import { t } from './texts.ts'

export type Dialog =
  | 'staff'
  | 'unclaimed'
  | 'families'
  | 'expected'
  | 'colleagues'
  | 'remind'
  | { readonly send: Invitation }
  | { readonly selected: readonly InvitationId[] }
  | { readonly show: Invitation }
  | { readonly revoke: Invitation }
  | null

const sendings = ['families', 'expected', 'colleagues', 'remind'] as const
const isSending = (dialog: Dialog): dialog is (typeof sendings)[number] => sendings.some((what) => what === dialog)

type Props = {
  readonly dialog: Dialog
  /** What nobody uses, of those the filter means. */
  readonly unclaimed: number
  readonly filter: Filter
  /** Whose families are written to; null for all. */
  readonly group: { readonly id: GroupId; readonly name: string } | null
  /** Whom the list would reach; not known yet while it loads. */
  readonly recipients: Recipients | undefined
  readonly onDialog: (dialog: Dialog) => void
}

export function InvitationDialogs({ dialog, unclaimed, filter, group, recipients, onDialog }: Props) {
  const { id } = useOrganization()
  const revoke = useRevoke(id)
  const revokeAll = useRevokeUnclaimed(id)
  const revokeThese = useRevokeSelected(id)
  const close = () => {
    revoke.reset()
    revokeAll.reset()
    revokeThese.reset()
    onDialog(null)
  }
  const finish = ({ revoked }: { revoked: number }) => {
    notifications.show({ message: t('unclaimed.done', { count: revoked }) })
    close()
  }
  if (dialog === null) return null
  if (dialog === 'staff') {
    return (
      <StaffDialog organizationId={id} onClose={close} onCreated={(invitation) => onDialog({ show: invitation })} />
    )
  }
  if (isSending(dialog)) {
    return <SendingDialog what={dialog} group={group} recipients={recipients} onClose={close} />
  }
  if (dialog === 'unclaimed') {
    return (
      <ConfirmDialog
        title={t('unclaimed.title')}
        text={t('unclaimed.text', { count: unclaimed })}
        action={t('unclaimed.action', { count: unclaimed })}
        isBusy={revokeAll.isPending}
        hasFailed={revokeAll.isError}
        onClose={close}
        onConfirm={() => revokeAll.mutate(filter, { onSuccess: finish })}
      />
    )
  }
  if ('selected' in dialog) {
    const count = dialog.selected.length
    return (
      <ConfirmDialog
        title={t('selected.title', { count })}
        text={t('selected.text')}
        action={t('unclaimed.action', { count })}
        isBusy={revokeThese.isPending}
        hasFailed={revokeThese.isError}
        onClose={close}
        onConfirm={() => revokeThese.mutate(dialog.selected, { onSuccess: finish })}
      />
    )
  }
  if ('send' in dialog) {
    const { send } = dialog
    const invitation = { id: send.id, whom: titleOf(send), known: addressesOf(send) }
    return <AddressesDialog organizationId={id} invitation={invitation} onClose={close} />
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

type SendingProps = Pick<Props, 'group' | 'recipients'> & {
  readonly what: (typeof sendings)[number]
  readonly onClose: () => void
}

/** What goes out by letter or SMS to many. */
function SendingDialog({ what, group, recipients, onClose }: SendingProps) {
  const { id } = useOrganization()
  const common = { organizationId: id, onClose }
  switch (what) {
    case 'families':
      return <FamiliesDialog {...common} group={group} />
    case 'colleagues':
      return <AddressesDialog {...common} />
    case 'expected':
      return recipients && <ExpectedDialog {...common} recipients={recipients} />
    case 'remind':
      return <RemindDialog {...common} groupId={group?.id ?? null} count={recipients?.reminders ?? 0} />
  }
}
