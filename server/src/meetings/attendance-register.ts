import { type MeetingId, wallClockAt } from '@kolosok/contract'
import { recordAccess, recordAudit } from '#audit/index.ts'
import { meetings } from '#locales/ru/meetings.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { clockWords } from '#platform/paper/clock-words.ts'
import { drawRegister } from '#platform/paper/draw-register.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { createTexts } from '#platform/texts.ts'
import { accessMeeting } from './access.ts'
import { type AttendantRow, countAttendants, listGuests, listInFull, listLinkGuests } from './attendance.store.ts'
import { getPlace, type MeetingRow } from './store.ts'

const t = createTexts(meetings)

type Asked = { readonly meetingId: MeetingId; readonly format: 'pdf' | 'xlsx' }

/** Everybody who was expected, or came: who was there, how, and how long. */
export async function getAttendanceRegister(
  context: Context,
  actor: Actor,
  { meetingId: id, format }: Asked,
): Promise<FileAnswer> {
  const { db } = context
  const now = context.clock()
  const meeting = await accessMeeting(db, actor, id, 'follow', now)
  const { organizationId, timeZone, title } = meeting
  const rows = await listInFull(db, id, now, null)
  const guests = await listGuests(db, id)
  const linkGuests = await listLinkGuests(db, id, now)
  const { away, ...here } = await countAttendants(db, id, now)
  const { name: organization } = await getPlace(db, organizationId)
  await transact(db, async (tx) => {
    await recordAccess(tx, actor, { organizationId, kind: 'register' })
    const subject = { subjectKind: 'meeting', subjectId: id } as const
    await recordAudit(tx, actor, { organizationId, action: 'meeting.attendance-taken', ...subject })
  })
  const lines = [
    ...rows.map((row) => lineOf(row, timeZone)),
    ...linkGuests.map((guest) => lineOf({ ...guest, label: '', attended: 'link' }, timeZone)),
    ...guests.map(({ name }) => [name, t('was.guest'), '', '']),
  ]
  const register = {
    file: t('attendance.file', { title, day: wallClockAt(meeting.startsAt, timeZone).day }),
    organization,
    title: t('attendance.title'),
    subject: title,
    text: '',
    intro: [
      whenAndWhere(meeting),
      t('attendance.organizer', { name: meeting.organizerFullName }),
      t('attendance.total', { ...here, away, guests: guests.length + linkGuests.length }),
      t('attendance.drawn', { drawn: momentIn(timeZone, now), clock: clockWords(timeZone, now) }),
    ],
    heads: (['number', 'name', 'attended', 'times', 'minutes'] as const).map((head) => t(`attendance.${head}`)),
    lines: lines.map((line, index) => [String(index + 1), ...line]),
    widths: { page: [22, '*', 90, 80, 60], sheet: [6, 44, 24, 18, 12] },
    sign: t('attendance.sign'),
  } as const
  return drawRegister(register, format)
}

function whenAndWhere({ startsAt, endsAt, timeZone, place }: MeetingRow): string {
  const until = wallClockAt(endsAt, timeZone).time
  return t('attendance.when', {
    begins: momentIn(timeZone, startsAt),
    until,
    place: place === '' ? t('ics.online') : place,
  })
}

type Line = Pick<AttendantRow, 'name' | 'label' | 'cameAt' | 'wentAt' | 'seconds'> & {
  readonly attended: AttendantRow['attended'] | 'link'
}

function lineOf({ name, label, attended, cameAt, wentAt, seconds }: Line, timeZone: string): string[] {
  const times = cameAt && wentAt ? [cameAt, wentAt].map((moment) => wallClockAt(moment, timeZone).time).join('–') : ''
  return [
    label === '' ? name : `${name} (${label})`,
    t(`was.${attended ?? 'no'}`),
    times,
    seconds === null ? '' : String(Math.round(seconds / 60)),
  ]
}

function momentIn(timeZone: string, moment: Date): string {
  const format = new Intl.DateTimeFormat('ru', { dateStyle: 'short', timeStyle: 'short', timeZone })
  return format.format(moment).replace(',', '')
}
