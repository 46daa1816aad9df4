import type { Recording } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { sentenceOf } from './problems.ts'
import { type RecordedRoom, useAct } from './queries.ts'
import { OVER_ROOM, t } from './texts.ts'

type Props = { readonly room: RecordedRoom; readonly recording: Recording }

/** Of what can be played, and of what never gets there. */
export function Deleting({ room, recording: { id, state } }: Props) {
  const [isAsking, setAsking] = useState(false)
  const remove = useAct('remove', room)
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('delete')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        zIndex={OVER_ROOM}
        title={t('delete.title')}
        text={t(state === 'finishing' ? 'delete.text.finishing' : 'delete.text')}
        confirm={t('delete.confirm')}
        cancel={t('cancel')}
        isPending={remove.isPending}
        problem={remove.error && sentenceOf(remove.error)}
        onConfirm={() => remove.mutate(id)}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
