import type { Meeting } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconVideo } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import classes from './meetings.module.css'
import { sentenceOf } from './problems.ts'
import { useEnter } from './queries.ts'
import { t } from './texts.ts'

/** The way into the chat an online meeting is held in, where its call is. */
export function Enter({ meeting: { id, kind, state, isInvited, isOwn, mayEnter } }: { meeting: Meeting }) {
  const enter = useEnter()
  const navigate = useNavigate()
  if (kind === 'in-person' || state !== 'planned' || !(isInvited || isOwn)) return null
  if (!mayEnter) return <p className={classes.meta}>{t('enter.early')}</p>
  return (
    <Button
      size="md"
      leftSection={<IconVideo size={22} />}
      loading={enter.isPending}
      onClick={() =>
        enter.mutate(
          { params: { meetingId: id } },
          {
            onSuccess: ({ chatId }) => void navigate({ to: '/chats/$chatId', params: { chatId } }),
            onError: (error) => notifications.show({ color: 'red', message: sentenceOf(error) }),
          },
        )
      }
    >
      {t('enter')}
    </Button>
  )
}
