import type { FileId } from '@kolosok/contract'
import { ActionIcon, Button, Stack } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import classes from './attachments.module.css'
import { t } from './texts.ts'
import { UploadTray } from './upload-tray.tsx'
import type { Uploads } from './use-uploads.ts'

type Props = {
  readonly tray: Uploads
  /** On the button: what may go along. */
  readonly label: string
  /** What is there since an earlier time. */
  readonly held?: readonly { readonly fileId: FileId; readonly name: string }[]
  readonly onLetGo?: (fileId: FileId) => void
}

/** In a form: what goes along already, what is on its way, and a button for more. */
export function FilePicker({ tray, label, held = [], onLetGo }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <Stack gap="xs">
      {held.map(({ fileId, name }) => (
        <div key={fileId} className={classes.held}>
          <span>{name}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('tray.cancel', { name })}
            onClick={() => onLetGo?.(fileId)}
          >
            <IconX size={18} />
          </ActionIcon>
        </div>
      ))}
      <UploadTray tray={tray} />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          tray.add([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      <Button
        variant="light"
        leftSection={<IconPaperclip size={20} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </Stack>
  )
}
