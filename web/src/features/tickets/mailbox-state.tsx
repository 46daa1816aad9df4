import type { Mailbox } from '@kolosok/contract'
import { Alert } from '@mantine/core'
import { formatMoment } from '#lib/dates.ts'
import { t } from './texts.ts'
import classes from './tickets.module.css'

/** How fetching letters goes: why not, and that nothing is lost meanwhile. */
export function MailboxState({ mailbox: { name, checkedAt, failing } }: { mailbox: Mailbox }) {
  if (failing)
    return (
      <Alert color="red" variant="light" title={t('mailbox.failing', { name, since: formatMoment(failing.since) })}>
        {t(`mailbox.${failing.reason}`)} {t('mailbox.next', { at: formatMoment(failing.nextAt) })}
      </Alert>
    )
  const words =
    checkedAt === null ? t('mailbox.new', { name }) : t('mailbox.well', { name, at: formatMoment(checkedAt) })
  return <p className={classes.lead}>{words}</p>
}
