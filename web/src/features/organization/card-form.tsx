import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { type OrganizationCard, organizationEndpoints } from '@kolosok/contract'
import { timeZones } from '#lib/time-zones.ts'
import { useState } from 'react'
import classes from './card.module.css'
import { useChange } from './mutations.ts'
import { QuietHoursField } from './quiet-hours-field.tsx'
import { badFieldsOf, showProblem } from './problems.ts'
import { t } from './card-texts.ts'
import { WorkingHoursField } from './working-hours-field.tsx'

export const cardLines = [
  ['name', 'card.name'],
  ['shortName', 'card.short-name'],
  ['headName', 'card.head'],
  ['address', 'card.address'],
  ['phone', 'card.phone'],
  ['email', 'card.email'],
  ['site', 'card.site'],
] as const

export function CardForm({ card }: { card: OrganizationCard }) {
  const edit = useChange(organizationEndpoints.editCard)
  const { id, code, inn, kind: _, abilities: __, logoId: ___, ...values } = card
  const form = useForm({ mode: 'uncontrolled', initialValues: values })
  const [hours, setHours] = useState(card.workingHours)
  const [quiet, setQuiet] = useState(card.quietHours)
  const changeQuiet = (value: typeof quiet) => {
    setQuiet(value)
    form.setFieldValue('quietHours', value)
  }
  const changeHours = (value: typeof hours) => {
    setHours(value)
    form.setFieldValue('workingHours', value)
  }

  const submit = form.onSubmit((body) => {
    // Only what was changed here: somebody else may be changing the rest.
    const changed = Object.fromEntries(
      Object.keys(body)
        .filter((field) => form.isDirty(field))
        .map((field) => [field, body[field as keyof typeof body]]),
    )
    edit.mutate(
      { params: { organizationId: id }, body: changed },
      {
        onSuccess: (saved) => {
          const {
            id: _id,
            code: _code,
            inn: _inn,
            kind: _kind,
            abilities: _abilities,
            logoId: _logoId,
            ...fresh
          } = saved
          form.setInitialValues(fresh)
          form.setValues(fresh)
          form.resetDirty()
          notifications.show({ message: t('saved') })
        },
        onError: (error) => {
          const bad = badFieldsOf(error)
          if (!bad) {
            showProblem(error)
            return
          }
          const wrongHours = Object.keys(bad).some((field) => field.startsWith('workingHours'))
          const wrongQuiet = Object.keys(bad).some((field) => field.startsWith('quietHours'))
          form.setErrors({
            ...bad,
            ...(wrongHours && { workingHours: t('card.hours.bad') }),
            ...(wrongQuiet && { quietHours: t('card.quiet.bad') }),
          })
          const [first] = cardLines.filter(([field]) => field in bad)
          if (first) form.getInputNode(first[0])?.focus()
        },
      },
    )
  })

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {cardLines.map(([field, label]) => (
        <TextInput
          key={form.key(field)}
          label={t(label)}
          description={field === 'shortName' ? t('card.short-name.hint') : undefined}
          className={field === 'name' || field === 'address' ? classes.wide : undefined}
          {...(field === 'email' && { type: 'email', inputMode: 'email' as const })}
          {...(field === 'phone' && { type: 'tel', inputMode: 'tel' as const })}
          {...form.getInputProps(field)}
        />
      ))}
      <Select
        key={form.key('timeZone')}
        label={t('card.time-zone')}
        data={timeZones(card.timeZone)}
        allowDeselect={false}
        searchable
        {...form.getInputProps('timeZone')}
      />
      <TextInput label={t('card.inn')} description={t('card.inn.hint')} value={inn} readOnly variant="filled" />
      <TextInput label={t('card.code')} description={t('card.code.hint')} value={code} readOnly variant="filled" />
      <Switch
        key={form.key('mayParentsWriteEachOther')}
        size="md"
        className={classes.wide}
        label={t('card.parents-write')}
        description={t('card.parents-write.hint')}
        {...form.getInputProps('mayParentsWriteEachOther', { type: 'checkbox' })}
      />
      <Switch
        key={form.key('mayParentsCall')}
        size="md"
        className={classes.wide}
        label={t('card.parents-call')}
        description={t('card.parents-call.hint')}
        {...form.getInputProps('mayParentsCall', { type: 'checkbox' })}
      />
      <Switch
        key={form.key('mayTeachersBroadcast')}
        size="md"
        className={classes.wide}
        label={t('card.teachers-broadcast')}
        description={t('card.teachers-broadcast.hint')}
        {...form.getInputProps('mayTeachersBroadcast', { type: 'checkbox' })}
      />
      <Switch
        key={form.key('isFoundByName')}
        size="md"
        className={classes.wide}
        label={t('card.found-by-name')}
        description={t('card.found-by-name.hint')}
        {...form.getInputProps('isFoundByName', { type: 'checkbox' })}
      />
      <div className={classes.wide}>
        <WorkingHoursField
          value={hours}
          onChange={changeHours}
          error={form.errors['workingHours'] ? t('card.hours.bad') : undefined}
        />
      </div>
      <div className={classes.wide}>
        <QuietHoursField
          value={quiet}
          onChange={changeQuiet}
          error={form.errors['quietHours'] ? t('card.quiet.bad') : undefined}
        />
      </div>
      <div className={classes.wide}>
        <Button type="submit" loading={edit.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
