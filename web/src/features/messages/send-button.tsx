import type { Chat } from '@kolosok/contract'
import { ActionIcon, Menu } from '@mantine/core'
import { IconBellOff, IconCheck, IconChevronUp, IconSend2 } from '@tabler/icons-react'
import { type PointerEvent, Suspense, useState } from 'react'
import type { Uploads } from '#features/files/index.ts'
import { ChooseDialog, LaterItems, ScheduledDialog, type useLater } from '#features/scheduled/index.ts'
import classes from './composer.module.css'
import { t } from './texts.ts'
import type { Composing } from './use-composing.ts'
import { useLongPress } from './use-long-press.ts'
import type { Sending } from './use-send.ts'

type Props = {
  readonly chat: Chat
  readonly composing: Composing
  readonly tray: Uploads
  readonly send: Sending
  readonly later: Later
}
type Later = ReturnType<typeof useLater>

/** Sends; held, by a right click, or by the arrow beside it, offers the other ways to. */
export function SendButton(props: Props) {
  const { composing, send, later } = props
  const [isOpen, setOpen] = useState(false)
  const isEditing = composing.editing !== null
  const hasWays = !isEditing && send.canSend
  const press = useLongPress(hasWays ? () => setOpen(true) : undefined)
  return (
    <div className={classes.send}>
      <ActionIcon
        size={44}
        radius="md"
        aria-label={t(isEditing ? 'composer.save' : 'composer.send')}
        disabled={!send.canSend}
        loading={send.isSaving || later.isPending}
        {...press}
        onPointerDown={(event: PointerEvent) => {
          event.preventDefault() // The keyboard of a phone stays open.
          press.onPointerDown(event)
        }}
        onClick={() => send.submit()}
      >
        {isEditing ? <IconCheck size={24} /> : <IconSend2 size={24} stroke={1.8} />}
      </ActionIcon>
      {!isEditing && (
        <ActionIcon
          className={classes.ways ?? ''}
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('composer.ways')}
          aria-haspopup="menu"
          aria-expanded={isOpen}
          disabled={!send.canSend}
          onClick={() => setOpen(true)}
        >
          <IconChevronUp size={20} />
        </ActionIcon>
      )}
      <Ways {...props} isOpen={isOpen && hasWays} onOpen={setOpen} />
    </div>
  )
}

type WaysProps = Props & { readonly isOpen: boolean; readonly onOpen: (isOpen: boolean) => void }

/** Without a sound, or later. */
function Ways({ chat, composing, tray, send, later, isOpen, onOpen }: WaysProps) {
  const [dialog, setDialog] = useState<'choose' | 'list' | null>(null)
  const put = (at: Date) => {
    const { text, replyingTo: replyToId } = composing
    later.put({ text: text.trim(), replyToId, attachments: tray.ready }, at)
  }
  return (
    <>
      <Menu
        opened={isOpen}
        onChange={onOpen}
        position="top-end"
        shadow="lg"
        radius="lg"
        width={290}
        trapFocus
        returnFocus
      >
        <Menu.Target>
          <div className={classes.anchor} aria-hidden="true" />
        </Menu.Target>
        <Menu.Dropdown>
          {/* Alone with oneself nobody would hear it. */}
          {chat.kind !== 'saved' && (
            <Menu.Item leftSection={<IconBellOff size={20} />} onClick={() => send.submit({ isSilent: true })}>
              {t('composer.silent')}
            </Menu.Item>
          )}
          <LaterItems chat={chat} onChoose={put} onOther={() => setDialog('choose')} onShow={() => setDialog('list')} />
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {/* What is put by is taken out of the field, and with it what could be put by. */}
        {dialog === 'choose' && send.canSend && (
          <ChooseDialog
            chat={chat}
            isPending={later.isPending}
            problem={later.problem}
            onChoose={put}
            onClose={() => setDialog(null)}
          />
        )}
        {dialog === 'list' && <ScheduledDialog chat={chat} onClose={() => setDialog(null)} />}
      </Suspense>
    </>
  )
}
