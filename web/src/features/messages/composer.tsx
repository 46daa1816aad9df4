import type { Chat } from '@kolosok/contract'
import { Text } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, Suspense, useState } from 'react'
import { UploadTray, useUploads } from '#features/files/index.ts'
import { ScheduledButton, ScheduledDialog, useLater } from '#features/scheduled/index.ts'
import { AfterHours } from './after-hours.tsx'
import { AttachMenu } from './attach-menu.tsx'
import { ComposerContext } from './composer-context.tsx'
import classes from './composer.module.css'
import { DropArea } from './drop-area.tsx'
import { SendButton } from './send-button.tsx'
import { t } from './texts.ts'
import type { Composing } from './use-composing.ts'
import { useGrowing } from './use-growing.ts'
import { useSend } from './use-send.ts'
import { useTellTyping } from './use-tell-typing.ts'

export function Composer({ chat, composing }: { chat: Chat; composing: Composing }) {
  if (chat.abilities.post) return <OpenComposer chat={chat} composing={composing} />
  return (
    <div className={classes.closed} role="note">
      {t(chat.state === 'read-only' ? 'composer.closed' : 'composer.read-only')}
      <PutBy chat={chat} />
    </div>
  )
}

/** What waits to be said, or could not be: also where one may not write any more. */
function PutBy({ chat }: { chat: Chat }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ScheduledButton chat={chat} onOpen={() => setOpen(true)} />
      {isOpen && (
        <Suspense>
          <ScheduledDialog chat={chat} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

function OpenComposer({ chat, composing }: { chat: Chat; composing: Composing }) {
  const tray = useUploads()
  const { text, setText, editing, field } = composing
  const send = useSend(chat, composing, tray)
  const later = useLater(chat, () => {
    composing.clear()
    tray.clear()
  })
  const problem = send.problem ?? later.problem
  const tellTyping = useTellTyping(chat.id)
  useGrowing(composing)

  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    const isTouch = matchMedia('(pointer: coarse)').matches
    if (event.key === 'Enter' && !event.shiftKey && !isTouch) {
      event.preventDefault()
      send.submit()
    } else if (event.key === 'ArrowUp' && text === '' && !editing) {
      event.preventDefault()
      send.editLast()
    } else if (event.key === 'Escape' && (editing || composing.replyingTo !== null)) {
      event.preventDefault()
      composing.cancel()
    }
  }
  const handlePaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    if (files.length === 0 || editing) return
    event.preventDefault()
    tray.add(files)
  }

  return (
    <DropArea onFiles={tray.add} isOff={editing !== null}>
      <div className={classes.composer}>
        <AfterHours chat={chat} />
        <ComposerContext chat={chat} composing={composing} />
        <UploadTray tray={tray} />
        {problem !== null && (
          <Text role="alert" fz="sm" c="var(--danger)" px="xs" pt={6}>
            {problem}
          </Text>
        )}
        <div className={classes.line}>
          {!editing && <AttachMenu isAlone={chat.kind === 'saved'} onFiles={tray.add} onPoll={send.sendPoll} />}
          <textarea
            ref={field}
            className={classes.field}
            rows={1}
            value={text}
            placeholder={t('composer.label')}
            aria-label={t('composer.label')}
            // What is being put by is taken away when the server has it, and nothing that came meanwhile.
            readOnly={later.isPending}
            onChange={(event) => {
              setText(event.currentTarget.value)
              later.reset()
              if (!editing) tellTyping()
            }}
            onKeyDown={handleKey}
            onPaste={handlePaste}
          />
          {text === '' && !editing && <PutBy chat={chat} />}
          <SendButton chat={chat} composing={composing} tray={tray} send={send} later={later} />
        </div>
      </div>
    </DropArea>
  )
}
