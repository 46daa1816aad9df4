import { accountMergeEndpoints, type AccountMergeId, type MergePreview } from '@kolosok/contract'
import { Button, Group, List, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { meQuery } from '#lib/me.ts'
import { type Proven, type SayOther, sentenceOf } from './proof.ts'
import { t } from './texts.ts'

type Props = {
  readonly id: AccountMergeId
  readonly proven: Proven
  readonly sayOther: SayOther
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Told before it happens: it can't be undone. */
export function Confirmation({ id, proven: { proof, preview }, sayOther, onDone, onClose }: Props) {
  const client = useQueryClient()
  const merge = useMutation({
    mutationFn: () => call(accountMergeEndpoints.merge, { params: { accountMergeId: id }, body: proof }),
    onSuccess: (me) => {
      onDone()
      client.setQueryData(meQuery().queryKey, me)
      void client.invalidateQueries()
    },
  })
  return (
    <Stack>
      <Text fw={600}>{t('preview.title')}</Text>
      {preview.fullName !== '' && <Text>{t('preview.name', { name: preview.fullName })}</Text>}
      <List spacing={4}>
        {linesOf(preview).map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      {preview.archivedCount > 0 && <Text>{t('preview.archived', { count: preview.archivedCount })}</Text>}
      {preview.deviceCount > 0 && <Text>{t('preview.devices', { count: preview.deviceCount })}</Text>}
      <Text fw={600}>{t('preview.final')}</Text>
      {merge.isError && (
        <Text role="alert" c="var(--danger)">
          {sentenceOf(merge.error, sayOther)}
        </Text>
      )}
      <Group>
        <Button size="md" autoFocus loading={merge.isPending} onClick={() => merge.mutate()}>
          {t('merge')}
        </Button>
        <Button variant="default" size="md" onClick={onClose}>
          {t('cancel')}
        </Button>
      </Group>
    </Stack>
  )
}

function linesOf({ places, chatCount }: MergePreview): string[] {
  if (places.length === 0) return [t('preview.nowhere')]
  return [
    ...places.map(({ organization, roles }) =>
      t('preview.place', { organization, roles: roles.map((role) => t(`role.${role}`)).join(', ') }),
    ),
    ...places
      .filter(({ children }) => children.length > 0)
      .map(({ children }) => t('preview.children', { count: children.length, names: children.join(', ') })),
    ...(chatCount > 0 ? [t('preview.chats', { count: chatCount })] : []),
  ]
}
