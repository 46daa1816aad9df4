import type { Channel } from '@kolosok/contract'
import { ActionIcon, Button, Group, Title } from '@mantine/core'
import { IconBellZ, IconBroadcast, IconFilePencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { audienceName } from '#features/audience/index.ts'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { formatRecent } from '#lib/dates.ts'
import { waitingQuery } from '#lib/waiting.ts'
import { Face } from '#ui/face.tsx'
import { HelpMark } from '#ui/help-mark.tsx'
import { EmptyState } from '#ui/states.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import { ChannelDialog } from './channel-dialog.tsx'
import classes from './channels.module.css'
import { channelsQuery } from './queries.ts'
import { t } from './texts.ts'

export function ChannelList() {
  const { organization } = useCurrentOrganization()
  return (
    <>
      {organization ? (
        <Channels key={organization.id} organizationId={organization.id} />
      ) : (
        <EmptyState title={t('empty.title')} text={t('empty.text')} isPage />
      )}
    </>
  )
}

function Channels({ organizationId }: Pick<Channel, 'organizationId'>) {
  const query = useQuery(channelsQuery(organizationId))
  const [isNew, setNew] = useState(false)
  const { channels = [], mayManage = false } = query.data ?? {}
  const isWorking = mayManage || channels.some(({ mayPropose }) => mayPropose)
  return (
    <>
      <header className={classes.listHeader}>
        <Title order={1} fz={24}>
          {t('title')}
        </Title>
        <Group gap={4}>
          <HelpMark />
          {mayManage && (
            <ActionIcon size={44} variant="light" aria-label={t('new')} onClick={() => setNew(true)}>
              <IconPlus size={22} stroke={1.7} />
            </ActionIcon>
          )}
        </Group>
      </header>
      <div className={classes.rows}>
        <BroadcastsRow />
        {isWorking && <ProposalsRow organizationId={organizationId} />}
        <NotYet query={query} hidden={t('error.hidden')} />
        {query.data && channels.length === 0 && (
          <EmptyState
            title={t('empty.title')}
            text={t(mayManage ? 'empty.admin' : 'empty.text')}
            action={mayManage && <Button onClick={() => setNew(true)}>{t('new')}</Button>}
          />
        )}
        {channels.map((channel) => (
          <ChannelRow key={channel.id} channel={channel} />
        ))}
      </div>
      {isNew && <ChannelDialog organizationId={organizationId} onClose={() => setNew(false)} />}
    </>
  )
}

function BroadcastsRow() {
  return (
    <Link to="/broadcasts" className={classes.row}>
      <span className={classes.icon} aria-hidden="true">
        <IconBroadcast size={24} stroke={1.7} />
      </span>
      <span className={classes.rowTitle}>
        <span className={classes.name}>{t('broadcasts')}</span>
      </span>
      <span className={classes.last}>
        <span className={classes.preview}>{t('broadcasts.hint')}</span>
      </span>
    </Link>
  )
}

function ProposalsRow({ organizationId }: Pick<Channel, 'organizationId'>) {
  const waiting = useQuery(waitingQuery()).data?.proposals.find((one) => one.organizationId === organizationId)
  return (
    <Link to="/channels/proposals" className={classes.row}>
      <span className={classes.icon} aria-hidden="true">
        <IconFilePencil size={24} stroke={1.7} />
      </span>
      <span className={classes.rowTitle}>
        <span className={classes.name}>{t('proposals')}</span>
      </span>
      <span className={classes.last}>
        <span className={classes.preview}>{t('proposals.hint')}</span>
        {waiting && (
          <span className={classes.unread}>
            <span aria-hidden="true">{waiting.count}</span>
            <span className="visually-hidden">{t('proposals.waiting', { count: waiting.count })}</span>
          </span>
        )}
      </span>
    </Link>
  )
}

function ChannelRow({ channel }: { channel: Channel }) {
  const { id, title, unread, isMuted, isClosed, last, audience } = channel
  return (
    <Link to="/channels/$channelId" params={{ channelId: id }} className={classes.row}>
      <Face name={title} isGroup size={48} />
      <span className={classes.rowTitle}>
        <span className={classes.name}>{title}</span>
        {isMuted && <IconBellZ size={16} className={classes.quiet} aria-label={t('muted')} role="img" />}
        {last && (
          <time className={classes.when} dateTime={last.publishedAt}>
            {formatRecent(last.publishedAt)}
          </time>
        )}
      </span>
      <span className={classes.last}>
        <span className={classes.preview}>
          {isClosed ? t('closed') : last ? last.text || t('last.files') : audienceName(audience.kind)}
        </span>
        {unread > 0 && (
          <span className={classes.unread} data-muted={isMuted || undefined}>
            <span aria-hidden="true">{unread > 98 ? '99+' : unread}</span>
            <span className="visually-hidden">{t('unread', { count: unread })}</span>
          </span>
        )}
      </span>
    </Link>
  )
}
