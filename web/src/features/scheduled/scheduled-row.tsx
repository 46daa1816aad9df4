import type { Chat, ScheduledMessage } from '@kolosok/contract'
import { Alert, Button, Group, Paper, Text } from '@mantine/core'
import { IconBellOff } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { Attachments } from '#features/files/index.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { EditForm } from './edit-form.tsx'
import { whyFailed } from './problems.ts'
import { useCancelScheduled, useSendScheduled } from './queries.ts'
import { t } from './texts.ts'
import { whenOf } from './times.ts'
import { useClock } from './use-clock.ts'

/** Under a thumb, no less than a finger is wide. */
const touchable = { h: { base: 44, sm: 36 }, px: 10 } as const

type Props = { readonly chat: Chat; readonly scheduled: ScheduledMessage }

export function ScheduledRow({ chat, scheduled }: Props) {
  const [isEditing, setEditing] = useState(false)
  return (
    <Paper component="li" withBorder p="sm" radius="md" style={{ listStyle: 'none' }}>
      <When chat={chat} scheduled={scheduled} />
      {isEditing ? (
        <EditForm chat={chat} scheduled={scheduled} onClose={() => setEditing(false)} />
      ) : (
        <>
          {scheduled.text !== '' && (
            <Text
              mt={scheduled.refusedWith === null ? 4 : 'xs'}
              style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
            >
              {scheduled.text}
            </Text>
          )}
          <Suspense>
            <Attachments attachments={scheduled.attachments} />
          </Suspense>
          <Actions chat={chat} scheduled={scheduled} onEdit={() => setEditing(true)} />
        </>
      )}
    </Paper>
  )
}

/** When it will be said; or that it was not, and why. */
function When({ chat, scheduled: { sendAt, refusedWith, isSilent } }: Props) {
  const { timeZone } = useClock(chat)
  const when = whenOf(new Date(sendAt), timeZone)
  if (refusedWith !== null) {
    return (
      <Alert color="red" p="xs">
        {t('refused', { when })} {t(`refused.${refusedWith}`)}
      </Alert>
    )
  }
  return (
    <Group gap={6} c="dimmed">
      <Text component="time" dateTime={sendAt} fw={600} fz="sm">
        {when.charAt(0).toUpperCase() + when.slice(1)}
      </Text>
      {isSilent && <IconBellOff size={16} role="img" aria-label={t('silent')} />}
    </Group>
  )
}

function Actions({ chat, scheduled: { id }, onEdit }: Props & { readonly onEdit: () => void }) {
  const send = useSendScheduled(chat.id)
  const cancel = useCancelScheduled(chat.id)
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      {send.isError && (
        <Text role="alert" fz="sm" c="var(--danger)" mt={4}>
          {whyFailed(send.error)}
        </Text>
      )}
      <Group gap={6} mt="xs">
        {chat.abilities.post && (
          <>
            <Button size="sm" {...touchable} variant="light" loading={send.isPending} onClick={() => send.mutate(id)}>
              {t('send')}
            </Button>
            <Button size="sm" {...touchable} variant="default" onClick={onEdit}>
              {t('change')}
            </Button>
          </>
        )}
        <Button
          size="sm"
          {...touchable}
          // Alone, it begins where the text does.
          {...(!chat.abilities.post && { ml: -touchable.px })}
          variant="subtle"
          color="red"
          onClick={() => setAsked(true)}
        >
          {t('cancel')}
        </Button>
      </Group>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('cancel.title')}
        text={t('cancel.text')}
        confirm={t('cancel')}
        cancel={t('back')}
        isPending={cancel.isPending}
        problem={cancel.isError ? whyFailed(cancel.error) : null}
        onConfirm={() => cancel.mutate(id, { onSuccess: () => setAsked(false) })}
        onClose={() => setAsked(false)}
      />
    </>
  )
}
