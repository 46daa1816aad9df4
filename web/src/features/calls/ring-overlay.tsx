import type { Call } from '@kolosok/contract'
import { IconPhone, IconPhoneOff, IconVideo } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { Face } from '#ui/face.tsx'
import { openCall } from './current-call.ts'
import { preloadCalls } from './preload.ts'
import { useDeclineCall } from './queries.ts'
import classes from './ring.module.css'
import { useRing } from './ring-sound.ts'
import { t } from './texts.ts'

/** Somebody calls. Answered or declined on any device, it falls silent on all. */
export function RingOverlay({ call, isBusy }: { call: Call; isBusy: boolean }) {
  const isOver = useIsOver(call)
  const decline = useDeclineCall()
  const answer = useRef<HTMLButtonElement>(null)
  const { chatId, chatKind, title, id, ring, startedBy } = call
  const isLoud = ring === 'loud'
  // In the middle of another call the screen tells enough.
  useRing(isOver || isBusy ? 'none' : ring)
  useEffect(() => {
    preloadCalls()
    if (isLoud) answer.current?.focus()
  }, [isLoud])
  if (isOver) return null

  const open = (entry: 'check' | 'audio' | 'video') => openCall({ chatId, chatKind, title, callId: id, entry })
  return (
    <div
      className={classes.ring}
      data-loud={isLoud || undefined}
      role="alertdialog"
      aria-label={t('ring.title', { name: title })}
    >
      <Face name={title} isGroup={chatKind === 'group'} size={isLoud ? 64 : 44} />
      <div className={classes.words}>
        <strong>{title}</strong>
        <span>{chatKind === 'direct' ? t('ring.direct') : t('ring.group', { name: startedBy.name })}</span>
      </div>
      <div className={classes.buttons}>
        <button type="button" className={classes.decline} onClick={() => decline.mutate(id)}>
          {isLoud && <IconPhoneOff size={20} aria-hidden="true" />}
          {t(isLoud ? 'ring.decline' : 'ring.dismiss')}
        </button>
        {chatKind === 'direct' && (
          <button type="button" className={classes.accept} disabled={isBusy} onClick={() => open('video')}>
            <IconVideo size={20} aria-hidden="true" />
            {t('ring.accept-video')}
          </button>
        )}
        <button
          ref={answer}
          type="button"
          className={classes.accept}
          disabled={isBusy}
          onClick={() => open(chatKind === 'direct' ? 'audio' : 'check')}
        >
          <IconPhone size={20} aria-hidden="true" />
          {t(chatKind === 'direct' ? 'ring.accept' : 'join')}
        </button>
      </div>
    </div>
  )
}

/** A group's ring has its time; a direct one ends when the server says so. */
function useIsOver({ ringUntil }: Call): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), Math.max(0, Date.parse(ringUntil) - Date.now()))
    return () => clearTimeout(timer)
  }, [ringUntil])
  return isOver
}
