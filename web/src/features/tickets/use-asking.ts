import type { TicketDesk, TicketId } from '@kolosok/contract'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useUploads } from '#features/files/index.ts'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { useMe, useMemberships } from '#lib/me.ts'
import { newId } from '#lib/new-id.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { useAsk } from './queries.ts'
import { t } from './texts.ts'

type Typed = {
  readonly desk: TicketDesk | null
  readonly organizationId: string
  readonly subject: string
  readonly text: string
  readonly email: string
}

/** What is being asked; a retry asks it once. */
export function useAsking(page: string) {
  const me = useMe()
  const memberships = useMemberships()
  const { organization: current, all: organizations } = useCurrentOrganization()
  const [ticketId] = useState(() => newId() as TicketId)
  const [typed, setTyped] = useState<Typed>({
    desk: null,
    organizationId: current?.id ?? '',
    subject: '',
    text: '',
    email: me.email ?? '',
  })
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const tray = useUploads()
  const ask = useAsk()
  const navigate = useNavigate()

  const organization = organizations.find(({ id }) => id === typed.organizationId)
  const answersHere = memberships.some((one) => one.organization.id === organization?.id && one.abilities.answerTickets)
  const desks: TicketDesk[] = [
    ...(organization && !organization.closing && !answersHere ? (['organization'] as const) : []),
    ...(me.isOperator ? [] : (['platform'] as const)),
  ]
  const desk = desks.find((one) => one === typed.desk) ?? desks[0] ?? 'platform'

  const submit = () => {
    const found = Object.fromEntries(
      (['subject', 'text'] as const)
        .filter((field) => typed[field].trim() === '')
        .map((field) => [field, t(`missing.${field}`)]),
    )
    setFaults(found)
    if (Object.keys(found).length > 0) return
    const { subject, text, email } = typed
    const organizationId = organization?.id ?? null
    const fileIds = tray.ready.map(({ fileId }) => fileId)
    ask.mutate(
      { params: { ticketId }, body: { desk, organizationId, subject, text, fileIds, email: email.trim(), page } },
      {
        onSuccess: () => {
          notifications.show({ message: t('new.sent') })
          void navigate({ to: '/help/$ticketId', params: { ticketId }, replace: true })
        },
        onError: (error) => {
          setFaults(badFieldsOf(error) ?? {})
        },
      },
    )
  }

  return {
    ...typed,
    desk,
    desks,
    organization,
    organizations,
    change: (part: Partial<Typed>) => {
      setTyped({ ...typed, ...part })
      setFaults({})
    },
    faults,
    tray,
    submit,
    isPending: ask.isPending,
    problem: ask.error && badFieldsOf(ask.error) === null ? sentenceOf(ask.error) : null,
  }
}

export type Asking = ReturnType<typeof useAsking>
