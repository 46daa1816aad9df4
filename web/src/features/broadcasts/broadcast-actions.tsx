import type { Broadcast, OrganizationId } from '@kolosok/contract'
import { Button, Text } from '@mantine/core'
import { IconBroadcast, IconListCheck, IconPlayerPlay, IconVideo } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AttendanceDialog } from '#features/rooms/index.ts'
import { formatMoment } from '#lib/dates.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import type { Entry } from './entry.ts'
import classes from './broadcasts.module.css'
import { PlanDialog } from './plan-dialog.tsx'
import { sentenceOf } from './problems.ts'
import { attendanceQuery, broadcastsQuery, useAct } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly broadcast: Broadcast; readonly onEnter: (entry: Entry) => void }

/** What is to be known and done now, as it stands and as far as one may. */
export function BroadcastActions({ broadcast, onEnter }: Props) {
  const { abilities, state } = broadcast
  const isOnAir = state === 'live'
  return (
    <>
      <Text>{sayWhatNow(broadcast)}</Text>
      {broadcast.isRecorded && (
        <Text fw={600} role="status">
          {t('page.being-recorded')}
        </Text>
      )}
      <div className={classes.actions}>
        {abilities.start && (
          <Button size="lg" leftSection={<IconBroadcast size={24} />} onClick={() => onEnter('stage')}>
            {t('start')}
          </Button>
        )}
        {isOnAir && abilities.watch && (
          <Button size="lg" leftSection={<IconPlayerPlay size={24} />} onClick={() => onEnter('watch')}>
            {t('watch')}
          </Button>
        )}
        {isOnAir && abilities.enterStage && (
          <Button size="lg" variant="light" leftSection={<IconVideo size={24} />} onClick={() => onEnter('stage')}>
            {t('stage.enter')}
          </Button>
        )}
      </div>
      {abilities.edit && broadcast.organizationId && (
        <Planning broadcast={broadcast} organizationId={broadcast.organizationId} />
      )}
      {abilities.seeAttendance && <Attendance broadcast={broadcast} />}
    </>
  )
}

function sayWhatNow({ state, plannedAt, recordings }: Broadcast): string {
  if (state === 'live') return t('page.unseen')
  if (state === 'ended' && recordings > 0) return t('page.recorded')
  if (state !== 'planned') return t(`page.${state}`)
  return t(Date.parse(plannedAt) < Date.now() ? 'page.late' : 'page.planned', { when: formatMoment(plannedAt) })
}

function Planning({ broadcast, organizationId }: Pick<Props, 'broadcast'> & { organizationId: OrganizationId }) {
  const [open, setOpen] = useState<'edit' | 'cancel' | null>(null)
  const rights = useInfiniteQuery(broadcastsQuery(organizationId)).data?.pages[0]
  const cancel = useAct('cancel')
  const close = () => setOpen(null)
  return (
    <div className={classes.actions}>
      <Button variant="default" disabled={!rights} onClick={() => setOpen('edit')}>
        {t('edit')}
      </Button>
      <Button variant="subtle" color="red" onClick={() => setOpen('cancel')}>
        {t('call-off')}
      </Button>
      {open === 'edit' && rights && (
        <PlanDialog organizationId={organizationId} rights={rights} broadcast={broadcast} onClose={close} />
      )}
      <ConfirmDialog
        isOpen={open === 'cancel'}
        title={t('call-off.title')}
        text={t('call-off.text')}
        confirm={t('call-off')}
        cancel={t('not-now')}
        isPending={cancel.isPending}
        problem={cancel.error && sentenceOf(cancel.error)}
        onConfirm={() => cancel.mutate(broadcast.id, { onSuccess: close })}
        onClose={close}
      />
    </div>
  )
}

function Attendance({ broadcast }: Pick<Props, 'broadcast'>) {
  const [isOpen, setOpen] = useState(false)
  const query = useQuery({ ...attendanceQuery(broadcast.id), enabled: isOpen })
  return (
    <div className={classes.actions}>
      <Button variant="default" leftSection={<IconListCheck size={20} />} onClick={() => setOpen(true)}>
        {t('attendance')}
      </Button>
      <AttendanceDialog query={query} isOpen={isOpen} onClose={() => setOpen(false)} />
    </div>
  )
}
