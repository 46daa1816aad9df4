import { emoji as emojiSchema, type Emoji, type Message } from '@kolosok/contract'
import { Menu, UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconArrowBackUp,
  IconBookmark,
  IconBooks,
  IconCopy,
  IconFlag,
  IconLock,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { TakeDialog } from '#features/materials/index.ts'
import { ReportDialog } from '#features/message-reports/index.ts'
import { ClosePollDialog, DeleteDialog } from './message-dialogs.tsx'
import classes from './message-menu.module.css'
import { linksIn } from '#ui/links-in.ts'
import { useSaveMessage } from './mutations.ts'
import { t as ofSaved } from './saved-texts.ts'
import { useKeeping } from './use-keeping.ts'
import { mayStillChange } from './still-mine.ts'
import { t } from './texts.ts'
import type { ThreadContext } from './thread-context.ts'

export type MenuTarget = { readonly message: Message; readonly x: number; readonly y: number }

type Props = {
  readonly target: MenuTarget | null
  readonly context: Pick<ThreadContext, 'chat' | 'me' | 'react' | 'reply'>
  readonly onEdit: (message: Message) => void
  readonly onClose: () => void
}

/** What one may do with a message: one menu for the whole thread, where it was asked for. */
export function MessageMenu({ target, context, onEdit, onClose }: Props) {
  const [deleting, setDeleting] = useState<Message | null>(null)
  const [closing, setClosing] = useState<Message | null>(null)
  const [reporting, setReporting] = useState<Message | null>(null)
  const [taking, setTaking] = useState<Message | null>(null)
  const keeping = useKeeping(context.chat)
  // It stays there when it is closed: only so does the focus go back to where it came from.
  const [asked, setAsked] = useState(target)
  if (target && target !== asked) setAsked(target)
  return (
    <>
      <Menu
        opened={target !== null}
        onClose={onClose}
        position="bottom-start"
        shadow="lg"
        radius="lg"
        width={250}
        trapFocus
        returnFocus
      >
        <Menu.Target>
          <div className={classes.point} style={{ left: asked?.x, top: asked?.y }} aria-hidden="true" />
        </Menu.Target>
        <Menu.Dropdown>
          {asked && (
            <Items
              message={asked.message}
              context={context}
              onEdit={onEdit}
              onDelete={setDeleting}
              onClosePoll={setClosing}
              onReport={setReporting}
              {...(keeping && { onTake: setTaking })}
              onClose={onClose}
            />
          )}
        </Menu.Dropdown>
      </Menu>
      <DeleteDialog message={deleting} chat={context.chat} onClose={() => setDeleting(null)} />
      <ClosePollDialog message={closing} onClose={() => setClosing(null)} />
      {reporting && (
        <Suspense>
          <ReportDialog message={reporting} onClose={() => setReporting(null)} />
        </Suspense>
      )}
      {taking && keeping && (
        <Suspense>
          <TakeDialog message={taking} {...keeping} onClose={() => setTaking(null)} />
        </Suspense>
      )}
    </>
  )
}

type ItemsProps = Omit<Props, 'target'> & {
  readonly message: Message
  readonly onDelete: (message: Message) => void
  readonly onClosePoll: (message: Message) => void
  readonly onReport: (message: Message) => void
  /** Into the materials; only for whoever may add some. */
  readonly onTake?: (message: Message) => void
}

function Items({ message, context, onEdit, onDelete, onClosePoll, onReport, onTake, onClose }: ItemsProps) {
  const { chat, me, react, reply } = context
  const save = useSaveMessage()
  const isMine = message.authorId === me
  const { abilities } = chat
  const clipboard = navigator.clipboard as Clipboard | undefined // On HTTPS and localhost only.

  const copy = async () => {
    await clipboard?.writeText(message.text)
    notifications.show({ message: t('copied'), autoClose: 1500 })
  }
  return (
    <>
      {abilities.react && (
        <Picker
          message={message}
          me={me}
          onPick={(emoji, isOn) => {
            react(message, emoji, isOn)
            onClose()
          }}
        />
      )}
      {abilities.post && (
        <Menu.Item leftSection={<IconArrowBackUp size={20} />} onClick={() => reply(message)}>
          {t('menu.reply')}
        </Menu.Item>
      )}
      {message.text !== '' && clipboard && (
        <Menu.Item leftSection={<IconCopy size={20} />} onClick={() => void copy()}>
          {t('menu.copy')}
        </Menu.Item>
      )}
      {chat.kind !== 'saved' && (
        <Menu.Item leftSection={<IconBookmark size={20} />} onClick={() => save.mutate(message)}>
          {ofSaved('save')}
        </Menu.Item>
      )}
      {onTake && (message.attachments.length > 0 || linksIn(message.text).length > 0) && (
        <Menu.Item leftSection={<IconBooks size={20} />} onClick={() => onTake(message)}>
          {t('menu.take')}
        </Menu.Item>
      )}
      {chat.kind !== 'saved' && !isMine && (
        <Menu.Item leftSection={<IconFlag size={20} />} onClick={() => onReport(message)}>
          {t('menu.report')}
        </Menu.Item>
      )}
      <Changes message={message} {...{ chat, isMine, onEdit, onDelete, onClosePoll }} />
    </>
  )
}

type ChangesProps = Pick<ItemsProps, 'message' | 'onEdit' | 'onDelete' | 'onClosePoll'> & {
  readonly isMine: boolean
  readonly chat: ThreadContext['chat']
}

/** What changes the message for all. */
function Changes({ message, isMine, chat, onEdit, onDelete, onClosePoll }: ChangesProps) {
  const { abilities } = chat
  const isStillMine = isMine && abilities.post && mayStillChange(message, chat)
  const isOpenPoll = message.poll?.closedAt === null
  return (
    <>
      {isStillMine && message.kind === 'text' && (
        <Menu.Item leftSection={<IconPencil size={20} />} onClick={() => onEdit(message)}>
          {t('menu.edit')}
        </Menu.Item>
      )}
      {isOpenPoll && abilities.react && (isMine || abilities.deleteAny) && (
        <Menu.Item leftSection={<IconLock size={20} />} onClick={() => onClosePoll(message)}>
          {t('menu.close-poll')}
        </Menu.Item>
      )}
      {(isStillMine || abilities.deleteAny) && (
        <Menu.Item color="red" leftSection={<IconTrash size={20} />} onClick={() => onDelete(message)}>
          {t('menu.delete')}
        </Menu.Item>
      )}
    </>
  )
}

type PickerProps = {
  readonly message: Message
  readonly me: ThreadContext['me']
  readonly onPick: (emoji: Emoji, isOn: boolean) => void
}

function Picker({ message, me, onPick }: PickerProps) {
  return (
    <div className={classes.picker} role="group">
      {emojiSchema.options.map((emoji) => {
        const isGiven = message.reactions[emoji]?.accountIds.includes(me) ?? false
        return (
          <UnstyledButton
            key={emoji}
            className={classes.emoji}
            role="menuitemcheckbox"
            aria-checked={isGiven}
            aria-label={isGiven ? t('reaction.remove', { emoji }) : t('reaction.add', { emoji })}
            onClick={() => onPick(emoji, !isGiven)}
          >
            {emoji}
          </UnstyledButton>
        )
      })}
    </div>
  )
}
