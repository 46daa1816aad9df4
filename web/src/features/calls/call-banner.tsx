import type { Call, Chat } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { IconVideo } from '@tabler/icons-react'
import { useEffect } from 'react'
import classes from './banner.module.css'
import { openCall, useCurrentCall } from './current-call.ts'
import { preloadCalls } from './preload.ts'
import { useCallIn } from './queries.ts'
import { t } from './texts.ts'

/** Under the chat's header while a call goes on in it. */
export function CallBanner({ chat, title }: { chat: Chat; title: string }) {
  const call = useCallIn(chat.id)
  const current = useCurrentCall()
  const mayJoin = call?.abilities.join ?? false
  useEffect(() => {
    if (mayJoin) preloadCalls()
  }, [mayJoin])
  if (!call || call.state === 'ended' || chat.kind === 'saved') return null

  const isMine = current?.chatId === chat.id
  return (
    <div className={classes.banner} role="status">
      <IconVideo size={22} stroke={1.8} aria-hidden="true" />
      <span className={classes.words}>{bannerText(isMine, call)}</span>
      {!isMine && mayJoin && (
        <Button
          size="compact-md"
          disabled={current !== null}
          onClick={() => openCall({ chatId: chat.id, chatKind: chat.kind, title, callId: call.id, entry: 'check' })}
        >
          {t('join')}
        </Button>
      )}
    </div>
  )
}

function bannerText(isMine: boolean, call: Pick<Call, 'isRemoved' | 'state' | 'present' | 'isRecorded'>): string {
  if (call.isRemoved) return t('banner.removed')
  if (isMine) return t('banner.mine')
  return call.state === 'ringing'
    ? t('banner.ringing')
    : t(call.isRecorded ? 'banner.recorded' : 'banner.active', { present: call.present })
}
