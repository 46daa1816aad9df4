import { type Meeting, meetingEndpoints, type MeetingId, type MeetingPlan, pathOf } from '@kolosok/contract'
import { Alert, Button } from '@mantine/core'
import {
  IconCalendarDown,
  IconClock,
  IconDoorEnter,
  IconFileText,
  IconMapPin,
  IconPencil,
  IconUser,
  IconX,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Recordings } from '#features/recordings/index.ts'
import { clockName, isOtherClock } from '#lib/time-zones.ts'
import { useNow } from '#lib/use-now.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import { AnswerButtons } from './answer-buttons.tsx'
import { Enter } from './enter.tsx'
import { Attendance } from './attendance.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import { GuestLink } from './guest-link.tsx'
import { Invitees } from './invitees.tsx'
import { Learning } from './learning.tsx'
import { LessonTaskPanel } from './lesson-task.tsx'
import { MeetingEditor } from './meeting-editor.tsx'
import { MeetingMarks } from './meeting-marks.tsx'
import classes from './meetings.module.css'
import { meetingQuery, rightsQuery } from './queries.ts'
import { t } from './texts.ts'
import { whenOf, whereOf } from './words.ts'

export function MeetingPage() {
  const { meetingId }: Record<string, string | undefined> = useParams({ strict: false })
  return <OneMeeting key={meetingId} meetingId={meetingId as MeetingId} />
}

function OneMeeting({ meetingId }: { meetingId: MeetingId }) {
  const query = useQuery(meetingQuery(meetingId))
  const meeting = query.data
  if (!meeting) {
    return (
      <PageFrame title={t('one')} backTo="/calendar">
        <NotYet query={query} hidden={t('error.hidden')} />
      </PageFrame>
    )
  }
  return (
    <PageFrame title={meeting.title} backTo="/calendar">
      <Whole meeting={meeting} />
      <Enter meeting={meeting} />
      {meeting.isInvited && meeting.state === 'planned' && (
        <section className={classes.panel} aria-label={t('answer.ask')}>
          <h2 className={classes.panelTitle}>{t('answer.ask')}</h2>
          <AnswerButtons meeting={meeting} />
        </section>
      )}
      {meeting.recordedCalls.map((id) => (
        <Recordings key={id} room={{ owner: 'call', id }} isExpected={false} />
      ))}
      {meeting.lesson && <LessonTaskPanel meeting={meeting} />}
      {meeting.plan && <Planned meeting={meeting} plan={meeting.plan} />}
      {!meeting.plan && meeting.isSigned && (
        <div className={classes.tools}>
          <Decided meeting={meeting} />
        </div>
      )}
    </PageFrame>
  )
}

function Whole({ meeting }: { meeting: Meeting }) {
  const { state, word, agenda, organizer, id, timeZone, lesson } = meeting
  const isElsewhere = isOtherClock(timeZone, new Date(meeting.startsAt))
  return (
    <article className={classes.panel}>
      <MeetingMarks meeting={meeting} />
      {state === 'cancelled' && (
        <Alert color="red">{t('cancelled.word', { word, isLesson: String(lesson !== null) })}</Alert>
      )}
      <div className={classes.fact}>
        <IconClock size={20} stroke={1.7} aria-hidden="true" />
        <span>
          {whenOf(meeting)}
          {isElsewhere && <span className={classes.meta}> {t('zone', { zone: clockName(timeZone) })}</span>}
        </span>
      </div>
      <div className={classes.fact}>
        <IconMapPin size={20} stroke={1.7} aria-hidden="true" />
        <span>{whereOf(meeting)}</span>
      </div>
      <div className={classes.fact}>
        <IconUser size={20} stroke={1.7} aria-hidden="true" />
        <span>{t('organizer', { organizer })}</span>
      </div>
      {meeting.hasWaitingRoom && (
        <div className={classes.fact}>
          <IconDoorEnter size={20} stroke={1.7} aria-hidden="true" />
          <span>{t('waiting-room')}</span>
        </div>
      )}
      {lesson && <Learning lesson={lesson} />}
      {agenda.length > 0 && (
        <>
          <h2 className={classes.panelTitle}>{t('agenda')}</h2>
          <ol className={classes.agenda}>
            {agenda.map((item, index) => (
              <li key={index}>{item}</li>
            ))}
          </ol>
        </>
      )}
      <div className={classes.tools}>
        <Button
          component="a"
          href={pathOf(meetingEndpoints.file, { meetingId: id })}
          download
          variant="default"
          leftSection={<IconCalendarDown size={20} />}
        >
          {t('file')}
        </Button>
      </div>
    </article>
  )
}

/** To what it has decided; the draft is for those who look after the meeting. */
function Decided({ meeting: { id, state, isSigned, lesson } }: { meeting: Meeting }) {
  if (state === 'cancelled' || lesson) return null
  return (
    <Button
      renderRoot={(props) => <Link to="/meetings/$meetingId/protocol" params={{ meetingId: id }} {...props} />}
      variant="default"
      leftSection={<IconFileText size={20} />}
    >
      {t(isSigned ? 'protocol.decisions' : 'protocol')}
    </Button>
  )
}

/** For those who look after it: to change it, and who comes. */
function Planned({ meeting, plan }: { meeting: Meeting; plan: MeetingPlan }) {
  const [open, setOpen] = useState<'change' | 'cancel' | null>(null)
  const rights = useQuery(rightsQuery(meeting.organizationId)).data
  const now = useNow()
  const close = () => setOpen(null)
  return (
    <>
      <div className={classes.tools} data-filled>
        <Decided meeting={meeting} />
        {meeting.mayChange && (
          <>
            <Button variant="default" leftSection={<IconPencil size={20} />} onClick={() => setOpen('change')}>
              {t('change')}
            </Button>
            <Button variant="default" leftSection={<IconX size={20} />} onClick={() => setOpen('cancel')}>
              {t('cancel.open', { isLesson: String(meeting.lesson !== null) })}
            </Button>
          </>
        )}
      </div>
      <GuestLink meeting={meeting} />
      {hasBegun(meeting, now) && <Attendance meeting={meeting} />}
      <Invitees meeting={meeting} plan={plan} />
      {open === 'change' && rights && (
        <MeetingEditor
          organizationId={meeting.organizationId}
          rights={rights}
          planned={{ meeting, plan }}
          day={meeting.day}
          onClose={close}
        />
      )}
      {open === 'cancel' && <CancelDialog meeting={meeting} onClose={close} />}
    </>
  )
}

const DOORS_OPEN_MS = 15 * 60_000

/** From shortly before it begins somebody may be there. */
const hasBegun = ({ state, startsAt }: Meeting, now: number) =>
  state !== 'cancelled' && Date.parse(startsAt) - now <= DOORS_OPEN_MS
