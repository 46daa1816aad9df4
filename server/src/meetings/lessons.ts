import { type MeetingId, momentOf, type OrganizationId } from '@kolosok/contract'
import { recordAccess, recordAudit } from '#audit/index.ts'
import { meetingPapers } from '#locales/ru/meeting-papers.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { drawRegister } from '#platform/paper/draw-register.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { createTexts } from '#platform/texts.ts'
import { type HeldRow, type LessonsOf, listForPaper, listHeld, listProgrammes } from './lesson.store.ts'
import { planningPolicy } from './policy.ts'
import { getPlace } from './store.ts'

const t = createTexts(meetingPapers)
const PAGE = 50

type Asked = {
  readonly organizationId: OrganizationId
  readonly year: number
  readonly programme?: string | undefined
}

/** For the office everything that was held, for a teacher what own groups had. */
async function lessonsOf(
  { db }: Context,
  actor: Actor,
  { organizationId, year, programme }: Asked,
): Promise<LessonsOf> {
  const { roles } = await accessOrganization(db, actor, organizationId, 'see')
  const verdict = planningPolicy.seeLessons({ roles, groups: 'none' })
  if (verdict !== 'allow') throw new AppError(verdict)
  const { timeZone } = await getPlace(db, organizationId)
  const [from, until] = [year, year + 1].map((one) =>
    momentOf({ day: `${String(one)}-09-01`, time: '00:00' }, timeZone),
  )
  if (!from || !until) throw new AppError('not-found')
  const isOffice = planningPolicy.seeAll({ roles, groups: 'wider' }) === 'allow'
  return { organizationId, reader: actor.accountId, isOffice, from, until, programme: programme ?? null }
}

export async function getProgrammes(context: Context, actor: Actor, asked: Asked) {
  return { programmes: await listProgrammes(context.db, await lessonsOf(context, actor, asked)) }
}

export async function getLessons(
  context: Context,
  actor: Actor,
  { after, ...asked }: Asked & { readonly after?: MeetingId | undefined },
) {
  const rows = await listHeld(context.db, await lessonsOf(context, actor, asked), after ?? null, PAGE + 1)
  const lessons = rows.slice(0, PAGE).map(({ names: _names, programme: _programme, ...lesson }) => lesson)
  return { lessons, next: rows.length > PAGE ? (lessons.at(-1)?.id ?? null) : null }
}

/** What was held at a distance and in person, how long, and which children were there; nobody is counted or compared. */
export async function getLessonRegister(
  context: Context,
  actor: Actor,
  { format, ...asked }: Asked & { readonly format: 'pdf' | 'xlsx' },
): Promise<FileAnswer> {
  const { db } = context
  const of = await lessonsOf(context, actor, asked)
  const { organizationId } = of
  const rows = await listForPaper(db, of)
  const { name: organization } = await getPlace(db, organizationId)
  await transact(db, async (tx) => {
    await recordAccess(tx, actor, { organizationId, kind: 'register' })
    const subject = { subjectKind: 'organization', subjectId: organizationId } as const
    await recordAudit(tx, actor, { organizationId, action: 'meeting.lessons-taken', ...subject })
  })
  const years = { from: asked.year, until: asked.year + 1 }
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0)
  const distant = rows.filter(({ kind }) => kind !== 'in-person')
  const register = {
    file: t('lessons.file', years),
    organization,
    title: t('lessons.title', years),
    subject: asked.programme ?? t('lessons.all'),
    text: '',
    intro: [
      t('lessons.total', {
        count: rows.length,
        hours: hoursOf(minutes),
        distant: distant.length,
        distantHours: hoursOf(distant.reduce((sum, row) => sum + row.minutes, 0)),
      }),
    ],
    heads: (['number', 'day', 'programme', 'topic', 'kind', 'minutes', 'groups', 'teacher', 'who'] as const).map(
      (head) => t(`lessons.${head}`),
    ),
    lines: rows.map((row, at) => [String(at + 1), ...lineOf(row)]),
    widths: { page: [18, 48, 60, '*', 46, 32, 50, 60, 130], sheet: [6, 12, 28, 40, 14, 8, 18, 24, 60] },
    sign: t('lessons.sign'),
  } as const
  return drawRegister(register, format)
}

const lineOf = ({
  day,
  programme,
  topic,
  kind,
  minutes,
  groups,
  teacher,
  ledBy,
  here,
  expected,
  names,
}: HeldRow): string[] => [
  day.split('-').toReversed().join('.'),
  programme,
  topic,
  t(`lessons.kind.${kind}`),
  String(minutes),
  groups,
  ledBy === '' ? teacher : t('lessons.led-by', { name: ledBy, teacher }),
  t('lessons.were', { here, expected, names }),
]

const hoursOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`
