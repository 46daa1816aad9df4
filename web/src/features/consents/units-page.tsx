import type { ConsentPurposeId, ConsentUnit } from '@kolosok/contract'
import { Button, SegmentedControl, Text } from '@mantine/core'
import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { EmptyState } from '#ui/states.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import classes from './consents.module.css'
import { PaperDialog } from './paper-dialog.tsx'
import { unitsQuery, type UnitState } from './queries.ts'
import { RegisterMenu } from './register-menu.tsx'
import { t } from './texts.ts'
import { UnitRow } from './unit-row.tsx'

const states = ['waiting', 'given', 'refused'] as const satisfies readonly UnitState[]

/** By name: who has decided what; the office enters here what came on paper. */
export function UnitsPage() {
  const id = useParams({ strict: false, select: ({ consentPurposeId }) => consentPurposeId }) as ConsentPurposeId
  const { abilities } = useOrganization()
  const [state, setState] = useState<UnitState>('waiting')
  const [entering, setEntering] = useState<ConsentUnit | null>(null)
  const query = useInfiniteQuery(unitsQuery(id, state))
  const purpose = query.data?.pages[0]?.purpose
  const mayEnter = abilities.manageConsents && purpose?.isClosed === false
  return (
    <OrganizationPage
      title={purpose?.title ?? t('title')}
      lead={purpose ? t('office.counts', purpose.counts) : ''}
      actions={<RegisterMenu purposeId={id} />}
    >
      {purpose && <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{purpose.text}</Text>}
      <SegmentedControl
        aria-label={t('who')}
        data={states.map((value) => ({ value, label: t(`who.${value}`) }))}
        value={state}
        onChange={setState}
      />
      <Units query={query} state={state} mayEnter={mayEnter} onEnter={setEntering} />
      <More query={query} />
      {entering && purpose && <PaperDialog purpose={purpose} unit={entering} onClose={() => setEntering(null)} />}
    </OrganizationPage>
  )
}

type UnitsProps = {
  readonly query: UseInfiniteQueryResult<{ pages: { units: ConsentUnit[] }[] }>
  readonly state: UnitState
  readonly mayEnter: boolean
  readonly onEnter: (unit: ConsentUnit) => void
}

function Units({ query, state, mayEnter, onEnter }: UnitsProps) {
  const units = query.data?.pages.flatMap((page) => page.units)
  return (
    <>
      <NotYet query={query} />
      {units?.length === 0 && <EmptyState title={t(`who.none.${state}`)} />}
      <ul className={classes.units}>
        {units?.map((unit) => (
          <UnitRow
            key={unit.id}
            unit={unit}
            mayEnter={mayEnter}
            onEnter={() => {
              onEnter(unit)
            }}
          />
        ))}
      </ul>
    </>
  )
}

type MoreProps = {
  readonly query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
}

const More = ({ query }: MoreProps) =>
  query.hasNextPage && (
    <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {t('who.more')}
    </Button>
  )
