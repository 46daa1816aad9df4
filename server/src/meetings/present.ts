import { type Meeting, wallClockAt } from '@kolosok/contract'
import { isOffered } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { factsOf } from './access.ts'
import { meetingPolicy } from './policy.ts'
import type { MeetingRow } from './store.ts'

export function presentMeeting(row: MeetingRow, actor: Pick<Actor, 'accountId'>, now: Date): Meeting {
  const facts = factsOf(row, actor, now)
  const begins = wallClockAt(row.startsAt, row.timeZone)
  return {
    id: row.id,
    organizationId: row.organizationId,
    title: row.title,
    agenda: row.agenda,
    kind: row.kind,
    place: row.place,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    day: begins.day,
    from: begins.time,
    until: wallClockAt(row.endsAt, row.timeZone).time,
    timeZone: row.timeZone,
    series: row.repeats && row.untilDay ? { repeats: row.repeats, untilDay: row.untilDay } : null,
    lesson: lessonIn(row),
    state: facts.state,
    word: row.word,
    rev: row.rev,
    organizer: row.organizer,
    isOwn: facts.isOrganizer,
    isInvited: facts.isInvited,
    answer: row.answer,
    mayEnter: isOffered(meetingPolicy.enter(facts), row),
    mayChange: isOffered(meetingPolicy.change(facts), row),
    hasWaitingRoom: row.hasWaitingRoom,
    isSigned: facts.isSigned,
  }
}

const lessonIn = ({ programme, folderId, ledBy }: MeetingRow): Meeting['lesson'] =>
  programme === null ? null : { programme, folderId, ledBy }
