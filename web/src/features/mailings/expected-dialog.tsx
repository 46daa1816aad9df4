import type { MailingId, OrganizationId, SendingWay } from '@kolosok/contract'
import { Alert, Button, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import { sentenceOf } from './problems.ts'
import { type Recipients, useSend } from './queries.ts'
import { t } from './texts.ts'
import { ofChoice, WayChoice } from './way-choice.tsx'

type Props = {
  readonly organizationId: OrganizationId
  readonly recipients: Recipients
  readonly onClose: () => void
}

/** To the colleagues whom a list names and who have not come yet. */
export function ExpectedDialog({ organizationId, recipients: { ways, expected }, onClose }: Props) {
  const [chosen, setChosen] = useState<readonly SendingWay[]>(ways)
  const [mailingId] = useState(() => newId() as MailingId)
  const send = useSend(organizationId, mailingId)
  const count = ofChoice(expected.messages, chosen) ?? 0
  const without = ofChoice(expected.unreachable, chosen) ?? 0
  return (
    <Modal opened onClose={onClose} title={t('expected.title')}>
      <Stack>
        <Text>{t('expected.text', { count: expected.people })}</Text>
        <WayChoice
          ways={ways}
          messages={expected.messages}
          lately={expected.lately}
          chosen={chosen}
          onChange={setChosen}
        />
        {without > 0 && <Alert color="wheat">{t('expected.unreachable', { count: without })}</Alert>}
        {send.isError && (
          <Alert color="red" role="alert">
            {sentenceOf(send.error)}
          </Alert>
        )}
        <Button
          disabled={count === 0}
          loading={send.isPending}
          onClick={() => send.mutate({ to: 'expected', ways: [...chosen] }, { onSuccess: onClose })}
        >
          {count === 0 ? t('families.none') : t('families.send', { count })}
        </Button>
      </Stack>
    </Modal>
  )
}
