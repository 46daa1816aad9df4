import { Button, Select, Switch, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { type OrganizationCard, organizationEndpoints } from '@kolosok/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { formatMoment } from '#lib/dates.ts'
import classes from './card.module.css'
import { useChange } from './mutations.ts'
import { badFieldsOf, showProblem } from './problems.ts'
import { cardHistoryQuery, cardQuery } from './queries.ts'
import { Loaded } from './query-states.tsx'
import { t } from './texts.ts'
import { timeZones } from './time-zones.ts'

export function CardPage() {
  const { id } = useOrganization()
  const card = useQuery(cardQuery(id))
  return (
    <OrganizationPage title={t('card.title')} lead={t('card.lead')}>
      <Loaded query={card} rows={7}>
        {(found) => (found.abilities.editCard ? <CardForm card={found} /> : <CardView card={found} />)}
      </Loaded>
      <History />
    </OrganizationPage>
  )
}

const lines = [
  ['name', 'card.name'],
  ['shortName', 'card.short-name'],
  ['headName', 'card.head'],
  ['address', 'card.address'],
  ['phone', 'card.phone'],
  ['email', 'card.email'],
  ['site', 'card.site'],
] as const

function CardForm({ card }: { card: OrganizationCard }) {
  const edit = useChange(organizationEndpoints.editCard)
  const { id, code, inn, kind: _, abilities: __, ...values } = card
  const form = useForm({ mode: 'uncontrolled', initialValues: values })

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
          const { id: _id, code: _code, inn: _inn, kind: _kind, abilities: _abilities, ...fresh } = saved
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
          form.setErrors(bad)
          const [first] = lines.filter(([field]) => field in bad)
          if (first) form.getInputNode(first[0])?.focus()
        },
      },
    )
  })

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {lines.map(([field, label]) => (
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
        key={form.key('isFoundByName')}
        size="md"
        className={classes.wide}
        label={t('card.found-by-name')}
        description={t('card.found-by-name.hint')}
        {...form.getInputProps('isFoundByName', { type: 'checkbox' })}
      />
      <div className={classes.wide}>
        <Button type="submit" loading={edit.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

function CardView({ card }: { card: OrganizationCard }) {
  return (
    <dl className={classes.form}>
      {[...lines, ['inn', 'card.inn'] as const, ['code', 'card.code'] as const].map(([field, label]) => (
        <div key={field}>
          <dt className={classes.term}>{t(label)}</dt>
          <dd className={classes.value}>{card[field] === '' ? t('card.empty-field') : card[field]}</dd>
        </div>
      ))}
      <div>
        <dt className={classes.term}>{t('card.parents-write')}</dt>
        <dd className={classes.value}>{t(card.mayParentsWriteEachOther ? 'card.on' : 'card.off')}</dd>
      </div>
      <div>
        <dt className={classes.term}>{t('card.found-by-name')}</dt>
        <dd className={classes.value}>{t(card.isFoundByName ? 'card.on' : 'card.off')}</dd>
      </div>
    </dl>
  )
}

function History() {
  const { id } = useOrganization()
  const history = useInfiniteQuery(cardHistoryQuery(id))
  if (!history.data) return null
  const changes = history.data.pages.flatMap((page) => page.changes)
  return (
    <section aria-labelledby="card-history">
      <Title order={2} fz="lg" id="card-history" mb={6}>
        {t('card.history')}
      </Title>
      {changes.length === 0 && <Text c="dimmed">{t('card.history.empty')}</Text>}
      <ul className={classes.history}>
        {changes.map(({ id: changeId, name, at, fields }) => (
          <li key={changeId}>
            <b>{name}</b>
            <span>{fields.map((field) => t(`card.field.${field}`)).join(', ')}</span>
            <time dateTime={at}>{formatMoment(at)}</time>
          </li>
        ))}
      </ul>
      {history.hasNextPage && (
        <Button variant="subtle" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t('card.history.more')}
        </Button>
      )}
    </section>
  )
}
