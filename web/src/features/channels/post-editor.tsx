import { type Channel, MAX_TEXT, type Post } from '@kolosok/contract'
import { Alert, Button, Group, Modal, Stack, Switch, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { FilePicker } from '#features/files/index.ts'
import { MomentField } from '#ui/date-field.tsx'
import { MarksField } from '#ui/marks-field.tsx'
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
        <FilePicker tray={editing.tray} label={t('editor.files')} held={editing.held} onLetGo={editing.letGo} />
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
