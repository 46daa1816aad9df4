import type { Person } from '@kolosok/contract'
import { useUnconfirm } from './queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { t } from './texts.ts'

type Props = { readonly person: Person; readonly onClose: () => void }

/** The status of somebody who is confirmed, whether they asked for it or an order or a list said so. */
export function UnconfirmDialog({ person, onClose }: Props) {
  const unconfirm = useUnconfirm(person.membershipId)
  return (
    <ReasonDialog
      action="withdraw"
      name={person.name}
      isPending={unconfirm.isPending}
      problem={unconfirm.isError ? t('error.failed') : null}
      onDecide={(reason) => unconfirm.mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
