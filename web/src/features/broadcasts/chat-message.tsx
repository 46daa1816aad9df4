import type { Broadcast, BroadcastMessage } from '@kolosok/contract'
import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { BroadcastReportDialog } from '#features/message-reports/index.ts'
import { ConfirmDialog } from '#features/rooms/index.ts'
import { formatTime } from '#lib/dates.ts'
import { useRemoveMessage, useSetMuted } from './chat-queries.ts'
import classes from './chat.module.css'
import { sentenceOf } from './problems.ts'
import room from './room.module.css'
import { t } from './texts.ts'

type Props = { readonly broadcast: Broadcast; readonly message: BroadcastMessage }

export function ChatMessage({ broadcast, message }: Props) {
  const { author, text, saidAt, isOwn, isMuted } = message
  const name = isOwn ? t('chat.you') : author.name === '' ? t('chat.someone') : author.name
  return (
    <article className={classes.message} data-own={isOwn || undefined}>
      <div className={classes.words}>
        <p className={classes.who}>
          <b>{name}</b>
          {!isOwn && author.label !== '' && <span>{author.label}</span>}
          <time dateTime={saidAt}>{formatTime(saidAt)}</time>
          {isMuted && <span>{t('chat.is-muted')}</span>}
        </p>
        <p dir="auto">{text}</p>
      </div>
      <Actions broadcast={broadcast} message={message} />
    </article>
  )
}

function Actions({ broadcast, message: { id, isOwn, isMuted } }: Props) {
  const [isRemoving, setRemoving] = useState(false)
  const [isReporting, setReporting] = useState(false)
  const mayRun = broadcast.abilities.run
  const remove = useRemoveMessage()
  const mute = useSetMuted()
  const params = { broadcastId: broadcast.id, broadcastMessageId: id }
  return (
    <>
      <Menu position="bottom-end" zIndex={400} width={240}>
        <Menu.Target>
          <button type="button" className={classes.menu} aria-label={t('chat.menu')}>
            <IconDots size={20} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {!isOwn && <Menu.Item onClick={() => setReporting(true)}>{t('chat.report')}</Menu.Item>}
          {!isOwn && mayRun && (
            <Menu.Item onClick={() => mute.mutate({ params, body: { isMuted: !isMuted } })}>
              {t(isMuted ? 'chat.unmute' : 'chat.mute')}
            </Menu.Item>
          )}
          {(isOwn || mayRun) && (
            <Menu.Item c="var(--danger)" onClick={() => setRemoving(true)}>
              {t('chat.remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {mute.error && (
        <p role="alert" className={room.problem}>
          {sentenceOf(mute.error)}
        </p>
      )}
      {isReporting && (
        <Suspense>
          <BroadcastReportDialog params={params} onClose={() => setReporting(false)} />
        </Suspense>
      )}
      <ConfirmDialog
        isOpen={isRemoving}
        title={t('chat.remove.title')}
        text={t('chat.remove.text')}
        action={t('chat.remove')}
        onConfirm={() => remove.mutateAsync({ params }).then(() => setRemoving(false))}
        onClose={() => setRemoving(false)}
      />
    </>
  )
}
