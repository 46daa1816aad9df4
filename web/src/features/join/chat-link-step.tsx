import { chatLinkEndpoints, type ChatLinkWay, type OpenInvitation } from '@kolosok/contract'
import { Button, Skeleton, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '#lib/api.ts'
import { ErrorState } from '#ui/states.tsx'
import { ClosedPage, closedReason } from './closed-page.tsx'
import { JoinFrame } from './frame.tsx'
import classes from './join.module.css'
import { useOpenChat } from './queries.ts'
import { t } from './texts.ts'
import { WelcomeCard } from './welcome-card.tsx'

type Props = { readonly token: string; readonly invitation: OpenInvitation }

/** Signed in with the link of a chat: into it, on to asking, or a plain word that it is not for them. */
export function ChatLinkStep({ token, invitation }: Props) {
  const way = useQuery({
    queryKey: ['join', token, 'chat'],
    queryFn: ({ signal }) => call(chatLinkEndpoints.look, { params: { token } }, signal),
    retry: false,
  })
  const openChat = useOpenChat()
  const enter = useMutation({
    mutationFn: () => call(chatLinkEndpoints.enter, { params: { token } }),
    onSuccess: ({ chatId }) => openChat({ chatId }),
  })
  const closed = closedReason(way.error) ?? closedReason(enter.error)
  if (closed) return <ClosedPage reason={closed} />
  if (way.isError) {
    return (
      <ErrorState
        title={t('failed.title')}
        text={t('failed.unknown')}
        retry={t('failed.retry')}
        onRetry={() => void way.refetch()}
      />
    )
  }
  return (
    <JoinFrame step={3}>
      <WelcomeCard invitation={invitation} />
      {way.data ? (
        <Next
          way={way.data.way}
          token={token}
          isBusy={enter.isPending || enter.isSuccess}
          problem={enter.isError ? t('failed.unknown') : null}
          onEnter={() => enter.mutate()}
        />
      ) : (
        <Skeleton height={56} radius="md" aria-hidden="true" />
      )}
    </JoinFrame>
  )
}

type NextProps = {
  readonly way: ChatLinkWay['way']
  readonly token: string
  readonly isBusy: boolean
  readonly problem: string | null
  readonly onEnter: () => void
}

function Next({ way, token, isBusy, problem, onEnter }: NextProps) {
  if (way === 'none') {
    return (
      <>
        <Text>{t('chat.none')}</Text>
        <div className={classes.actions}>
          <Button size="lg" fullWidth variant="default" renderRoot={(props) => <Link to="/chats" {...props} />}>
            {t('chat.home')}
          </Button>
        </div>
      </>
    )
  }
  if (way === 'ask') {
    return (
      <>
        <Text c="dimmed">{t('chat.ask.text')}</Text>
        <div className={classes.actions}>
          <Button
            size="lg"
            fullWidth
            autoFocus
            renderRoot={(props) => <Link to="/join" search={{ via: token }} {...props} />}
          >
            {t('chat.ask')}
          </Button>
        </div>
      </>
    )
  }
  return (
    <>
      {problem !== null && (
        <Text role="alert" c="var(--danger)">
          {problem}
        </Text>
      )}
      <div className={classes.actions}>
        <Button size="lg" fullWidth autoFocus loading={isBusy} onClick={onEnter}>
          {t('chat.enter')}
        </Button>
      </div>
    </>
  )
}
