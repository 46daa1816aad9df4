import { Box } from '@mantine/core'
import { Outlet, useMatchRoute } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { ConfirmationBanner } from '#features/confirmations/index.ts'
import { CallHost } from '#features/calls/index.ts'
import { MeetingBanner } from '#features/meetings/index.ts'
import { PhoneChangeBanner } from '#features/phone-changes/index.ts'
import { useMe, useMemberships } from '#lib/me.ts'
import { useOwnScroll } from '#lib/own-scroll.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { InsecureNotice } from './insecure-notice.tsx'
import { Navigation } from './navigation.tsx'
import { ClosingBanner } from './closing-banner.tsx'
import { ComingBackBanner } from './coming-back-banner.tsx'
import { PhoneBanner } from './phone-banner.tsx'
import { Place } from './place.tsx'
import classes from './shell.module.css'
import { NearBroadcasts } from './near-broadcasts.tsx'
import { UnreadTitle } from './unread-title.tsx'

const NowherePage = lazy(async () => ({ default: (await import('./nowhere-page.tsx')).NowherePage }))

/** The frame of every signed-in page: sections beside it on a desktop, below it on a phone. */
export function Shell() {
  const me = useMe()
  const memberships = useMemberships()
  const page = useOwnScroll<HTMLElement>()
  const isAt = useMatchRoute()
  const isInChat = isAt({ to: '/chats/$chatId', fuzzy: true }) !== false
  const isNowhere =
    memberships.length === 0 &&
    !me.isOperator &&
    isAt({ to: '/phone' }) === false &&
    isAt({ to: '/help', fuzzy: true }) === false &&
    isAt({ to: '/my-data' }) === false &&
    isAt({ to: '/join' }) === false

  return (
    <div className={classes.shell} data-in-chat={isInChat || undefined}>
      <UnreadTitle />
      <ConnectionBanner />
      <div className={classes.notice}>
        <InsecureNotice />
        <ClosingBanner />
        <PhoneBanner />
        <ComingBackBanner />
        {me.phoneChange && (
          <Suspense>
            <PhoneChangeBanner change={me.phoneChange} />
          </Suspense>
        )}
        <ConfirmationBanner />
        {memberships.length > 0 && (
          <Suspense>
            <MeetingBanner />
          </Suspense>
        )}
        <NearBroadcasts />
      </div>
      <Place />
      <Navigation />
      <CallHost />
      <Box component="main" ref={page} className={classes.page}>
        {isNowhere ? (
          <Suspense>
            <NowherePage />
          </Suspense>
        ) : (
          <Outlet />
        )}
      </Box>
    </div>
  )
}
