import type { GroupId, MailingId, OrganizationId, SendingWay } from '@kolosok/contract'
import { Alert, Button, List, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import { ErrorState } from '#ui/states.tsx'
import { sentenceOf } from './problems.ts'
import { type Recipients, recipientsQuery, useSend } from './queries.ts'
import { t } from './texts.ts'
import { ofChoice, WayChoice } from './way-choice.tsx'

type Props = {
  readonly organizationId: OrganizationId
  /** Null: the whole organization. */
  readonly group: { readonly id: GroupId; readonly name: string } | null
  readonly onClose: () => void
}

/** To every family nobody has joined for: how many it reaches, and whom it does not. */
export function FamiliesDialog({ organizationId, group, onClose }: Props) {
  const query = useQuery(recipientsQuery(organizationId, group?.id ?? null))
  return (
    <Modal
      opened
      onClose={onClose}
      title={group ? t('families.title.group', { group: group.name }) : t('families.title')}
    >
      {query.isPending && <Skeleton height={160} radius="md" aria-hidden="true" />}
      {query.isError && (
        <ErrorState
          title={t('error.title')}
          text={t('error.text')}
          retry={t('error.retry')}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data && (
        <Choice organizationId={organizationId} groupId={group?.id} recipients={query.data} onClose={onClose} />
      )}
    </Modal>
  )
}

type ChoiceProps = {
  readonly organizationId: OrganizationId
  readonly groupId: GroupId | undefined
  readonly recipients: Recipients
  readonly onClose: () => void
}

function Choice({ organizationId, groupId, recipients, onClose }: ChoiceProps) {
  const { ways, children, messages, lately } = recipients
  const [chosen, setChosen] = useState<readonly SendingWay[]>(ways)
  const [mailingId] = useState(() => newId() as MailingId)
  const send = useSend(organizationId, mailingId)
  const count = ofChoice(messages, chosen) ?? 0
  const unreachable = ofChoice(recipients.unreachable, chosen)
  const reachesAnybody = ways.some((way) => messages[way] + lately[way] > 0)
  if (ways.length === 0) return <Text>{t('families.off')}</Text>
  if (children === 0) return <Text>{t('families.nobody')}</Text>
  return (
    <Stack>
      <Text>{t('families.text', { count: children })}</Text>
      {reachesAnybody && (
        <WayChoice ways={ways} messages={messages} lately={lately} chosen={chosen} onChange={setChosen} />
      )}
      {unreachable && unreachable.count > 0 && <Unreachable {...unreachable} />}
      {send.isError && (
        <Alert color="red" role="alert">
          {sentenceOf(send.error)}
        </Alert>
      )}
      <Button
        disabled={count === 0}
        loading={send.isPending}
        onClick={() =>
          send.mutate({ to: 'families', ways: [...chosen], ...(groupId && { groupId }) }, { onSuccess: onClose })
        }
      >
        {count === 0 ? t('families.none') : t('families.send', { count })}
      </Button>
    </Stack>
  )
}

function Unreachable({ count, children }: Recipients['unreachable']['both']) {
  return (
    <Alert color="wheat" title={t('families.unreachable', { count })}>
      <Text size="sm">{t('families.unreachable.text')}</Text>
      <List size="sm" mt={6} mah={140} style={{ overflow: 'auto' }} tabIndex={0}>
        {children.map(({ id, name, group }) => (
          <List.Item key={id}>{t('families.child', { name, group })}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
