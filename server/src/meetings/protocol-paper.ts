import { type MeetingId, type ProtocolItem, wallClockAt } from '@kolosok/contract'
import { recordAccess } from '#audit/index.ts'
import { meetingPapers } from '#locales/ru/meeting-papers.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { drawPaper } from '#platform/paper/draw-paper.ts'
import type { Block } from '#platform/paper/paper.ts'
import { shortName } from '#platform/paper/short-name.ts'
import { blocksOf } from '#platform/paper/text-blocks.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { createTexts } from '#platform/texts.ts'
import { accessMeeting, type ClearedMeeting } from './access.ts'
import { blank, participantsOf } from './protocol.ts'
import { findProtocol, type Participant, type Wording } from './protocol.store.ts'
import { getPlace } from './store.ts'

const t = createTexts(meetingPapers)

type Asked = { readonly meetingId: MeetingId; readonly format: 'docx' | 'pdf' }

/** For the files: with everybody who was there, and two lines to sign. */
export async function getProtocolPaper(
  context: Context,
  actor: Actor,
  { meetingId, format }: Asked,
): Promise<FileAnswer> {
  const { db } = context
  const now = context.clock()
  const meeting = await accessMeeting(db, actor, meetingId, 'follow', now)
  const protocol = await findProtocol(db, meetingId)
  const participants = await participantsOf(db, meetingId, protocol, now)
  const { name: organization } = await getPlace(db, meeting.organizationId)
  await recordAccess(db, actor, { organizationId: meeting.organizationId, kind: 'register' })
  const wording = protocol ?? blank(meeting)
  const blocks: Block[] = [
    { kind: 'centred', text: organization },
    ...(protocol?.signedAt ? [] : [{ kind: 'right', text: t('draft') } as const]),
    ...headOf(meeting, wording),
    ...presenceOf(participants),
    { kind: 'subheading', text: t('agenda') },
    ...wording.items.map(({ topic }, at) => ({ kind: 'text', text: numbered(at, topic) }) as const),
    ...wording.items.flatMap(itemOf),
    { kind: 'signature', who: t('chair'), name: shortName(wording.chair) },
    { kind: 'signature', who: t('secretary'), name: shortName(wording.secretary) },
  ]
  const { day } = wallClockAt(meeting.startsAt, meeting.timeZone)
  return drawPaper({ title: t('file', { day, title: meeting.title }), blocks }, format)
}

const numbered = (at: number, text: string) => `${String(at + 1)}. ${text}`

function headOf({ title, startsAt, timeZone, place }: ClearedMeeting, { number }: Wording): Block[] {
  const day = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone }).format(startsAt)
  return [
    { kind: 'heading', text: number === '' ? t('protocol') : t('protocol.number', { number }) },
    { kind: 'centred', text: title },
    { kind: 'ends', left: day, right: place === '' ? t('online') : place },
  ]
}

function presenceOf(participants: readonly Participant[]): Block[] {
  const named = (how: Participant['attended']) =>
    participants
      .filter(({ attended }) => attended === how)
      .map(({ name, label }) => (label === '' ? name : `${name} (${label})`))
  const lines = (['room', 'call', 'guest'] as const).flatMap((how): Block[] => {
    const names = named(how)
    return names.length === 0
      ? []
      : [{ kind: 'text', text: t(`present.${how}`, { count: names.length, names: names.join(', ') }) }]
  })
  return [{ kind: 'subheading', text: t('present', { count: participants.length }) }, ...lines]
}

function itemOf({ topic, heard, decided, votes }: ProtocolItem, at: number): Block[] {
  return [
    { kind: 'subheading', text: numbered(at, topic) },
    ...(heard === '' ? [] : [{ kind: 'text', text: t('heard') } as const, ...blocksOf(heard)]),
    ...(decided === '' ? [] : [{ kind: 'text', text: t('decided') } as const, ...blocksOf(decided)]),
    ...(votes === null ? [] : [{ kind: 'text', text: t('votes', votes) } as const]),
  ]
}
