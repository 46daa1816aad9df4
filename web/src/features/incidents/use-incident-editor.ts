import type { Incident, IncidentId, OrganizationId } from '@kolosok/contract'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { ApiProblem, isProblem } from '#lib/api.ts'
import { newId } from '#lib/new-id.ts'
import { useSaveIncident } from './queries.ts'
import { t } from './texts.ts'

export const texts = [
  'happened',
  'data',
  'people',
  'cause',
  'harm',
  'measures',
  'contact',
  'culprits',
  'result',
] as const
export const moments = ['noticedAt', 'notifiedAt', 'reportedAt'] as const

type Typed = Readonly<Record<(typeof texts)[number] | (typeof moments)[number], string>> & {
  readonly isClosed: boolean
}
type Faults = Readonly<Record<string, string>>

/** What is being written; a retry writes the same one. */
export function useIncidentEditor(
  organizationId: OrganizationId | null,
  incident: Incident | null,
  onClose: () => void,
) {
  const [incidentId] = useState(() => incident?.id ?? (newId() as IncidentId))
  // As it was when the window opened: what others change meanwhile must not be written over.
  const [rev] = useState(incident?.rev ?? null)
  const [typed, setTyped] = useState(() => typedOf(incident))
  const [faults, setFaults] = useState<Faults>({})
  const save = useSaveIncident()
  const submit = () => {
    const found = faultsOf(typed)
    setFaults(found)
    if (Object.keys(found).length > 0) return
    const { noticedAt, notifiedAt, reportedAt, ...rest } = typed
    const body = {
      ...rest,
      organizationId,
      rev,
      noticedAt: new Date(noticedAt).toISOString(),
      notifiedAt: momentOf(notifiedAt),
      reportedAt: momentOf(reportedAt),
    }
    save.mutate(
      { params: { incidentId }, body },
      {
        onSuccess: () => {
          notifications.show({ message: t('saved') })
          onClose()
        },
        onError: (error) => {
          setFaults(badFieldsOf(error) ?? {})
        },
      },
    )
  }
  return {
    typed,
    change: (part: Partial<Typed>) => {
      setTyped({ ...typed, ...part })
    },
    faults,
    problem: save.isError && badFieldsOf(save.error) === null ? sayProblem(save.error) : null,
    isPending: save.isPending,
    submit,
  }
}

const momentOf = (text: string): string | null => (text === '' ? null : new Date(text).toISOString())

/** As a field for day and time holds it, on this device's clock. */
function fieldOf(moment: string | null): string {
  if (moment === null) return ''
  const at = new Date(moment)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

const empty = Object.fromEntries(texts.map((name) => [name, ''])) as Record<(typeof texts)[number], string>

function typedOf(incident: Incident | null): Typed {
  if (!incident) {
    const now = fieldOf(new Date().toISOString())
    return { ...empty, noticedAt: now, notifiedAt: '', reportedAt: '', isClosed: false }
  }
  const said = Object.fromEntries(texts.map((name) => [name, incident[name]])) as typeof empty
  return {
    ...said,
    noticedAt: fieldOf(incident.noticedAt),
    notifiedAt: fieldOf(incident.notifiedAt),
    reportedAt: fieldOf(incident.reportedAt),
    isClosed: incident.closedAt !== null,
  }
}

const faultsOf = ({ noticedAt, happened, isClosed, result }: Typed): Faults => ({
  ...(noticedAt === '' && { noticedAt: t('fault.required') }),
  ...(happened.trim() === '' && { happened: t('fault.required') }),
  ...(isClosed && result.trim() === '' && { result: t('fault.required') }),
})

const codes = ['required', 'future'] as const

function badFieldsOf(error: unknown): Faults | null {
  if (!(error instanceof ApiProblem) || error.body.code !== 'invalid-request' || !error.body.errors) return null
  return Object.fromEntries(
    error.body.errors.map(({ pointer, code }) => [
      pointer.split('/')[1] ?? '',
      t(`fault.${codes.find((one) => one === code) ?? 'invalid'}`),
    ]),
  )
}

const known = ['incident-changed', 'too-many-incidents', 'forbidden'] as const
const sayProblem = (error: unknown): string => t(`problem.${known.find((one) => isProblem(error, one)) ?? 'other'}`)
