import {
  daysLater,
  type GivenWebinar,
  type WebinarId,
  type WebinarKind,
  type WebinarPlan,
  type WebinarRole,
} from '@kolosok/contract'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { toCalendarDay } from '#lib/dates.ts'
import { newId } from '#lib/new-id.ts'
import { toFaultOf } from '#lib/to-fault.ts'
import { p } from './plan-texts.ts'
import { useSave } from './plan-queries.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { t } from './texts.ts'

export type Values = {
  title: string
  about: string
  speaker: string
  kind: WebinarKind
  place: string
  day: string
  from: string
  until: string
  timeZone: string
  roles: WebinarRole[]
  seats: number | ''
  givesCertificate: boolean
}

function valuesOf(webinar: WebinarPlan | undefined): Values {
  if (webinar) {
    const { title, about, speaker, kind, place, day, from, until, timeZone, roles, seats } = webinar
    const { givesCertificate } = webinar
    return {
      ...{ title, about, speaker, kind, place, day, from, until, timeZone, roles, givesCertificate },
      seats: seats ?? '',
    }
  }
  return {
    title: '',
    about: '',
    speaker: '',
    kind: 'online',
    place: '',
    day: daysLater(toCalendarDay(new Date()), 14),
    from: '14:00',
    until: '15:30',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    roles: ['admin', 'head', 'teacher'],
    seats: '',
    givesCertificate: true,
  }
}

const missing = (field: 'title' | 'place' | 'day' | 'from', value: string) =>
  value.trim() === '' ? t(`missing.${field}`) : null

const validate = {
  title: (title: string) => missing('title', title),
  place: (place: string, { kind }: Values) => (kind === 'online' ? null : missing('place', place)),
  day: (day: string) => missing('day', day),
  from: (from: string) => missing('from', from),
  until: (until: string, { from }: Values) => (until <= from ? t('field.ends-before-begin') : null),
  roles: (roles: readonly WebinarRole[]) => (roles.length === 0 ? t('field.roles') : null),
}

const bodyOf = ({ seats, ...rest }: Values, rev: number | null): GivenWebinar => ({
  ...rest,
  seats: seats === '' ? null : seats,
  rev,
})

/** What is being written; a retry writes the same webinar. */
export function usePlanEditor(webinar: WebinarPlan | undefined, onDone: (id: WebinarId) => void) {
  const [webinarId] = useState(() => webinar?.id ?? (newId() as WebinarId))
  // As it was when the window opened: what others change meanwhile must not be written over.
  const [rev] = useState(webinar?.rev ?? null)
  const save = useSave()
  const form = useForm<Values>({ initialValues: valuesOf(webinar), validate })
  return {
    form,
    submit: form.onSubmit((values) => {
      save.mutate(
        { webinarId, body: bodyOf(values, rev) },
        {
          onSuccess: () => {
            notifications.show({ message: p(webinar ? 'done.saved' : 'done.drafted') })
            onDone(webinarId)
          },
          onError: (error) => {
            form.setErrors(badFieldsOf(error) ?? {})
          },
        },
      )
    }, toFaultOf(form)),
    isPending: save.isPending,
    problem: save.error && badFieldsOf(save.error) === null ? sentenceOf(save.error) : null,
  }
}

export type PlanForm = ReturnType<typeof usePlanEditor>['form']
