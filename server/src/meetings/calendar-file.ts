import type { MeetingId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { accessMeeting } from './access.ts'
import { type CalendarEvent, writeCalendar } from './icalendar.ts'
import type { MeetingRow } from './store.ts'

/** One meeting, for one's own calendar program. */
export async function getFile(context: Context, actor: Actor, id: MeetingId): Promise<FileAnswer> {
  const meeting = await accessMeeting(context.db, actor, id, 'see', context.clock())
  return calendarOf(context, meeting.title, [eventOf(meeting)])
}

export const eventOf = (meeting: MeetingRow): CalendarEvent => ({
  ...meeting,
  text: meeting.agenda.map((item, index) => `${String(index + 1)}. ${item}`),
  cancelled: meeting.cancelledAt ? meeting.word : null,
  path: `/meetings/${meeting.id}`,
})

export function calendarOf({ config, clock }: Context, name: string, events: readonly CalendarEvent[]): FileAnswer {
  const text = writeCalendar({ name, events, publicUrl: config.publicUrl, drawnAt: clock() })
  return { body: Buffer.from(text), mediaType: 'text/calendar; charset=utf-8', name: `${name}.ics`, isInline: false }
}
