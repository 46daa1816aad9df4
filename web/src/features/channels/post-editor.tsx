import { type Channel, MAX_TEXT, type Post } from '@kolosok/contract'
import { ActionIcon, Alert, Button, Group, Modal, Stack, Switch, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { UploadTray } from '#features/files/index.ts'
import { MomentField } from '#ui/date-field.tsx'
import { MarksField } from '#ui/marks-field.tsx'
import classes from './channels.module.css'
import { PollField } from './poll-field.tsx'
import { t } from './texts.ts'
import { type PostEditing, usePostEditor } from './use-post-editor.ts'

type Props = {
  readonly channel: Pick<Channel, 'id' | 'mayPublish' | 'hasComments'>
  readonly post: Post | null
  readonly onClose: () => void
}

/** Writing for a channel: whoever publishes does it here, everybody else hands it in. */
export function PostEditor({ channel, post, onClose }: Props) {
  const editing = usePostEditor(channel, post, onClose)
  const isPhone = useMediaQuery('(max-width: 48em)')
  const title = post ? 'editor.edit' : channel.mayPublish ? 'editor.new' : 'editor.propose'
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(title)}
      size="lg"
      fullScreen={isPhone}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text c="dimmed" fz="sm">
          {t(channel.mayPublish ? 'editor.author' : 'editor.propose.hint')}
        </Text>
        <MarksField
          label={t('editor.text')}
          description={t('editor.text.hint')}
          value={editing.text}
          onChange={editing.setText}
          maxLength={MAX_TEXT}
          error={editing.faults.text}
        />
        <Files editing={editing} />
        <PollField poll={editing.poll} isFixed={post?.state === 'published'} onChange={editing.setPoll} />
        <Switch
          label={t('editor.comments')}
          checked={editing.hasComments}
          onChange={({ currentTarget }) => editing.setComments(currentTarget.checked)}
        />
        {editing.problem !== null && (
          <Alert color="red" role="alert">
            {editing.problem}
          </Alert>
        )}
        <Ways editing={editing} post={post} mayPublish={channel.mayPublish} />
      </Stack>
    </Modal>
  )
}

function Files({ editing: { held, letGo, tray } }: { editing: PostEditing }) {
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

type WaysProps = { readonly editing: PostEditing; readonly post: Post | null; readonly mayPublish: boolean }

/** How it goes on: handed in, kept as a draft, published now or later. */
function Ways({ editing, post, mayPublish }: WaysProps) {
  const [isLater, setLater] = useState(false)
  const { submit, tray, isPending } = editing
  const common = { loading: isPending, disabled: tray.isBusy }
  if (!mayPublish || post?.state === 'published') {
    return (
      <Group justify="flex-end">
        <Button {...common} onClick={() => submit('save')}>
          {t(tray.isBusy ? 'editor.busy' : mayPublish ? 'editor.save' : 'editor.send')}
        </Button>
      </Group>
    )
  }
  return (
    <>
      <Switch
        label={t('editor.schedule')}
        checked={isLater}
        onChange={({ currentTarget }) => setLater(currentTarget.checked)}
      />
      {isLater && (
        <MomentField
          label={t('editor.at')}
          description={t('editor.at.hint')}
          value={editing.at}
          onChange={editing.setAt}
          error={editing.faults.at}
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" {...common} onClick={() => submit('save')}>
          {t(post ? 'editor.save' : 'editor.draft')}
        </Button>
        <Button {...common} onClick={() => submit(isLater ? 'schedule' : 'publish')}>
          {t(tray.isBusy ? 'editor.busy' : isLater ? 'editor.schedule' : 'editor.publish')}
        </Button>
      </Group>
    </>
  )
}
