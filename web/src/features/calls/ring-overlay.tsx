import { type Call, RING_MS } from '@kolosok/contract'
import { IconPhone, IconPhoneOff, IconVideo } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useChat } from '#features/chats/index.ts'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { Face } from '#ui/face.tsx'
import { switchCall } from './current-call.ts'
import { preloadCalls } from './preload.ts'
import { useDeclineCall } from './queries.ts'
import classes from './ring.module.css'
import { useRing } from './ring-sound.ts'
import { t } from './texts.ts'

/** Somebody calls. Answered or declined on any device, it falls silent on all. */
export function RingOverlay({ call, isBusy }: { call: Call; isBusy: boolean }) {
  const isOver = useIsOver()
  const decline = useDeclineCall()
  const answer = useRef<HTMLButtonElement>(null)
  const { chatId, chatKind, title, id, ring } = call
  const isLoud = ring === 'loud'
  // In the middle of another call the screen tells enough.
  useRing(isOver || isBusy ? 'none' : ring)
  useEffect(() => {
    preloadCalls()
    // Somebody who is writing would answer with the next space.
    if (isLoud && !isWriting()) answer.current?.focus()
  }, [isLoud])
  if (isOver) return null

  const open = (entry: 'check' | 'audio' | 'video') => switchCall({ chatId, chatKind, title, callId: id, entry })
  return createPortal(
    <div
      className={classes.ring}
      data-loud={isLoud || undefined}
      role="alertdialog"
      aria-label={t('ring.title', { name: title })}
    >
      <Face name={title} isGroup={chatKind === 'group'} size={isLoud ? 64 : 44} />
      <Words call={call} isBusy={isBusy} />
      <div className={classes.buttons}>
        <button
          ref={answer}
          type="button"
          className={classes.accept}
          onClick={() => open(chatKind === 'direct' ? 'audio' : 'check')}
        >
          <IconPhone size={20} aria-hidden="true" />
          {t(answerText(chatKind, isBusy))}
        </button>
        {chatKind === 'direct' && !isBusy && (
          <button type="button" className={classes.accept} onClick={() => open('video')}>
            <IconVideo size={20} aria-hidden="true" />
            {t('ring.accept-video')}
          </button>
        )}
        <button type="button" className={classes.decline} onClick={() => decline.mutate(id)}>
          {isLoud && <IconPhoneOff size={20} aria-hidden="true" />}
          {t(isLoud ? 'ring.decline' : 'ring.dismiss')}
        </button>
      </div>
    </div>,
    document.body, // Over a call that is going on, too, behind which the page waits.
  )
}

function Words({ call: { chatId, chatKind, title, ring, startedBy }, isBusy }: { call: Call; isBusy: boolean }) {
  return (
    <div className={classes.words}>
      <strong>{title}</strong>
      <span>{chatKind === 'direct' ? t('ring.direct') : t('ring.group', { name: startedBy.name })}</span>
      <Elsewhere chatId={chatId} />
      {ring === 'silent' && <span>{t('ring.silent')}</span>}
      {isBusy && <span>{t('ring.busy')}</span>}
    </div>
  )
}

function answerText(kind: Call['chatKind'], isBusy: boolean) {
  if (kind === 'group') return isBusy ? 'ring.switch.group' : 'join'
  return isBusy ? 'ring.switch' : 'ring.accept'
}

/** Whoever is in one organization is called from another by its name. */
function Elsewhere({ chatId }: Pick<Call, 'chatId'>) {
  const organizationId = useChat(chatId)?.organizationId ?? null
  const { all, isHere } = useCurrentOrganization()
  const organization = isHere(organizationId) ? undefined : all.find(({ id }) => id === organizationId)
  return organization ? <span>{organization.shortName}</span> : null
}

/** A group's ring has its time, by no clock but this device's own: many a phone's is minutes off. */
function useIsOver(): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), RING_MS)
    return () => clearTimeout(timer)
  }, [])
  return isOver
}

const isWriting = () => document.activeElement?.matches('input, textarea, [contenteditable="true"]') ?? false
