import {
  type Chat,
  chatLinkEndpoints,
  type Invitation,
  INVITATION_DAYS,
  type InvitationId,
  invitationEndpoints,
} from '@kolosok/contract'
import { Button, Group, Modal, NumberInput, Skeleton, Stack, Text } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { LinkDialog } from '#features/invitations/index.ts'
import { call } from '#lib/api.ts'
import { formatFullDay } from '#lib/dates.ts'
import { newId } from '#lib/new-id.ts'
import classes from './chat-links.module.css'
import { t } from './texts.ts'

/** Of those who keep order in a chat: links with an end, a number of places, and the way to revoke them. */
export function InviteByLink({ chat }: { chat: Chat }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={classes.button}>
      <Button fullWidth variant="default" leftSection={<IconLink size={20} />} onClick={() => setOpen(true)}>
        {t('invite')}
      </Button>
      {isOpen && <Links chat={chat} onClose={() => setOpen(false)} />}
    </div>
  )
}

const linksQuery = (chatId: Chat['id']) =>
  queryOptions({
    queryKey: ['chats', chatId, 'links'],
    queryFn: async ({ signal }) => (await call(chatLinkEndpoints.list, { params: { chatId } }, signal)).invitations,
    meta: { topics: ['invitations'] },
  })

function Links({ chat, onClose }: { chat: Chat; onClose: () => void }) {
  const query = useQuery(linksQuery(chat.id))
  const [shown, setShown] = useState<Invitation | null>(null)
  if (shown) {
    return (
      <Suspense>
        <LinkDialog invitation={shown} onClose={() => setShown(null)} />
      </Suspense>
    )
  }
  return (
    <Modal opened onClose={onClose} title={t('title')}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t(chat.binding ? 'text.group' : 'text.free')}
        </Text>
        <NewLink chat={chat} onMade={setShown} />
        {query.isPending && <Skeleton height={56} radius="md" />}
        {query.isError && (
          <Text role="alert" c="var(--danger)">
            {t('failed')}
          </Text>
        )}
        {query.data?.length === 0 && <Text c="dimmed">{t('empty')}</Text>}
        <ul className={classes.list}>
          {query.data?.map((link) => (
            <LinkRow key={link.id} chat={chat} link={link} onShow={() => setShown(link)} />
          ))}
        </ul>
      </Stack>
    </Modal>
  )
}

const whole = (value: string | number, otherwise: number) => (typeof value === 'number' ? value : otherwise)

function NewLink({ chat, onMade }: { chat: Chat; onMade: (link: Invitation) => void }) {
  const [days, setDays] = useState(INVITATION_DAYS)
  const [useLimit, setUseLimit] = useState(30)
  const client = useQueryClient()
  // Of the link, not of the attempt; the next link gets another.
  const [invitationId, setInvitationId] = useState(() => newId() as InvitationId)
  const create = useMutation({
    mutationFn: () =>
      call(chatLinkEndpoints.create, { params: { chatId: chat.id, invitationId }, body: { days, useLimit } }),
    onSuccess: async (link) => {
      setInvitationId(newId() as InvitationId)
      await client.invalidateQueries({ queryKey: linksQuery(chat.id).queryKey })
      onMade(link)
    },
  })
  return (
    <Stack gap="sm">
      <Group grow align="flex-end">
        <NumberInput
          size="md"
          label={t('days')}
          min={1}
          max={90}
          clampBehavior="strict"
          value={days}
          onChange={(value) => setDays(whole(value, 1))}
        />
        <NumberInput
          size="md"
          label={t('uses')}
          min={1}
          max={200}
          clampBehavior="strict"
          value={useLimit}
          onChange={(value) => setUseLimit(whole(value, 1))}
        />
      </Group>
      {create.isError && (
        <Text role="alert" c="var(--danger)">
          {t('failed')}
        </Text>
      )}
      <Button loading={create.isPending} onClick={() => create.mutate()}>
        {t('create')}
      </Button>
    </Stack>
  )
}

function LinkRow({ chat, link, onShow }: { chat: Chat; link: Invitation; onShow: () => void }) {
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: (organizationId: NonNullable<Chat['organizationId']>) =>
      call(invitationEndpoints.revoke, { params: { organizationId, invitationId: link.id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: linksQuery(chat.id).queryKey }),
  })
  const { organizationId } = chat
  const facts = [
    t(`state.${link.state}`),
    t('used', { uses: link.uses, limit: link.useLimit }),
    t('until', { date: formatFullDay(link.expiresAt) }),
  ]
  return (
    <li className={classes.row}>
      <span className={classes.facts}>
        {facts.join(' · ')}
        {revoke.isError && (
          <Text role="alert" c="var(--danger)" size="sm">
            {t('failed')}
          </Text>
        )}
      </span>
      {link.state === 'open' && organizationId && (
        <Group gap={4}>
          <Button variant="light" onClick={onShow}>
            {t('show')}
          </Button>
          <Button variant="subtle" color="red" loading={revoke.isPending} onClick={() => revoke.mutate(organizationId)}>
            {t('revoke')}
          </Button>
        </Group>
      )}
    </li>
  )
}
