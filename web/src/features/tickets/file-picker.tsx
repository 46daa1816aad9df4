import { Button, Stack } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useRef } from 'react'
import { type Uploads, UploadTray } from '#features/files/index.ts'
import { t } from './texts.ts'

/** What goes along: photos of the screen, documents. */
export function FilePicker({ tray }: { tray: Uploads }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <Stack gap="xs">
      <UploadTray tray={tray} />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('files.add')}
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
        {t('files.add')}
      </Button>
    </Stack>
  )
}
