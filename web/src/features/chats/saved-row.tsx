import { UnstyledButton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { ChatFace } from './chat-face.tsx'
import classes from './chat-list.module.css'
import { useOpenSaved } from './queries.ts'
import { t } from './texts.ts'

/** «Избранное» of whoever has not used it yet, where it will be. */
export function SavedRow() {
  const open = useOpenSaved()
  const navigate = useNavigate()
  const go = () =>
    open.mutate(undefined, {
      onSuccess: ({ id }) => void navigate({ to: '/chats/$chatId', params: { chatId: id } }),
    })
  return (
    <UnstyledButton className={classes.row} disabled={open.isPending} onClick={go}>
      <ChatFace chat={{ kind: 'saved', title: '' }} size={48} />
      <span className={classes.title}>
        <span className={classes.name}>{t('saved')}</span>
      </span>
      <span className={classes.last}>
        <span className={classes.preview} role={open.isError ? 'alert' : undefined}>
          {t(open.isError ? 'saved.failed' : 'saved.hint')}
        </span>
      </span>
    </UnstyledButton>
  )
}
