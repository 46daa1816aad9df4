import type { Notice, NoticeFollowing, NoticeReminderId } from '@kolosok/contract'
import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import { sentenceOf } from './problems.ts'
import { useRemind } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly notice: Notice; readonly following: NoticeFollowing; readonly onClose: () => void }

export function RemindDialog({ notice, following: { remindersLeft, hasMail }, onClose }: Props) {
  // A retry is the same reminder.
  const [reminderId] = useState(() => newId() as NoticeReminderId)
  const [isMailed, setMailed] = useState(hasMail)
  const remind = useRemind()
  const submit = () => {
    remind.mutate(
      { params: { noticeId: notice.id, reminderId }, body: { isMailed } },
      {
        onSuccess: ({ reminded: count }) => {
          notifications.show({ message: t('remind.done', { count }) })
          onClose()
        },
      },
    )
  }
  return (
    <Modal opened onClose={onClose} title={t('remind.title')}>
      <Stack>
        <Text>{t('remind.text', { left: remindersLeft })}</Text>
        {hasMail && (
          <Checkbox
            label={t('remind.mail')}
            checked={isMailed}
            onChange={({ currentTarget }) => setMailed(currentTarget.checked)}
          />
        )}
        {remind.error && (
          <Alert color="red" role="alert">
            {sentenceOf(remind.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={remind.isPending} onClick={submit}>
            {t('remind')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
