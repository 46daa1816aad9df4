import {
  type ApplicationForm,
  type ApplicationOrder,
  type ApplicationStatus,
  organizationKind,
} from '@kolosok/contract'
import { Alert, Button, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { explain, faultsOf } from './failures.ts'
import classes from './form.module.css'
import { OrderField } from './order-field.tsx'
import { PaperDrafts } from './paper-drafts.tsx'
import { submitApplication } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly token: string
  readonly initial: ApplicationForm
  readonly order: ApplicationOrder | null
  readonly submitText: string
  readonly onChange?: (form: ApplicationForm, order: ApplicationOrder | null) => void
  readonly onDone: (status: ApplicationStatus) => void
}

/** As they stand on the screen. */
const order = ['organizationName', 'kind', 'inn', 'address', 'headName', 'administratorName', 'phone', 'email', 'order']

/** Everything wrong is named by the server, at once; the first bad field takes the focus. */
export function ApplicationFormView({ token, initial, order: given, submitText, onChange, onDone }: Props) {
  const form = useForm<ApplicationForm>({ initialValues: initial })
  const [uploaded, setUploaded] = useState(given)
  const [orderFault, setOrderFault] = useState<string | null>(null)
  const { values } = form
  useEffect(() => onChange?.(values, uploaded), [values, uploaded, onChange])

  const submit = useMutation({
    mutationFn: () => submitApplication(token, form.getValues()),
    onSuccess: onDone,
    onError: (error) => {
      const faults = faultsOf(error)
      if (!faults) return
      const { order: missing = null, ...fields } = faults
      form.setErrors(fields)
      setOrderFault(missing)
      document.getElementById(order.find((field) => field in faults) ?? '')?.focus()
    },
  })
  const arrival = useRef<Promise<boolean> | null>(null)
  const [isAwaiting, setAwaiting] = useState(false)
  /** An order still on its way belongs to what is sent: without waiting, the one before would go. */
  async function handleSubmit(): Promise<void> {
    if (arrival.current) {
      setAwaiting(true)
      const hasArrived = await arrival.current
      setAwaiting(false)
      if (!hasArrived) return
    }
    submit.mutate()
  }
  const count = Object.keys(form.errors).length + (orderFault === null ? 0 : 1)
  const text = (name: keyof ApplicationForm) => ({ ...form.getInputProps(name), id: name, label: t(`field.${name}`) })

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void handleSubmit()
      }}
    >
      <Stack gap="md">
        <Section title={t('section.organization')}>
          <TextInput
            {...text('organizationName')}
            description={t('field.organizationName.hint')}
            autoComplete="organization"
          />
          <NativeSelect
            {...text('kind')}
            size="md"
            data={[
              { value: '', label: '' },
              ...organizationKind.options.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
            ]}
          />
          <TextInput {...text('inn')} inputMode="numeric" autoComplete="off" />
          <TextInput {...text('address')} description={t('field.address.hint')} autoComplete="street-address" />
          <TextInput {...text('headName')} description={t('field.headName.hint')} autoComplete="off" />
        </Section>
        <Section title={t('section.administrator')} hint={t('section.administrator.hint')}>
          <TextInput {...text('administratorName')} autoComplete="name" />
          <TextInput {...text('phone')} description={t('field.phone.hint')} type="tel" autoComplete="tel" />
          <TextInput {...text('email')} description={t('field.email.hint')} type="email" autoComplete="email" />
        </Section>
        <Section title={t('section.order')}>
          {!uploaded && <PaperDrafts form={values} title={t('draft.title')} />}
          <OrderField
            token={token}
            order={uploaded}
            fault={orderFault}
            onChange={(next, fault) => {
              setOrderFault(fault)
              if (next) setUploaded(next)
            }}
            onSending={(next) => {
              arrival.current = next
              void next.then(() => {
                if (arrival.current === next) arrival.current = null
              })
            }}
          />
          {uploaded && <PaperDrafts form={values} title={t('draft.title.other')} />}
        </Section>
        <div role="alert">
          {submit.isError && (
            <Alert color="red" variant="light">
              {count > 0 ? t('faults.title', { count }) : explain(submit.error)}
            </Alert>
          )}
        </div>
        <Button type="submit" size="lg" loading={submit.isPending || isAwaiting}>
          {submitText}
        </Button>
      </Stack>
    </form>
  )
}

function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <Stack gap="md">
        <div>
          <Title order={2} fz="lg">
            {title}
          </Title>
          {hint !== undefined && <Text c="dimmed">{hint}</Text>}
        </div>
        {children}
      </Stack>
    </section>
  )
}
