import { Button, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { AdminOrderKind, MembershipId } from '@kolosok/contract'
import { useRef } from 'react'
import { DateField } from '#ui/date-field.tsx'
import { ScanField } from './scan-field.tsx'
import { t } from './texts.ts'
import { useOrderForm } from './use-order-form.ts'

export type Someone = { readonly membershipId: MembershipId; readonly name: string; readonly position: string }

type Props = {
  readonly kind: AdminOrderKind
  /** Whom it may be about; one when it is settled already. */
  readonly people: readonly Someone[]
  readonly onClose: () => void
}

/** The order behind an appointment or a dismissal: number, date, scan; what it says comes true at once. */
export function OrderDialog({ kind, people, onClose }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const isSettled = kind === 'dismissed'
  const nameOf = (id: MembershipId | null) => people.find(({ membershipId }) => membershipId === id)?.name ?? ''
  const { order, faults, problem, isPending, change, setScan, submit } = useOrderForm(form, {
    kind,
    first: isSettled ? (people[0]?.membershipId ?? null) : null,
    onEntered: () => {
      notifications.show({ message: t(kind, { name: nameOf(order.membershipId) }) })
      onClose()
    },
  })
  const title = isSettled ? t('form.dismiss', { name: nameOf(order.membershipId) }) : t('form.appoint')
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        ref={form}
        noValidate
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Stack>
          {isSettled ? (
            <Text c="dimmed">{t('form.dismiss.text')}</Text>
          ) : (
            <Whom
              people={people}
              value={order.membershipId}
              fault={faults['membershipId']}
              onChange={(membershipId) => change({ membershipId })}
            />
          )}
          <TextInput
            name="number"
            label={t('form.number')}
            value={order.number}
            onChange={(event) => change({ number: event.currentTarget.value })}
            error={faults['number']}
          />
          <DateField
            name="date"
            label={t('form.date')}
            value={order.date}
            onChange={(value) => change({ date: value })}
            error={faults['date']}
          />
          <ScanField scan={order.scan} fault={faults['fileId'] ?? null} onChange={setScan} />
          {problem !== null && (
            <Text role="alert" c="var(--danger)">
              {problem}
            </Text>
          )}
          <Button type="submit" loading={isPending} disabled={people.length === 0}>
            {isSettled ? t('form.dismiss.do') : t('form.appoint.do')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

type WhomProps = {
  readonly people: readonly Someone[]
  readonly value: MembershipId | null
  readonly fault: string | undefined
  readonly onChange: (value: MembershipId | null) => void
}

function Whom({ people, value, fault, onChange }: WhomProps) {
  if (people.length === 0) return <Text>{t('form.who.empty')}</Text>
  return (
    <Select
      data-autofocus
      name="membershipId"
      label={t('form.who')}
      placeholder={t('form.who.placeholder')}
      data={people.map(({ membershipId, name, position }) => ({
        value: membershipId,
        label: position === '' ? name : `${name}, ${position}`,
      }))}
      value={value}
      onChange={onChange}
      searchable
      nothingFoundMessage={t('form.who.nobody')}
      error={fault}
    />
  )
}
