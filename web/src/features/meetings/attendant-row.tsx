import { type Attendant, type Attended, type Meeting, wallClockAt } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCheck } from '@tabler/icons-react'
import { useMark } from './attendance-queries.ts'
import classes from './meetings.module.css'
import { sentenceOf } from './problems.ts'
import { t } from './texts.ts'

type Way = Exclude<Attended, 'no'>
const ways = {
  'online': ['call'],
  'hybrid': ['room', 'call'],
  'in-person': ['room'],
} as const satisfies Record<Meeting['kind'], readonly Way[]>

type Props = { readonly meeting: Meeting; readonly person: Attendant; readonly mayMark: boolean }

/** One tap says where they are, another one takes it back. */
export function AttendantRow({ meeting: { id, kind, timeZone }, person, mayMark }: Props) {
  const mark = useMark(id)
  const { unitId, name, label } = person
  const attended = mark.isPending ? expected(person, mark.variables.body.mark) : person.attended
  const inCall = inCallOf(person, timeZone)
  return (
    <li className={classes.person}>
      <span>
        {name}
        {(label !== '' || inCall !== '') && (
          <span className={classes.about}>{[label, inCall].filter((part) => part !== '').join(' · ')}</span>
        )}
      </span>
      {mayMark ? (
        <span className={classes.ways} role="group" aria-label={t('attendance.where', { name })}>
          {ways[kind].map((way) => (
            <Button
              key={way}
              size="compact-md"
              className={classes.way ?? ''}
              variant={attended === way ? 'filled' : 'default'}
              aria-pressed={attended === way}
              leftSection={attended === way && <IconCheck size={18} aria-hidden="true" />}
              disabled={mark.isPending}
              onClick={() =>
                mark.mutate(
                  { params: { meetingId: id, unitId }, body: { mark: markFor(way, person) } },
                  { onError: (error) => notifications.show({ color: 'red', message: sentenceOf(error) }) },
                )
              }
            >
              {t(`way.${way}`)}
            </Button>
          ))}
        </span>
      ) : (
        <span className={classes.said}>{t(`was.${attended ?? 'no'}`)}</span>
      )}
    </li>
  )
}

/** The call knows already who is in it; whoever it is wrong about gets a word by hand. */
function markFor(way: Way, { attended, cameAt }: Attendant): Attended | null {
  const isInCall = cameAt !== null
  if (attended === way) return isInCall ? 'no' : null
  return way === 'call' && isInCall ? null : way
}

const expected = ({ cameAt }: Attendant, mark: Attended | null): Attended | null =>
  mark ?? (cameAt === null ? null : 'call')

function inCallOf({ cameAt, wentAt, seconds }: Attendant, timeZone: string): string {
  if (cameAt === null || wentAt === null || seconds === null) return ''
  const [from, until] = [cameAt, wentAt].map((moment) => wallClockAt(new Date(moment), timeZone).time)
  return t('attendance.in-call', { from: from ?? '', until: until ?? '', minutes: Math.round(seconds / 60) })
}
