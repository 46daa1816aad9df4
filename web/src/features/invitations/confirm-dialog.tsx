import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { t } from './texts.ts'

type Props = {
  readonly title: string
  readonly text: string
  readonly action: string
  readonly isBusy: boolean
  readonly hasFailed: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asked before what can't be taken back. */
export function ConfirmDialog({ title, text, action, isBusy, hasFailed, onConfirm, onClose }: Props) {
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <Text>{text}</Text>
        {hasFailed && (
          <Alert color="red" role="alert">
            {t('error.failed')}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('cancel')}
          </Button>
          <Button color="red" loading={isBusy} onClick={onConfirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
