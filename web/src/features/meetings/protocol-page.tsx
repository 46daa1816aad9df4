import { type MeetingId, type MeetingProtocol, meetingProtocolEndpoints, pathOf } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { readKept } from '#lib/kept-writing.ts'
import { NotYet } from '#ui/not-yet.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PaperMenu } from '#ui/paper-menu.tsx'
import { ProtocolEditor } from './protocol-editor.tsx'
import { ProtocolText } from './protocol-text.tsx'
import { protocolQuery } from './protocol-queries.ts'
import { meetingQuery } from './queries.ts'
import { t } from './texts.ts'
import { type Kept, keyOf } from './use-protocol.ts'

export function ProtocolPage() {
  const { meetingId }: Record<string, string | undefined> = useParams({ strict: false })
  return <OneProtocol key={meetingId} meetingId={meetingId as MeetingId} />
}

function OneProtocol({ meetingId }: { meetingId: MeetingId }) {
  const query = useQuery(protocolQuery(meetingId))
  const title = useQuery(meetingQuery(meetingId)).data?.title
  const protocol = query.data
  return (
    <PageFrame
      title={title === undefined ? t('protocol') : t('protocol.of', { title })}
      backTo={(props) => <Link to="/meetings/$meetingId" params={{ meetingId }} {...props} />}
    >
      <NotYet query={query} hidden={t('protocol.hidden')} />
      {protocol && (protocol.mayWrite ? <Writing protocol={protocol} /> : <ProtocolText protocol={protocol} />)}
      {protocol?.present && <Papers protocol={protocol} />}
    </PageFrame>
  )
}

/** What was typed here and not saved yet comes back first. */
function Writing({ protocol }: { protocol: MeetingProtocol }): ReactNode {
  const [kept, setKept] = useState<{ readonly found: Kept | null } | null>(null)
  const key = keyOf(protocol)
  useEffect(() => {
    void readKept<Kept>(key).then((found) => setKept({ found }))
  }, [key])
  return kept && <ProtocolEditor protocol={protocol} kept={kept.found} />
}

function Papers({ protocol: { meetingId } }: { protocol: MeetingProtocol }) {
  const papers = (['docx', 'pdf'] as const).map((format) => ({
    label: t(`protocol.${format}`),
    href: pathOf(meetingProtocolEndpoints.paper, { meetingId, format }),
  }))
  return (
    <div>
      <PaperMenu label={t('protocol.take')} papers={papers} />
    </div>
  )
}
