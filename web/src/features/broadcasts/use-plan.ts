import type {
  Audience,
  AudienceKind,
  Broadcast,
  BroadcastId,
  ChannelId,
  GroupId,
  OrganizationId,
} from '@kolosok/contract'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { toCalendarDay } from '#lib/dates.ts'
import { newId } from '#lib/new-id.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { useSave } from './queries.ts'
import { t } from './texts.ts'

export type PlanRights = {
  readonly mayPlanFor: readonly AudienceKind[]
  readonly ownGroups: readonly { readonly id: GroupId; readonly name: string }[]
}

type Values = {
  title: string
  about: string
  audience: Audience
  isNow: boolean
  plannedAt: string
  takesQuestions: boolean
  hasChat: boolean
  channelId: ChannelId | null
}

/** As a field for day and time has it. */
const toField = (date: Date) =>
  `${toCalendarDay(date)}T${[date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')}`

/** Tomorrow evening, when parents are at home. */
function usualTime(): Date {
  const date = new Date(Date.now() + 86_400_000)
  date.setHours(18, 0, 0, 0)
  return date
}

function valuesOf(broadcast: Broadcast | undefined, { mayPlanFor, ownGroups }: PlanRights): Values {
  if (broadcast) {
    const { title, about, audience, takesQuestions, hasChat, plannedAt } = broadcast
    return {
      title,
      about,
      audience,
      takesQuestions,
      hasChat,
      isNow: false,
      channelId: null,
      plannedAt: toField(new Date(plannedAt)),
    }
  }
  // Who has one group shows it to that one.
  const groupIds = !mayPlanFor.includes('all') && ownGroups.length === 1 ? ownGroups.map(({ id }) => id) : []
  return {
    title: '',
    about: '',
    audience: { kind: mayPlanFor.includes('parents') ? 'parents' : (mayPlanFor[0] ?? 'groups'), groupIds },
    isNow: false,
    plannedAt: toField(usualTime()),
    takesQuestions: true,
    hasChat: false,
    channelId: null,
  }
}

/** Planning one, or changing the plan. What begins at once leads to its page, where it is begun. */
export function usePlan(
  organizationId: OrganizationId,
  rights: PlanRights,
  broadcast: Broadcast | undefined,
  onDone: () => void,
) {
  // Once per dialog: a retry plans nothing new.
  const [broadcastId] = useState(() => broadcast?.id ?? (newId() as BroadcastId))
  const save = useSave()
  const navigate = useNavigate()
  const form = useForm<Values>({
    initialValues: valuesOf(broadcast, rights),
    validate: {
      title: (title) => (title.trim() === '' ? t('field.required') : null),
      audience: ({ kind, groupIds }) => (kind === 'groups' && groupIds.length === 0 ? t('field.required') : null),
      plannedAt: (at, { isNow }) => {
        if (isNow) return null
        if (Number.isNaN(Date.parse(at))) return t('field.required')
        return Date.parse(at) < Date.now() - 60_000 && !broadcast ? t('field.past') : null
      },
    },
  })
  const submit = form.onSubmit(({ isNow, plannedAt, channelId, ...given }) => {
    const body = {
      ...given,
      plannedAt: isNow ? null : new Date(plannedAt).toISOString(),
      channelId: isNow ? null : channelId,
      rev: broadcast?.rev ?? null,
    }
    save.mutate(
      { params: { organizationId, broadcastId }, body },
      {
        onSuccess: () => {
          onDone()
          if (!broadcast) void navigate({ to: '/broadcasts/$broadcastId', params: { broadcastId } })
        },
        onError: (error) => {
          form.setErrors(badFieldsOf(error) ?? {})
        },
      },
    )
  })
  const problem = save.error && badFieldsOf(save.error) === null ? sentenceOf(save.error) : null
  return { form, submit, isPending: save.isPending, problem }
}
