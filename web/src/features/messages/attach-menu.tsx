import type { NewPoll } from '@kolosok/contract'
import { ActionIcon, Menu } from '@mantine/core'
import { IconChartBar, IconPaperclip, IconPhoto } from '@tabler/icons-react'
import { Suspense, useRef, useState } from 'react'
import { NewPollDialog } from '#features/polls/index.ts'
import { t } from './texts.ts'

type Props = {
  /** Nobody to ask. */
  readonly isAlone: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly onPoll: (poll: NewPoll) => void
}

export function AttachMenu({ isAlone, onFiles, onPoll }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Menu position="top-start" shadow="md" radius="md" width={200}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('composer.attach')}>
            <IconPaperclip size={24} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPhoto size={20} />} onClick={() => input.current?.click()}>
            {t('composer.attach.file')}
          </Menu.Item>
          {!isAlone && (
            <Menu.Item leftSection={<IconChartBar size={20} />} onClick={() => setAsking(true)}>
              {t('composer.attach.poll')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('composer.attach.file')}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      {isAsking && (
        <Suspense>
          <NewPollDialog
            onClose={() => setAsking(false)}
            onCreate={(poll) => {
              setAsking(false)
              onPoll(poll)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
