import { Button, Group, Modal, Stack, Text } from '@mantine/core'

type Props = {
  readonly isOpen: boolean
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly cancel: string
  readonly isPending: boolean
  /** Nothing is lost by it. */
  readonly isHarmless?: boolean
  /** Why it did not work; null while it may still. */
  readonly problem: string | null
  /** Above what covers the page. */
  readonly zIndex?: number
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks once more before something that can't be taken back. */
export function ConfirmDialog(props: Props) {
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      {...(props.zIndex !== undefined && { zIndex: props.zIndex })}
    >
      <Stack>
        <Text>{props.text}</Text>
        {props.problem !== null && (
          <Text role="alert" c="var(--danger)">
            {props.problem}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {props.cancel}
          </Button>
          <Button {...(!props.isHarmless && { color: 'red' })} loading={props.isPending} onClick={props.onConfirm}>
            {props.confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
