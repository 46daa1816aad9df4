import { Button, Group, Text } from '@mantine/core'

type Props = { readonly message: string; readonly label: string; readonly onUndo: () => void }

/** The dialog before it is gone and so is its row: the keyboard goes on with the way back. */
export const UndoMessage = ({ message, label, onUndo }: Props) => (
  <Group justify="space-between" wrap="nowrap">
    <Text>{message}</Text>
    <Button autoFocus variant="light" size="sm" h={44} style={{ flex: 'none' }} onClick={onUndo}>
      {label}
    </Button>
  </Group>
)
