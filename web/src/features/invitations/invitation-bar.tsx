import { Button } from '@mantine/core'
import type { InvitationId } from '@kolosok/contract'
import type { Picked } from '#ui/use-picked.ts'
import type { Dialog } from './invitation-dialogs.tsx'
import classes from './invitations.module.css'
import { t } from './texts.ts'

type Props = {
  readonly unclaimed: number
  readonly reminders: number
  readonly picked: Picked<InvitationId>
  readonly onDialog: (dialog: Dialog) => void
}

/** What can be done with many at once: with those that are picked, or with those nobody uses. */
export function InvitationBar({ unclaimed, reminders, picked, onDialog }: Props) {
  const { ids } = picked
  return (
    <div className={classes.bar} aria-live="polite">
      {ids.size > 0 && (
        <>
          <span className={classes.picked}>{t('selected', { count: ids.size })}</span>
          <Button color="red" variant="light" onClick={() => onDialog({ selected: [...ids] })}>
            {t('selected.revoke')}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => picked.set([])}>
            {t('selected.none')}
          </Button>
        </>
      )}
      {ids.size === 0 && unclaimed > 0 && (
        <Button variant="default" onClick={() => onDialog('unclaimed')}>
          {t('unclaimed', { count: unclaimed })}
        </Button>
      )}
      {ids.size === 0 && reminders > 0 && (
        <Button variant="default" onClick={() => onDialog('remind')}>
          {t('remind', { count: reminders })}
        </Button>
      )}
    </div>
  )
}
