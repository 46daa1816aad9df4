import {
  type Audience,
  type AudienceKind,
  type ChatId,
  daysLater,
  type GivenMeeting,
  type GroupId,
  type MaterialFolderId,
  type Meeting,
  type MeetingId,
  type MeetingKind,
  type MeetingPlan,
  type MeetingRepeats,
  type MeetingScope,
  type OrganizationId,
  type Person,
} from '@kolosok/contract'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import { toFaultOf } from '#lib/to-fault.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { usePlan } from './queries.ts'
import { t } from './texts.ts'

export type Rights = {
  readonly mayInvite: readonly AudienceKind[]
  /** A teacher's own; null: any. */
  readonly inviteGroups: readonly { readonly id: GroupId; readonly name: string }[] | null
  readonly hasMail: boolean
}

export type Values = {
  isLesson: boolean
  programme: string
  folderId: string | null
  ledBy: string
  title: string
  agenda: string
  kind: MeetingKind
  place: string
  day: string
  from: string
  until: string
  /** Whom besides chats and single people; or only those. */
  hasAudience: boolean
  audience: Audience
  chatIds: ChatId[]
  people: readonly Person[]
  isMailed: boolean
  hasWaitingRoom: boolean
  repeats: MeetingRepeats | 'once'
  untilDay: string
  scope: MeetingScope
}

export type Planned = { readonly meeting: Meeting; readonly plan: MeetingPlan }

export type Editing = {
  readonly organizationId: OrganizationId
  readonly rights: Rights
  readonly planned: Planned | undefined
  /** From which it was opened. */
  readonly chatId: string | undefined
  readonly day: string
  readonly onClose: () => void
}

const none: Audience = { kind: 'groups', groupIds: [] }

const learningOf = (lesson: Meeting['lesson']): Pick<Values, 'isLesson' | 'programme' | 'folderId' | 'ledBy'> => ({
  isLesson: lesson !== null,
  programme: lesson?.programme ?? '',
  folderId: lesson?.folderId ?? null,
  ledBy: lesson?.ledBy ?? '',
})

function valuesOf({ planned, rights, chatId, day }: Editing): Values {
  const common = { repeats: 'once', untilDay: daysLater(planned?.meeting.day ?? day, 28), scope: 'one' } as const
  if (planned) {
    const { meeting, plan } = planned
    const { title, kind, place, from, until } = meeting
    return {
      ...common,
      ...learningOf(meeting.lesson),
      title,
      agenda: meeting.agenda.join('\n'),
      kind,
      place,
      day: meeting.day,
      from,
      until,
      hasAudience: plan.audience !== null,
      audience: plan.audience ?? none,
      chatIds: plan.chats.map(({ id }) => id),
      people: plan.people,
      isMailed: plan.isMailed,
      hasWaitingRoom: meeting.hasWaitingRoom,
    }
  }
  // Who has one group plans for that one.
  const groupIds = rights.inviteGroups?.length === 1 ? rights.inviteGroups.map(({ id }) => id) : []
  return {
    ...common,
    ...learningOf(null),
    title: '',
    agenda: '',
    kind: 'in-person',
    place: '',
    day,
    from: '18:00',
    until: '19:00',
    hasAudience: rights.mayInvite.length > 0 && chatId === undefined,
    audience: { kind: rights.mayInvite[0] ?? 'groups', groupIds },
    chatIds: chatId === undefined ? [] : [chatId as ChatId],
    people: [],
    isMailed: rights.hasMail,
    hasWaitingRoom: false,
  }
}

const validate = {
  title: (title: string, { isLesson }: Values) =>
    title.trim() === '' ? t('missing.title', { isLesson: String(isLesson) }) : null,
  programme: (programme: string, { isLesson }: Values) =>
    isLesson && programme.trim() === '' ? t('missing.programme') : null,
  place: (place: string, { kind }: Values) => (kind !== 'online' && place.trim() === '' ? t('field.place') : null),
  day: (day: string) => (day === '' ? t('missing.day') : null),
  from: (from: string) => (from === '' ? t('missing.from') : null),
  until: (until: string, { from }: Values) => (until <= from ? t('field.ends-before-begin') : null),
  untilDay: (untilDay: string, { repeats, day }: Values) =>
    repeats !== 'once' && untilDay < day ? t('field.ends-before-begin') : null,
  audience: ({ kind, groupIds }: Audience, { hasAudience, chatIds, people }: Values) => {
    if (!hasAudience) return chatIds.length + people.length === 0 ? t('field.audience') : null
    return kind === 'groups' && groupIds.length === 0 ? t('field.audience') : null
  },
}

function bodyOf(values: Values, rev: number | null): GivenMeeting {
  const {
    agenda,
    hasAudience,
    audience,
    people,
    repeats,
    untilDay,
    scope,
    isLesson,
    programme,
    folderId,
    ledBy,
    ...rest
  } = values
  const items = agenda.split('\n').map((item) => item.replace(/^\s*\d+[.)]\s*/, '').trim())
  return {
    ...rest,
    agenda: items.filter((item) => item !== ''),
    lesson: isLesson ? { programme, ledBy, folderId: folderId as MaterialFolderId | null } : null,
    audience: hasAudience ? audience : null,
    membershipIds: people.map(({ membershipId }) => membershipId),
    series: repeats === 'once' || rev !== null ? null : { repeats, untilDay },
    rev,
    scope,
  }
}

/** What is being planned; a retry plans the same meeting. */
export function useMeetingEditor(editing: Editing) {
  const { organizationId, planned, onClose } = editing
  const [meetingId] = useState(() => planned?.meeting.id ?? (newId() as MeetingId))
  // As it was when the window opened: what others change meanwhile must not be written over.
  const [rev] = useState(planned?.meeting.rev ?? null)
  const plan = usePlan()
  const form = useForm<Values>({ initialValues: valuesOf(editing), validate })
  return {
    form,
    title: planned ? ('editor.edit' as const) : ('editor.new' as const),
    submit: form.onSubmit((values) => {
      plan.mutate(
        { params: { organizationId, meetingId }, body: bodyOf(values, rev) },
        {
          onSuccess: () => {
            notifications.show({
              message: t(planned ? 'done.saved' : 'done.planned', { isLesson: String(values.isLesson) }),
            })
            onClose()
          },
          onError: (error) => {
            const { series, membershipIds, chatIds, lesson: programme, ...bad } = badFieldsOf(error) ?? {}
            const whom = membershipIds ?? chatIds
            form.setErrors({
              ...bad,
              ...(programme !== undefined && { programme }),
              ...(series !== undefined && { untilDay: series }),
              ...(whom !== undefined && { audience: whom }),
            })
          },
        },
      )
    }, toFaultOf(form)),
    isPending: plan.isPending,
    problem: plan.error && badFieldsOf(plan.error) === null ? sentenceOf(plan.error) : null,
  }
}

export type MeetingEditing = ReturnType<typeof useMeetingEditor>
