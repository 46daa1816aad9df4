import type { AdminOrderId, AdminOrderKind, MembershipId } from '@kolosok/contract'
import { type RefObject, useRef, useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { newId } from '#lib/new-id.ts'
import { badFieldsOf, sentenceOf } from './faults.ts'
import { useEnterOrder } from './queries.ts'
import type { Scan } from './scan-field.tsx'
import { t } from './texts.ts'

type Faults = Readonly<Record<string, string>>
type Order = {
  readonly membershipId: MembershipId | null
  readonly number: string
  readonly date: string
  readonly scan: Scan | null
}

const FIELDS = ['membershipId', 'number', 'date', 'fileId'] as const

const missingIn = ({ membershipId, number, date, scan }: Order): Faults => ({
  ...(membershipId === null && { membershipId: t('missing.membershipId') }),
  ...(number.trim() === '' && { number: t('missing.number') }),
  ...(date === '' && { date: t('missing.date') }),
  ...(scan === null && { fileId: t('field.scan') }),
})

type Given = { readonly kind: AdminOrderKind; readonly first: MembershipId | null; readonly onEntered: () => void }

/** What is being written of one order; all faults at once, the first bad field focused. */
export function useOrderForm(form: RefObject<HTMLFormElement | null>, { kind, first, onEntered }: Given) {
  const { id: organizationId } = useOrganization()
  const enter = useEnterOrder()
  // A retry after a lost answer is the same order.
  const adminOrderId = useRef(newId() as AdminOrderId)
  const [order, setOrder] = useState<Order>({ membershipId: first, number: '', date: '', scan: null })
  const [faults, setFaults] = useState<Faults>({})

  const refuse = (found: Faults) => {
    setFaults(found)
    const bad = FIELDS.find((field) => field in found)
    const node = bad === 'fileId' ? '#order-scan' : `[name="${bad ?? ''}"]`
    form.current?.querySelector<HTMLElement>(node)?.focus()
  }

  const submit = () => {
    const { membershipId, number, date, scan } = order
    if (membershipId === null || scan === null || Object.keys(missingIn(order)).length > 0) {
      refuse(missingIn(order))
      return
    }
    setFaults({})
    const params = { organizationId, adminOrderId: adminOrderId.current }
    const body = { kind, membershipId, number, date, fileId: scan.fileId }
    enter.mutate(
      { params, body },
      {
        onSuccess: onEntered,
        onError: (error) => {
          const bad = badFieldsOf(error)
          if (bad) refuse(bad)
        },
      },
    )
  }

  return {
    order,
    faults,
    isPending: enter.isPending,
    problem: enter.isError && !badFieldsOf(enter.error) ? sentenceOf(enter.error) : null,
    change: (part: Partial<Order>) => {
      setOrder((current) => ({ ...current, ...part }))
      // What is being mended is not called wrong any longer.
      setFaults((current) => Object.fromEntries(Object.entries(current).filter(([field]) => !(field in part))))
    },
    setScan: (scan: Scan | null, fault: string | null) => {
      setOrder((current) => ({ ...current, scan }))
      setFaults(({ fileId: _, ...rest }) => (fault === null ? rest : { ...rest, fileId: fault }))
    },
    submit,
  }
}
