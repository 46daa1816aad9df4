import { ActionIcon, Alert, Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconCalendarShare } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '#lib/dates.ts'
import { feedQuery, useMakeFeed, useRevokeFeed } from './queries.ts'
import { t } from './texts.ts'

export function FeedButton() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('feed.open')} onClick={() => setOpen(true)}>
        <IconCalendarShare size={22} stroke={1.7} />
      </ActionIcon>
      {isOpen && <FeedDialog onClose={() => setOpen(false)} />}
    </>
  )
}

/** One's meetings in one's own calendar program, by an address that is shown once. */
function FeedDialog({ onClose }: { onClose: () => void }) {
  const { data: feed } = useQuery(feedQuery())
  const make = useMakeFeed()
  const revoke = useRevokeFeed()
  const url = make.data?.url
  const isOn = feed !== undefined && feed.madeAt !== null
  return (
    <Modal opened onClose={onClose} title={t('feed.title')}>
      <Stack>
        <Text>{t('feed.text')}</Text>
        {url !== undefined && isOn && <Address url={url} />}
        {feed && <Use feed={feed} />}
        {(make.error ?? revoke.error) && (
          <Alert color="red" role="alert">
            {t('problem.other')}
          </Alert>
        )}
        <Group justify="flex-end">
          {isOn && (
            <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate()}>
              {t('feed.revoke')}
            </Button>
          )}
          {url === undefined && (
            <Button loading={make.isPending} onClick={() => make.mutate()}>
              {t(isOn ? 'feed.again' : 'feed.make')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

function Address({ url }: { url: string }) {
  return (
    <>
      <TextInput label={t('feed.address')} description={t('feed.once')} value={url} readOnly />
      <CopyButton value={url}>
        {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'feed.copied' : 'feed.copy')}</Button>}
      </CopyButton>
    </>
  )
}

/** Since when there is one, and whether a program reads it. */
function Use({ feed: { madeAt, readAt } }: { feed: { madeAt: string | null; readAt: string | null } }) {
  if (madeAt === null) return null
  const read = readAt === null ? t('feed.unread') : t('feed.read', { when: formatMoment(readAt) })
  return (
    <Text c="dimmed" fz="sm">
      {t('feed.made', { when: formatMoment(madeAt) })} {read}
    </Text>
  )
}
