import type { BoundChat } from '@kolosok/contract'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArchive, IconArchiveOff, IconDots, IconPencil } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { Face } from '#ui/face.tsx'
import classes from './bound-chats.module.css'
import { useEnter, useSetOpen } from './queries.ts'
import { type NamedGroup, ruleInWords } from './rule-words.ts'
import { t } from './texts.ts'

type Props = { readonly chat: BoundChat; readonly groups: readonly NamedGroup[]; readonly onEdit: () => void }

export function BoundChatRow({ chat, groups, onEdit }: Props) {
  const words = ruleInWords(chat, groups)
  const facts = [words, t('count', { count: chat.memberCount })].filter((part) => part !== '')
  return (
    <li className={classes.row}>
      <Face name={chat.title} isGroup />
      <span className={classes.about}>
        <b>{chat.title}</b>
        <small>{facts.join(' · ')}</small>
      </span>
      {chat.isIn ? (
        <Button
          variant="light"
          renderRoot={(props) => <Link to="/chats/$chatId" params={{ chatId: chat.id }} {...props} />}
        >
          {t('open')}
        </Button>
      ) : (
        chat.state === 'open' && <EnterButton chat={chat} />
      )}
      {chat.boundTo === 'rule' && <RuleMenu chat={chat} onEdit={onEdit} />}
    </li>
  )
}

/** Nobody reads a chat silently: who enters knows beforehand that all will see it. */
function EnterButton({ chat }: { chat: BoundChat }) {
  const [isAsking, setAsking] = useState(false)
  const enter = useEnter(chat.id)
  const navigate = useNavigate()
  const go = () =>
    enter.mutate(undefined, {
      onSuccess: () => void navigate({ to: '/chats/$chatId', params: { chatId: chat.id } }),
    })
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('enter')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('enter.title', { title: chat.title })}
        text={t('enter.text')}
        confirm={t('enter')}
        cancel={t('cancel')}
        isPending={enter.isPending}
        problem={enter.isError ? t('failed') : null}
        onConfirm={go}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

function RuleMenu({ chat, onEdit }: Omit<Props, 'groups'>) {
  const { id, abilities } = useOrganization()
  const [isClosing, setClosing] = useState(false)
  const close = useSetOpen(id, chat.id, false)
  const reopen = useSetOpen(id, chat.id, true)
  const open = () =>
    reopen.mutate(undefined, { onError: () => notifications.show({ color: 'red', message: t('failed') }) })
  if (!abilities.manageChats) return null
  return (
    <>
      <Menu position="bottom-end" shadow="md" radius="md" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('actions', { title: chat.title })}>
            <IconDots size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {chat.state === 'open' ? (
            <>
              <Menu.Item leftSection={<IconPencil size={18} />} onClick={onEdit}>
                {t('edit')}
              </Menu.Item>
              <Menu.Item leftSection={<IconArchive size={18} />} onClick={() => setClosing(true)}>
                {t('close')}
              </Menu.Item>
            </>
          ) : (
            <Menu.Item leftSection={<IconArchiveOff size={18} />} onClick={open}>
              {t('reopen')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={isClosing}
        title={t('close.title', { title: chat.title })}
        text={t('close.text')}
        confirm={t('close')}
        cancel={t('cancel')}
        isPending={close.isPending}
        problem={close.isError ? t('failed') : null}
        onConfirm={() => close.mutate(undefined, { onSuccess: () => setClosing(false) })}
        onClose={() => setClosing(false)}
      />
    </>
  )
}
