import type { Broadcast, Recording } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { sentenceOf } from './problems.ts'
import { useAct } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly broadcastId: Broadcast['id']; readonly recording: Recording }

/** Of what can be played, and of what never gets there. */
export function Deleting({ broadcastId, recording: { id: recordingId, state } }: Props) {
  const [isAsking, setAsking] = useState(false)
  const remove = useAct('remove')
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('delete')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('delete.title')}
        text={t(state === 'finishing' ? 'delete.text.finishing' : 'delete.text')}
        confirm={t('delete.confirm')}
        cancel={t('cancel')}
        isPending={remove.isPending}
        problem={remove.error && sentenceOf(remove.error)}
        onConfirm={() => remove.mutate({ broadcastId, recordingId })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
