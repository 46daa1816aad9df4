import type { Channel, OrganizationId, Proposal } from '@kolosok/contract'
import { Button, Title } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCurrentOrganization, useIsClosed } from '#lib/current-organization.ts'
import { EmptyState } from '#ui/states.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import { BackButton } from './channel-header.tsx'
import classes from './channels.module.css'
import { DeletePost } from './delete-post.tsx'
import { PostEditor } from './post-editor.tsx'
import { type Act, ProposalCard } from './proposal-card.tsx'
import { channelsQuery, proposalsQuery } from './queries.ts'
import { ReturnDialog } from './return-dialog.tsx'
import { t } from './texts.ts'

export function ProposalsPage() {
  const { organization } = useCurrentOrganization()
  return organization && <Proposals key={organization.id} organizationId={organization.id} />
}

type Doing = { readonly what: Act; readonly proposal: Proposal }

/** What is worked on: everybody's for those who publish, one's own for those who propose. */
function Proposals({ organizationId }: { organizationId: OrganizationId }) {
  const { channels = [], mayManage: mayPublish = false } = useQuery(channelsQuery(organizationId)).data ?? {}
  const query = useInfiniteQuery(proposalsQuery(organizationId))
  const isClosed = useIsClosed(organizationId)
  const [doing, setDoing] = useState<Doing | null>(null)
  const proposals = query.data?.pages.flatMap((page) => page.proposals) ?? []
  return (
    <>
      <header className={classes.header}>
        <BackButton />
        <div className={classes.heading}>
          <Title order={1} fz={20}>
            {t('proposals')}
          </Title>
          <div className={classes.sub}>{t(mayPublish ? 'proposals.lead.admin' : 'proposals.lead')}</div>
        </div>
      </header>
      <div className={classes.posts} tabIndex={-1}>
        <div className={classes.column}>
          <NotYet query={query} hidden={t('error.hidden')} />
          {query.data && proposals.length === 0 && (
            <EmptyState
              title={t('proposals.empty.title')}
              text={t(mayPublish ? 'proposals.empty.admin' : 'proposals.empty.text')}
            />
          )}
          {proposals.map((proposal) => (
            <ProposalCard
              key={proposal.id}
              proposal={proposal}
              mayPublish={mayPublish}
              isClosed={isClosed}
              onDo={(what) => setDoing({ what, proposal })}
            />
          ))}
          {query.hasNextPage && (
            <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('posts.more')}
            </Button>
          )}
        </div>
      </div>
      {doing && (
        <Dialog
          doing={doing}
          mayPublish={mayPublish}
          hasComments={takesComments(channels, doing.proposal)}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  )
}

const takesComments = (channels: readonly Channel[], { channelId }: Proposal) =>
  channels.some(({ id, hasComments }) => id === channelId && hasComments)

type DialogProps = {
  readonly doing: Doing
  readonly mayPublish: boolean
  readonly hasComments: boolean
  readonly onClose: () => void
}

function Dialog({ doing: { what, proposal }, mayPublish, hasComments, onClose }: DialogProps) {
  if (what === 'return') return <ReturnDialog proposal={proposal} onClose={onClose} />
  if (what === 'remove') return <DeletePost post={proposal} onClose={onClose} />
  return <PostEditor channel={{ id: proposal.channelId, mayPublish, hasComments }} post={proposal} onClose={onClose} />
}
