import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { t } from './texts.ts'

type Props = {
  readonly isOpen: boolean
  readonly title: string
  readonly text: string
  readonly action: string
  readonly onConfirm: () => Promise<unknown>
  readonly onClose: () => void
}

/** For what can't be taken back. */
export function ConfirmDialog({ isOpen, title, text, action, onConfirm, onClose }: Props) {
  const confirm = useMutation({ mutationFn: onConfirm, onSuccess: onClose })
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      zIndex={400}
      closeButtonProps={{ 'aria-label': t('over.close') }}
    >
      <Stack>
        <Text>{text}</Text>
        {confirm.isError && (
          <Text role="alert" c="var(--danger)">
            {t('people.failed')}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button color="red" loading={confirm.isPending} onClick={() => confirm.mutate()} data-autofocus>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
