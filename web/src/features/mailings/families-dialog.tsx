import type { GroupId, MailingId, OrganizationId, SendingWay } from '@kolosok/contract'
import { Alert, Button, Checkbox, List, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import { ErrorState } from '#ui/states.tsx'
import { sentenceOf } from './problems.ts'
import { type Recipients, recipientsQuery, useSend } from './queries.ts'
import { t } from './texts.ts'

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
  const { ways, children, messages, unreachable } = recipients
  const [chosen, setChosen] = useState<readonly SendingWay[]>(ways)
  const [mailingId] = useState(() => newId() as MailingId)
  const send = useSend(organizationId, mailingId)
  const [only] = chosen
  const count = chosen.length === 2 ? messages.both : only === undefined ? 0 : messages[only]
  if (ways.length === 0) return <Text>{t('families.off')}</Text>
  if (children === 0) return <Text>{t('families.nobody')}</Text>
  return (
    <Stack>
      <Text>{t('families.text', { count: children })}</Text>
      <Checkbox.Group
        label={t('families.ways')}
        value={[...chosen]}
        onChange={(values) => setChosen(ways.filter((way) => values.includes(way)))}
      >
        <Stack gap={4} mt={6}>
          {ways.map((way) => (
            <Checkbox
              key={way}
              size="md"
              py={8}
              value={way}
              label={t(`families.way.${way}`, { count: messages[way] })}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {chosen.length === 2 && (
        <Text size="sm" c="dimmed">
          {t('families.both')}
        </Text>
      )}
      {unreachable.count > 0 && <Unreachable {...unreachable} />}
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

function Unreachable({ count, children }: Recipients['unreachable']) {
  return (
    <Alert color="wheat" title={t('families.unreachable', { count })}>
      <Text size="sm">{t('families.unreachable.text')}</Text>
      <List size="sm" mt={6} mah={140} style={{ overflow: 'auto' }}>
        {children.map(({ id, name, group }) => (
          <List.Item key={id}>{t('families.child', { name, group })}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
