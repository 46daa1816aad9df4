import {
  type Audience,
  type AudienceKind,
  type FileId,
  type GroupId,
  type Notice,
  type NoticeAsks,
  type NoticeId,
  type NoticeUrgency,
  type OrganizationId,
} from '@kolosok/contract'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useUploads } from '#features/files/index.ts'
import { isProblem } from '#lib/api.ts'
import { toCalendarDay } from '#lib/dates.ts'
import { newId } from '#lib/new-id.ts'
import { toFaultOf } from '#lib/to-fault.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { useWriteNotice } from './queries.ts'
import { t } from './texts.ts'

export type Rights = {
  readonly maySendTo: readonly AudienceKind[]
  /** A teacher's own; null: any. */
  readonly sendGroups: readonly { readonly id: GroupId; readonly name: string }[] | null
  readonly mayBeUrgent: boolean
  readonly hasMail: boolean
}

type Values = {
  title: string
  text: string
  asks: NoticeAsks
  options: string[]
  isPerChild: boolean
  audience: Audience
  deadline: string
  isUrgent: boolean
  /** Goes to the journal: chosen by the sender, never preset. */
  urgency: NoticeUrgency | null
  isMailed: boolean
}

/** As a field for day and time has it. */
const toField = (date: Date) =>
  `${toCalendarDay(date)}T${[date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')}`

/** The evening of the day after tomorrow: time to ask at home, and not so much that it is forgotten. */
function usualDeadline(): Date {
  const date = new Date(Date.now() + 2 * 86_400_000)
  date.setHours(20, 0, 0, 0)
  return date
}

function valuesOf(notice: Notice | undefined, { maySendTo, sendGroups }: Rights): Values {
  if (notice) {
    const { title, text, asks, options, per, audience, deadlineAt, urgency } = notice
    const deadline = toField(new Date(deadlineAt))
    const wanted = {
      isPerChild: per === 'child',
      deadline,
      isMailed: notice.isMailed,
      isUrgent: urgency !== null,
      urgency,
    }
    return { title, text, asks, options: options.length > 0 ? options : ['', ''], audience, ...wanted }
  }
  // Who has one group writes to that one.
  const groupIds = sendGroups?.length === 1 ? sendGroups.map(({ id }) => id) : []
  return {
    title: '',
    text: '',
    asks: 'acknowledge',
    options: ['', ''],
    isPerChild: false,
    audience: { kind: maySendTo[0] ?? 'groups', groupIds },
    deadline: toField(usualDeadline()),
    isUrgent: false,
    urgency: null,
    isMailed: false,
  }
}

const validate = {
  title: (title: string) => (title.trim() === '' ? t('missing.title') : null),
  options: (options: string[], { asks }: Values) =>
    asks === 'choice' && new Set(filled(options)).size < Math.max(2, filled(options).length)
      ? t('field.options')
      : null,
  audience: ({ kind, groupIds }: Audience) => (kind === 'groups' && groupIds.length === 0 ? t('missing.groups') : null),
  deadline: (deadline: string) => {
    const moment = new Date(deadline).getTime()
    if (Number.isNaN(moment)) return t('missing.deadline')
    return moment <= Date.now() ? t('field.past') : null
  },
  urgency: (urgency: NoticeUrgency | null, { isUrgent }: Values) =>
    isUrgent && urgency === null ? t('missing.urgency') : null,
}

const filled = (options: readonly string[]) => options.map((option) => option.trim()).filter((option) => option !== '')

/** Children answer through their parents only. */
export const hasChildren = ({ kind }: Audience) => kind === 'parents' || kind === 'groups'

type Editing = {
  readonly organizationId: OrganizationId
  readonly notice: Notice | undefined
  readonly rights: Rights
  readonly onClose: () => void
}

/** What is being written; a retry writes the same notice. */
export function useNoticeEditor({ organizationId, notice, rights, onClose }: Editing) {
  const [noticeId] = useState(() => notice?.id ?? (newId() as NoticeId))
  // As it was when the window opened: what others change meanwhile must not be written over.
  const [rev] = useState(notice?.rev ?? null)
  const [held, setHeld] = useState(notice?.attachments ?? [])
  const tray = useUploads()
  const write = useWriteNotice()
  const form = useForm<Values>({ initialValues: valuesOf(notice, rights), validate })

  const send = (asksAgain: boolean) => {
    const { isPerChild, isUrgent, deadline, audience, options, ...rest } = form.values
    const fileIds: FileId[] = [...held, ...tray.ready].map(({ fileId }) => fileId)
    const per = isPerChild && hasChildren(audience) ? ('child' as const) : ('person' as const)
    // Unchanged it stays the very moment, seconds included.
    const isSameDeadline = notice !== undefined && deadline === toField(new Date(notice.deadlineAt))
    const deadlineAt = isSameDeadline ? notice.deadlineAt : new Date(deadline).toISOString()
    const urgency = isUrgent ? rest.urgency : null
    const given = {
      fileIds,
      per,
      audience,
      deadlineAt,
      urgency,
      options: rest.asks === 'choice' ? filled(options) : [],
    }
    write.mutate(
      { params: { organizationId, noticeId }, body: { ...rest, ...given, rev, asksAgain } },
      {
        onSuccess: () => {
          notifications.show({ message: t(notice ? 'done.saved' : 'done.sent') })
          onClose()
        },
        onError: (error) => {
          const { deadlineAt: ofDeadline, fileIds: ofFiles, per: ofPer, ...bad } = badFieldsOf(error) ?? {}
          form.setErrors({
            ...bad,
            ...(ofDeadline !== undefined && { deadline: ofDeadline }),
            ...(ofFiles !== undefined && { text: ofFiles }),
            ...(ofPer !== undefined && { isPerChild: ofPer }),
          })
        },
      },
    )
  }

  const isAnswered = isProblem(write.error, 'notice-answered')
  return {
    form,
    held,
    letGo: (fileId: FileId) => {
      setHeld(held.filter((one) => one.fileId !== fileId))
    },
    tray,
    submit: form.onSubmit(() => {
      send(false)
    }, toFaultOf(form)),
    /** Somebody has answered: whoever changes it is asked first. */
    isAnswered,
    sendAgain: () => {
      send(true)
    },
    forget: write.reset,
    isPending: write.isPending,
    problem: write.error && !isAnswered && badFieldsOf(write.error) === null ? sentenceOf(write.error) : null,
  }
}

export type NoticeEditing = ReturnType<typeof useNoticeEditor>
