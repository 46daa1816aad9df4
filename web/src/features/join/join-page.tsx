import type { Joined, OpenInvitation } from '@kolosok/contract'
import { Center, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { NoConnection } from '#lib/api.ts'
import { meQuery } from '#lib/me.ts'
import { ErrorState } from '#ui/states.tsx'
import { ChatLinkStep } from './chat-link-step.tsx'
import { ClosedPage, closedReason } from './closed-page.tsx'
import { JoinSteps } from './join-steps.tsx'
import { invitationQuery, useOpenChat } from './queries.ts'
import { t } from './texts.ts'

/** What an invitation's QR code opens. */
export function JoinPage() {
  const { token = '' } = useParams({ strict: false })
  const invitation = useQuery(invitationQuery(token))
  const me = useQuery(meQuery())
  const failed = [invitation, me].find((query) => query.isError)

  if (failed) {
    const reason = closedReason(failed.error)
    if (reason) return <ClosedPage reason={reason} />
    return (
      <ErrorState
        title={t('failed.title')}
        text={t(failed.error instanceof NoConnection ? 'failed.offline' : 'failed.unknown')}
        retry={t('failed.retry')}
        onRetry={() => void failed.refetch()}
      />
    )
  }
  if (!invitation.data || me.data === undefined) return <Opening />
  if (invitation.data.joined) return <Enter joined={invitation.data.joined} />
  if (invitation.data.kind === 'chat' && me.data !== null) {
    return <ChatLinkStep token={token} invitation={invitation.data} />
  }
  return <JoinSteps token={token} invitation={invitation.data satisfies OpenInvitation} isSignedIn={me.data !== null} />
}

/** Joined before, by this link or another: straight into the chat. */
function Enter({ joined }: { joined: Joined }) {
  const openChat = useOpenChat()
  const hasStarted = useRef(false)
  useEffect(() => {
    if (hasStarted.current) return
    hasStarted.current = true
    void openChat(joined)
  }, [openChat, joined])
  return <Opening />
}

function Opening() {
  return (
    <Center h="100dvh">
      <Loader role="status" aria-label={t('opening')} />
    </Center>
  )
}
