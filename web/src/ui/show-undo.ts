import { notifications } from '@mantine/notifications'
import { createElement } from 'react'
import { UndoMessage } from './undo-message.tsx'

/** Tells what was done, with the way back while it is shown. */
export function showUndo(message: string, undo: { label: string; run: () => void }): void {
  const id = notifications.show({
    message: createElement(UndoMessage, {
      message,
      label: undo.label,
      onUndo: () => {
        notifications.hide(id)
        undo.run()
      },
    }),
    autoClose: 12_000,
    withCloseButton: true,
  })
}
