import { Center, Loader } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation, useMatches, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { loadSync } from '#features/messages/index.ts'
import type { AccountId } from '@kolosok/contract'
import { NoConnection } from '#lib/api.ts'
import { keepAnswers } from '#lib/kept-answers.ts'
import { MeContext, MembershipsContext, membershipsQuery, meQuery } from '#lib/me.ts'
import { ErrorState } from '#ui/states.tsx'
import { isPartMissing } from './parts.ts'
import { PublicFrame } from './public-frame.tsx'
import { forgetEverything } from './session.ts'
import { Shell } from './shell.tsx'
import { t } from './texts.ts'

/** Lets in whoever has signed in and sends everybody else to where that is done. */
export function AccountFrame() {
  const me = useQuery(meQuery())
  const memberships = useQuery({ ...membershipsQuery(), enabled: !!me.data })
  const { pathname, href } = useLocation()
  // At the first look already: what this device has kept of somebody may outlive their session.
  const [wasIn, setWasIn] = useState(false)
  if (me.data && !wasIn) setWasIn(true)
  const isForGuests = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.isForGuests) })

  if (me.data === null && isForGuests && !wasIn) return <PublicFrame />
  if (me.data === null) return <SignedOut target={afterwards({ pathname, href, wasIn })} />
  if (me.data && memberships.data) {
    return (
      <MeContext value={me.data}>
        <MembershipsContext value={memberships.data}>
          <SignedIn key={me.data.accountId} accountId={me.data.accountId} />
        </MembershipsContext>
      </MeContext>
    )
  }

  const failed = [me, memberships].find((query) => query.isError)
  if (failed) {
    return (
      <ErrorState
        title={t('error.title')}
        text={t(failed.error instanceof NoConnection ? 'error.offline' : 'error.unknown')}
        retry={t('error.retry')}
        onRetry={() => void failed.refetch()}
      />
    )
  }
  return (
    <Center h="100dvh">
      <Loader role="status" aria-label={t('loading')} />
    </Center>
  )
}

function SignedIn({ accountId }: { accountId: AccountId }) {
  const client = useQueryClient()
  useEffect(() => {
    const stopKeeping = keepAnswers(client)
    let stopSync: (() => void) | null = null
    let isLeft = false
    void loadSync().then(({ startSync }) => {
      if (isLeft) return
      stopSync = startSync(client, accountId, () => void client.invalidateQueries({ queryKey: ['me'] }))
    })
    return () => {
      isLeft = true
      stopKeeping()
      stopSync?.()
    }
  }, [client, accountId])
  return <Shell />
}

function afterwards({ pathname, href, wasIn }: { pathname: string; href: string; wasIn: boolean }): string {
  if (pathname === '/' && !wasIn) return '/welcome'
  return `/sign-in?next=${encodeURIComponent(href)}${wasIn ? '&ended=true' : ''}`
}

/** A session that ended leaves nothing of its account on the device; signing in leads back here. */
function SignedOut(props: { target: string }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  // From where one was: the address is already the new one while its page is being loaded.
  const [target] = useState(props.target)
  useEffect(() => {
    void forgetEverything(client)
    void navigate({ href: target, replace: true })
  }, [client, navigate, target])
  return null
}

const loadAnew = () => location.reload()

export function PageError({ error, reset }: { error: unknown; reset: () => void }) {
  const isPart = isPartMissing(error)
  useEffect(() => {
    if (!isPart) return undefined
    addEventListener('online', loadAnew)
    return () => removeEventListener('online', loadAnew)
  }, [isPart])
  return (
    <ErrorState
      title={t('error.title')}
      text={t(error instanceof NoConnection || isPart ? 'error.offline' : 'error.unknown')}
      retry={t('error.retry')}
      onRetry={isPart ? loadAnew : reset}
    />
  )
}

export function PagePending() {
  return (
    <Center h="100%" mih={200}>
      <Loader role="status" aria-label={t('loading')} />
    </Center>
  )
}
