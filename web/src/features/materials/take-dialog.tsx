import {
  type MaterialFolderId,
  materialEndpoints,
  type MaterialId,
  type MaterialShelf,
  type Message,
  type OrganizationId,
} from '@kolosok/contract'
import { Alert, Button, Checkbox, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import { linksIn } from '#ui/links-in.ts'
import { showUndo } from '#ui/show-undo.ts'
import { nameOf } from './folder-choices.ts'
import { NotYet } from '#ui/not-yet.tsx'
import { sentenceOf } from './problems.ts'
import { shelvesQuery, useChange } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly message: Pick<Message, 'id' | 'chatId' | 'attachments' | 'text'>
  readonly organizationId: OrganizationId
  /** Whose chat it is: where it most likely belongs. */
  readonly groupId: string | null
  readonly onClose: () => void
}

/** What a message holds into a folder: one click where the guess is right. */
export function TakeDialog({ message, organizationId, groupId, onClose }: Props) {
  const query = useQuery(shelvesQuery(organizationId))
  const shelves = query.data?.shelves.filter(({ mayAdd }) => mayAdd)
  return (
    <Modal opened onClose={onClose} title={t('take.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <NotYet query={query} hidden={t('error.hidden')} />
      {shelves?.length === 0 && <Text>{t('take.nowhere')}</Text>}
      {shelves && shelves.length > 0 && (
        <Taking
          message={message}
          organizationId={organizationId}
          groupId={groupId}
          shelves={shelves}
          onClose={onClose}
        />
      )}
    </Modal>
  )
}

type Item = {
  readonly key: string
  readonly name: string
  readonly fileId: string | null
  readonly link: string | null
}

const itemsOf = ({ attachments, text }: Props['message']): Item[] => [
  ...attachments.map(({ fileId, name }) => ({ key: fileId, name, fileId, link: null })),
  ...linksIn(text).map((link) => ({ key: link, name: link, fileId: null, link })),
]

/** A new folder «Из чата» of a shelf that has none of that name. */
const NEW = 'new:'
const keyOf = ({ groupId, programme }: MaterialShelf) =>
  groupId === null ? `${NEW}programme:${programme}` : `${NEW}group:${groupId}`

const choicesOf = (shelves: readonly MaterialShelf[]) =>
  shelves.map((shelf) => ({
    group: nameOf(shelf),
    items: [
      ...shelf.folders.map(({ id, title }) => ({ value: id, label: title })),
      ...(shelf.folders.some(({ title }) => title === t('take.default'))
        ? []
        : [{ value: keyOf(shelf), label: t('take.new', { shelf: nameOf(shelf) }) }]),
    ],
  }))

/** The folder used last of the chat's group, else a new one of it. */
function guess(shelves: readonly MaterialShelf[], groupId: string | null): string {
  const shelf = shelves.find((one) => one.groupId === groupId) ?? shelves[0]
  if (!shelf) return ''
  const [last] = shelf.folders.toSorted((a, b) => (b.changedAt ?? '').localeCompare(a.changedAt ?? ''))
  return last?.id ?? keyOf(shelf)
}

function Taking({
  message,
  organizationId,
  groupId,
  shelves,
  onClose,
}: Props & { readonly shelves: readonly MaterialShelf[] }) {
  const [items] = useState(() => itemsOf(message))
  const [picked, setPicked] = useState(() => items.map(({ key }) => key))
  const [where, setWhere] = useState(() => guess(shelves, groupId))
  const [isMissing, setMissing] = useState(false)
  // Chosen once: a retry puts in the same.
  const [ids] = useState(() => new Map(items.map(({ key }) => [key, newId() as MaterialId])))
  const [newFolderId] = useState(() => newId() as MaterialFolderId)
  const save = useChange(materialEndpoints.saveFolder)
  const take = useChange(materialEndpoints.take)
  const navigate = useNavigate()

  const submit = async () => {
    setMissing(picked.length === 0)
    if (picked.length === 0) return
    const shelf = shelves.find((one) => keyOf(one) === where)
    const folderId = shelf ? newFolderId : (where as MaterialFolderId)
    if (shelf) {
      const body = { title: t('take.default'), groupId: shelf.groupId, programme: shelf.programme }
      await save.mutateAsync({ params: { organizationId, folderId }, body })
    }
    const chosen = items
      .filter(({ key }) => picked.includes(key))
      .map(({ key, fileId, link }) => ({ materialId: ids.get(key) as MaterialId, fileId: fileId as never, link }))
    await take.mutateAsync({
      params: { folderId, messageId: message.id },
      body: { chatId: message.chatId, items: chosen },
    })
    onClose()
    showUndo(t('take.done', { count: chosen.length }), {
      label: t('take.open'),
      run: () => void navigate({ to: '/materials/$folderId', params: { folderId } }),
    })
  }

  const problem = save.error ?? take.error
  return (
    <Stack>
      <Checkbox.Group
        label={t('take.what')}
        value={picked}
        onChange={setPicked}
        {...(isMissing && { error: t('take.required') })}
      >
        <Stack gap="xs" mt={6}>
          {items.map(({ key, name }) => (
            <Checkbox key={key} value={key} label={name} styles={{ label: { overflowWrap: 'anywhere' } }} />
          ))}
        </Stack>
      </Checkbox.Group>
      <NativeSelect
        label={t('take.where')}
        data={choicesOf(shelves)}
        value={where}
        onChange={({ currentTarget }) => setWhere(currentTarget.value)}
      />
      {problem && (
        <Alert color="red" role="alert">
          {sentenceOf(problem)}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          data-autofocus
          loading={save.isPending || take.isPending}
          onClick={() => void submit().catch(() => undefined)}
        >
          {t('save')}
        </Button>
      </Group>
    </Stack>
  )
}
