import { Button, Text, Title } from '@mantine/core'
import type { OrganizationCard } from '@kolosok/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { formatMoment } from '#lib/dates.ts'
import { spellHours, spellQuiet } from '#lib/working-hours.ts'
import classes from './card.module.css'
import { CardForm, cardLines } from './card-form.tsx'
import { CardLogo } from './card-logo.tsx'
import { cardHistoryQuery, cardQuery } from './queries.ts'
import { Loaded } from './query-states.tsx'
import { t } from './card-texts.ts'

export function CardPage() {
  const { id } = useOrganization()
  const card = useQuery(cardQuery(id))
  return (
    <OrganizationPage title={t('card.title')} lead={t('card.lead')}>
      <Loaded query={card} rows={7}>
        {(found) =>
          found.abilities.editCard ? (
            <>
              <CardLogo card={found} />
              <CardForm card={found} />
            </>
          ) : (
            <CardView card={found} />
          )
        }
      </Loaded>
      <History />
    </OrganizationPage>
  )
}

function CardView({ card }: { card: OrganizationCard }) {
  return (
    <dl className={classes.form}>
      {[...cardLines, ['inn', 'card.inn'] as const, ['code', 'card.code'] as const].map(([field, label]) => (
        <div key={field}>
          <dt className={classes.term}>{t(label)}</dt>
          <dd className={classes.value}>{card[field] === '' ? t('card.empty-field') : card[field]}</dd>
        </div>
      ))}
      <div>
        <dt className={classes.term}>{t('card.hours')}</dt>
        <dd className={classes.value}>{card.workingHours ? spellHours(card.workingHours) : t('card.empty-field')}</dd>
      </div>
      <div>
        <dt className={classes.term}>{t('card.quiet')}</dt>
        <dd className={classes.value}>{card.quietHours ? spellQuiet(card.quietHours) : t('card.empty-field')}</dd>
      </div>
      <div>
        <dt className={classes.term}>{t('card.parents-write')}</dt>
        <dd className={classes.value}>{t(card.mayParentsWriteEachOther ? 'card.on' : 'card.off')}</dd>
      </div>
      <div>
        <dt className={classes.term}>{t('card.parents-call')}</dt>
        <dd className={classes.value}>{t(card.mayParentsCall ? 'card.on' : 'card.off')}</dd>
        <dt className={classes.term}>{t('card.teachers-broadcast')}</dt>
        <dd className={classes.value}>{t(card.mayTeachersBroadcast ? 'card.on' : 'card.off')}</dd>
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
