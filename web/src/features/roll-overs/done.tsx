import { Button, Group, Stack, Text } from '@mantine/core'
import { type RollOver, rollOverEndpoints } from '@kolosok/contract'
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { call } from '#lib/api.ts'
import { formatMoment } from '#lib/dates.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { reasonsIn, sentenceOf } from './faults.ts'
import { useRollOverChange } from './queries.ts'
import classes from './roll-overs.module.css'
import { t } from './texts.ts'
import { Totals } from './totals.tsx'

/** What was done, with the way back for a week; and what is in that way, if anything. */
export function Done({ rollOver, onAgain }: { rollOver: RollOver; onAgain: () => void }) {
  const { id: rollOverId, state, undoableUntil } = rollOver
  const { code } = useOrganization()
  const [isAsking, setAsking] = useState(false)
  const undo = useRollOverChange(() => call(rollOverEndpoints.undo, { params: { rollOverId } }))
  const reasons = reasonsIn(undo.error)
  const close = () => setAsking(false)
  return (
    <Stack className={classes.card} align="flex-start">
      {state === 'undone' ? <Undone /> : <Applied rollOver={rollOver} />}
      {reasons && <InTheWay reasons={reasons} />}
      <Group>
        <Button renderRoot={(props) => <Link to="/o/$code/groups" params={{ code }} {...props} />}>
          {t('to-groups')}
        </Button>
        {undoableUntil ? (
          <Button
            variant="default"
            onClick={() => {
              undo.reset()
              setAsking(true)
            }}
          >
            {t('undo')}
          </Button>
        ) : (
          <Button variant="default" onClick={onAgain}>
            {t('again')}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        // What is in the way is read on the page itself.
        isOpen={isAsking && reasons === null}
        title={t('undo.title')}
        text={t('undo.text')}
        confirm={t('undo.do')}
        cancel={t('undo.keep')}
        isPending={undo.isPending}
        problem={undo.isError ? sentenceOf(undo.error) : null}
        onConfirm={() => undo.mutate(undefined, { onSuccess: close })}
        onClose={close}
      />
    </Stack>
  )
}

function Undone() {
  return (
    <>
      <IconArrowBackUp size={40} stroke={1.4} color="var(--ink-3)" aria-hidden="true" />
      <p className={classes.figure}>{t('undone.title')}</p>
      <Text>{t('undone.text')}</Text>
    </>
  )
}

function Applied({ rollOver: { totals, undoableUntil, appliedAt, appliedBy } }: { rollOver: RollOver }) {
  return (
    <>
      <IconCircleCheck size={40} stroke={1.4} color="var(--ok)" aria-hidden="true" />
      <p className={classes.figure}>{t('done.title')}</p>
      {appliedAt && <Text c="dimmed">{t('done.by', { when: formatMoment(appliedAt), who: appliedBy })}</Text>}
      <Totals totals={totals} />
      <Text>{t('done.text')}</Text>
      <Text c="dimmed">{undoableUntil ? t('done.until', { when: formatMoment(undoableUntil) }) : t('done.late')}</Text>
    </>
  )
}

function InTheWay({ reasons }: { reasons: readonly string[] }) {
  return (
    <div role="alert" className={classes.reasons}>
      <p>{t('in-use.title')}</p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>{t('in-use.then')}</p>
    </div>
  )
}
