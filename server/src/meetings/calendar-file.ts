import type { MeetingId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { accessMeeting } from './access.ts'
import { writeCalendar } from './icalendar.ts'
import type { MeetingRow } from './store.ts'

/** One meeting, for one's own calendar program. */
export async function getFile(context: Context, actor: Actor, id: MeetingId): Promise<FileAnswer> {
  const meeting = await accessMeeting(context.db, actor, id, 'see', context.clock())
  return calendarOf(context, meeting.title, [meeting])
}

export function calendarOf({ config, clock }: Context, name: string, events: readonly MeetingRow[]): FileAnswer {
  const text = writeCalendar({ name, events, publicUrl: config.publicUrl, drawnAt: clock() })
  return { body: Buffer.from(text), mediaType: 'text/calendar; charset=utf-8', name: `${name}.ics`, isInline: false }
}
