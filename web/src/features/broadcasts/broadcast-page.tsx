import type { Broadcast, BroadcastId } from '@kolosok/contract'
import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { audienceName } from '#features/audience/index.ts'
import { Recordings } from '#features/recordings/index.ts'
import { NotYet } from '#ui/not-yet.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { LinkedText } from '#ui/linked-text.tsx'
import { BroadcastActions } from './broadcast-actions.tsx'
import classes from './broadcasts.module.css'
import type { Entry, Out } from './entry.ts'
import { broadcastQuery } from './queries.ts'
import { BroadcastState, figuresOf, whenOf } from './state.tsx'
import { t } from './texts.ts'

// LiveKit comes with it: only when somebody goes in.
const BroadcastRoom = lazy(async () => ({ default: (await import('./broadcast-room.tsx')).BroadcastRoom }))

export function BroadcastPage() {
  const { broadcastId }: Record<string, string | undefined> = useParams({ strict: false })
  return <OneBroadcast key={broadcastId} broadcastId={broadcastId as BroadcastId} />
}

function OneBroadcast({ broadcastId }: { broadcastId: BroadcastId }) {
  const query = useQuery(broadcastQuery(broadcastId))
  const [entry, setEntry] = useState<Entry | null>(null)
  const [out, setOut] = useState<Out | null>(null)
  const broadcast = query.data
  if (!broadcast) {
    return (
      <PageFrame title={t('title')} backTo="/broadcasts">
        <NotYet query={query} hidden={t('error.hidden')} />
      </PageFrame>
    )
  }
  const enter = (next: Entry) => {
    setOut(null)
    setEntry(next)
  }
  return (
    <PageFrame title={broadcast.title} backTo={backOf(broadcast)}>
      {out && out !== 'ended' && (
        <Alert color="orange" role="alert">
          {t(`out.${out}`)}
        </Alert>
      )}
      <About broadcast={broadcast} />
      <BroadcastActions broadcast={broadcast} onEnter={enter} />
      {(broadcast.state === 'live' || broadcast.state === 'ended') && (
        <Recordings
          room={{ owner: 'broadcast', id: broadcast.id }}
          isExpected={broadcast.isRecorded || broadcast.recordings > 0}
        />
      )}
      {entry && (
        <Suspense>
          <BroadcastRoom
            broadcast={broadcast}
            entry={entry}
            onClose={(reason) => {
              setEntry(null)
              setOut(reason ?? null)
            }}
          />
        </Suspense>
      )}
    </PageFrame>
  )
}

/** Of a webinar: to its page, where one's own seat and its materials are. */
function backOf({ webinarId, abilities }: Broadcast): '/broadcasts' | ((props: object) => ReactNode) {
  if (webinarId === null) return '/broadcasts'
  const to = abilities.seeAttendance || abilities.start ? '/operator/webinars/$webinarId' : '/webinars/$webinarId'
  return (props) => <Link to={to} params={{ webinarId }} {...props} />
}

function About({ broadcast }: { broadcast: Broadcast }) {
  const { state, host, about, audience, webinarId } = broadcast
  const figures = figuresOf(broadcast)
  return (
    <article className={classes.whole}>
      <span className={classes.marks}>
        <BroadcastState state={state} />
        <span>{whenOf(broadcast)}</span>
      </span>
      {host !== '' && <span>{t('host', { name: host })}</span>}
      {webinarId === null && <span className={classes.quiet}>{audienceName(audience.kind)}</span>}
      {about !== '' && (
        <p className={classes.text}>
          <LinkedText text={about} />
        </p>
      )}
      {figures !== '' && <span className={classes.figures}>{figures}</span>}
    </article>
  )
}
