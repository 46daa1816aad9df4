import { Button, Radio, Stack, Text } from '@mantine/core'
import { rollOverEndpoints, type RollOverId, rollOverWay, type RollOverWay } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { groupsQuery } from '#features/organization/index.ts'
import { useOrganization } from '#features/organization-frame/index.ts'
import { call } from '#lib/api.ts'
import { newId } from '#lib/new-id.ts'
import { sentenceOf } from './faults.ts'
import { useRollOverChange } from './queries.ts'
import classes from './roll-overs.module.css'
import { t } from './texts.ts'

/** The two ways in which kindergartens do it; nothing changes yet. */
export function Begin({ onBegun }: { onBegun: () => void }) {
  const { id: organizationId } = useOrganization()
  const { data: groups = [] } = useQuery(groupsQuery(organizationId))
  const [way, setWay] = useState<RollOverWay>('together')
  // A retry after a lost answer is the same one.
  const rollOverId = useRef(newId() as RollOverId)
  const begin = useRollOverChange(() =>
    call(rollOverEndpoints.begin, { params: { organizationId, rollOverId: rollOverId.current }, body: { way } }),
  )
  const hasGroups = groups.some(({ kind }) => kind !== 'staff')
  return (
    <Stack className={classes.card}>
      <Radio.Group label={t('way')} value={way} onChange={(value) => setWay(rollOverWay.parse(value))}>
        <Stack gap="sm" mt="sm">
          {rollOverWay.options.map((value) => (
            <Radio.Card key={value} value={value} className={classes.way}>
              <Radio.Indicator />
              <span>
                <b>{t(`way.${value}`)}</b>
                <span>{t(`way.${value}.text`)}</span>
              </span>
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
      {begin.isError && (
        <Text role="alert" c="var(--danger)">
          {sentenceOf(begin.error)}
        </Text>
      )}
      {!hasGroups && <Text c="dimmed">{t('begin.empty')}</Text>}
      <Button
        size="md"
        disabled={!hasGroups}
        loading={begin.isPending}
        onClick={() => begin.mutate(undefined, { onSuccess: onBegun })}
      >
        {t('begin')}
      </Button>
    </Stack>
  )
}
