import { Button, SegmentedControl, Text, Title } from '@mantine/core'
import { type RollOver, rollOverEndpoints, rollOverWay } from '@kolosok/contract'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { sentenceOf } from './faults.ts'
import { PlannedGroup } from './planned-group.tsx'
import { useRollOverChange } from './queries.ts'
import classes from './roll-overs.module.css'
import { t } from './texts.ts'
import { Totals } from './totals.tsx'

type Asking = 'apply' | 'discard' | 'way' | null

/** What would become of every group and child, to be changed before it is done. */
export function Draft({ rollOver }: { rollOver: RollOver }) {
  const { id: rollOverId, way, groups, totals, digest } = rollOver
  const [asking, setAsking] = useState<Asking>(null)
  const params = { rollOverId }
  const other = rollOverWay.options.find((value) => value !== way) ?? way
  const acts = {
    apply: useRollOverChange(() => call(rollOverEndpoints.apply, { params, body: { seen: digest } })),
    discard: useRollOverChange(async () => {
      await call(rollOverEndpoints.discard, { params })
      return null
    }),
    way: useRollOverChange(() => call(rollOverEndpoints.setWay, { params, body: { way: other } })),
  }
  const act = asking && acts[asking]
  const close = () => {
    if (act) act.reset()
    setAsking(null)
  }
  const isTouched = groups.some(
    (group) => group.isEdited || group.going.some((one) => one.toGroupId !== group.toGroupId),
  )
  const unclear = groups.filter(({ isUnclear }) => isUnclear).length

  return (
    <>
      <section className={classes.card}>
        <SegmentedControl
          fullWidth
          aria-label={t('way')}
          value={way}
          disabled={acts.way.isPending}
          onChange={() => (isTouched ? setAsking('way') : acts.way.mutate(undefined))}
          data={rollOverWay.options.map((value) => ({ value, label: t(`way.${value}`) }))}
          classNames={{ label: classes.wayLabel ?? '' }}
        />
        <Text c="dimmed" fz="sm">
          {t(`way.${way}.text`)}
        </Text>
        <Totals totals={totals} />
        {unclear > 0 && <p className={classes.unclear}>{t('unclear', { count: unclear })}</p>}
      </section>
      <section aria-labelledby="groups">
        <Title order={2} fz={18} mb="sm" id="groups">
          {t('groups')}
        </Title>
        <ul className={classes.rows}>
          {groups.map((group) => (
            <PlannedGroup key={group.id} rollOver={rollOver} group={group} />
          ))}
        </ul>
      </section>
      <div className={classes.end}>
        <Button variant="subtle" color="gray" onClick={() => setAsking('discard')}>
          {t('discard')}
        </Button>
        <Text c="dimmed">{totals.faults > 0 && t('apply.bad', { count: totals.faults })}</Text>
        <Button size="md" disabled={totals.faults > 0} onClick={() => setAsking('apply')}>
          {t('apply')}
        </Button>
      </div>
      {asking && act && (
        <ConfirmDialog
          isOpen
          title={t(`${asking}.title`)}
          text={asking === 'apply' ? t('apply.text', totals) : t(`${asking}.text`)}
          confirm={t(`${asking}.do`)}
          cancel={t(`${asking}.keep`)}
          isPending={act.isPending}
          problem={act.isError ? sentenceOf(act.error) : null}
          onConfirm={() => act.mutate(undefined, { onSuccess: () => setAsking(null) })}
          onClose={close}
        />
      )}
    </>
  )
}
