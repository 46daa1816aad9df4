import type { ShownMessage } from '@kolosok/contract'
import { Title } from '@mantine/core'
import { Attachments } from '#features/files/index.ts'
import { formatMoment } from '#lib/dates.ts'
import { StateBadge } from '#ui/state-badge.tsx'
import classes from './message-reports.module.css'
import { t } from './texts.ts'

type Props = { readonly kind: 'comment' | 'message'; readonly messages: readonly ShownMessage[] }

/** The reported message between its neighbours; only its own files can be opened. */
export function ShownMessages({ kind, messages }: Props) {
  return (
    <section aria-labelledby="shown-messages" className={classes.talk}>
      <Title order={2} fz="lg" id="shown-messages">
        {t('messages', { kind })}
      </Title>
      <p className={classes.lead}>{t('messages.only')}</p>
      <ol className={classes.messages}>
        {messages.map(({ id, author, text, attachments, sentAt, isDeleted, isReported }) => (
          <li key={id} className={classes.message} data-reported={isReported || undefined}>
            <span className={classes.head}>
              <b>{author.name === '' ? t('unknown') : author.name}</b>
              <span className={classes.muted}>{formatMoment(sentAt)}</span>
              {isReported && <StateBadge tone="waiting">{t('message.reported')}</StateBadge>}
            </span>
            {isDeleted ? (
              <span className={classes.muted}>{t('message.deleted', { kind })}</span>
            ) : (
              <p className={classes.text}>{text}</p>
            )}
            {isReported && attachments.length > 0 && <Attachments attachments={attachments} />}
            {!isReported && attachments.length > 0 && (
              <span className={classes.muted}>{t('files', { count: attachments.length })}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
