import { ActionIcon, Button, Stack } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { UploadTray } from '#features/files/index.ts'
import classes from './notices.module.css'
import { t } from './texts.ts'
import type { NoticeEditing } from './use-notice-editor.ts'

/** The order everybody is to know, the programme of the outing. */
export function EditorFiles({ editing: { held, letGo, tray } }: { editing: NoticeEditing }) {
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
            aria-label={t('editor.file.remove', { name })}
            onClick={() => letGo(fileId)}
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
        aria-label={t('editor.files')}
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
        {t('editor.files')}
      </Button>
    </Stack>
  )
}
