import type { GroupId, MailingId, OrganizationId } from '@kolosok/contract'
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import { sentenceOf } from './problems.ts'
import { useSend } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly organizationId: OrganizationId
  readonly groupId: GroupId | null
  readonly count: number
  readonly onClose: () => void
}

/** Once more to those who were written to and have not come. */
export function RemindDialog({ organizationId, groupId, count, onClose }: Props) {
  const [mailingId] = useState(() => newId() as MailingId)
  const send = useSend(organizationId, mailingId)
  return (
    <Modal opened onClose={onClose} title={t('remind.title')}>
      <Stack>
        <Text>{t('remind.text', { count })}</Text>
        {send.isError && (
          <Alert color="red" role="alert">
            {sentenceOf(send.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('cancel')}
          </Button>
          <Button
            loading={send.isPending}
            onClick={() => send.mutate({ to: 'unclaimed', ...(groupId && { groupId }) }, { onSuccess: onClose })}
          >
            {t('remind.action', { count })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
