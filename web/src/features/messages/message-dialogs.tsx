import type { Chat, Message } from '@kolosok/contract'
import { Button, Group, Modal, Text } from '@mantine/core'
import { useClosePoll, useDeleteMessage } from './mutations.ts'
import { t as ofSaved } from './saved-texts.ts'
import { t } from './texts.ts'

type Props = { readonly message: Message | null; readonly onClose: () => void }

export function ClosePollDialog({ message, onClose }: Props) {
  const close = useClosePoll()
  return (
    <Modal opened={message !== null} onClose={onClose} title={t('close-poll.title')}>
      <Text>{t('close-poll.text')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          data-autofocus
          loading={close.isPending}
          onClick={() => message && close.mutate(message, { onSettled: onClose })}
        >
          {t('close-poll.confirm')}
        </Button>
      </Group>
    </Modal>
  )
}

export function DeleteDialog({ message, chat, onClose }: Props & { readonly chat: Chat }) {
  const remove = useDeleteMessage()
  const isSaved = chat.kind === 'saved'
  return (
    <Modal opened={message !== null} onClose={onClose} title={isSaved ? ofSaved('delete.title') : t('delete.title')}>
      <Text>{isSaved ? ofSaved(message?.original ? 'delete.text' : 'delete.text.own') : t('delete.text')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          color="red"
          data-autofocus
          loading={remove.isPending}
          onClick={() => message && remove.mutate(message, { onSettled: onClose })}
        >
          {isSaved ? ofSaved('delete.confirm') : t('delete.confirm')}
        </Button>
      </Group>
    </Modal>
  )
}
