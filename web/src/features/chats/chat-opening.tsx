import { type Chat, groupChatEndpoints } from '@kolosok/contract'
import { Button, Text } from '@mantine/core'
import { IconArchive, IconArchiveOff } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { patchChat } from './chat-list-cache.ts'
import { t } from './group-texts.ts'

/** Into the archive, and out again: its owner's. */
export function ChatOpening({ chat }: { chat: Chat }) {
  const [isAsking, setAsking] = useState(false)
  const client = useQueryClient()
  const params = { chatId: chat.id }
  const onSuccess = (changed: Chat) => {
    patchChat(client, chat.id, () => changed)
    setAsking(false)
  }
  const close = useMutation({ mutationFn: () => call(groupChatEndpoints.close, { params }), onSuccess })
  const reopen = useMutation({ mutationFn: () => call(groupChatEndpoints.reopen, { params }), onSuccess })
  if (chat.state === 'read-only') {
    return (
      <>
        <Button
          variant="light"
          leftSection={<IconArchiveOff size={20} />}
          loading={reopen.isPending}
          onClick={() => reopen.mutate()}
        >
          {t('reopen')}
        </Button>
        {reopen.isError && (
          <Text role="alert" c="var(--danger)">
            {t('failed')}
          </Text>
        )}
      </>
    )
  }
  return (
    <>
      <Button variant="subtle" color="gray" leftSection={<IconArchive size={20} />} onClick={() => setAsking(true)}>
        {t('close')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('close.title')}
        text={t('close.text')}
        confirm={t('close')}
        cancel={t('cancel')}
        isPending={close.isPending}
        problem={close.isError ? t('failed') : null}
        onConfirm={() => close.mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
