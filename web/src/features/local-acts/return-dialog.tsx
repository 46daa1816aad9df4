import type { WholeLocalAct } from '@kolosok/contract'
import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { badFieldsOf, problemOf } from './problems.ts'
import { useReturn } from './queries.ts'
import { t } from './texts.ts'

/** Back to the drafts, with a word that the history keeps. */
export function ReturnDialog({ act, onClose }: { act: WholeLocalAct; onClose: () => void }) {
  const [rev] = useState(act.rev)
  const [word, setWord] = useState('')
  const giveBack = useReturn()
  const problem = problemOf(giveBack.error)
  return (
    <Modal opened onClose={onClose} title={t('return.title')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          giveBack.mutate({ params: { editionId: act.id }, body: { word, rev } }, { onSuccess: onClose })
        }}
      >
        <Stack>
          <Text>{t('return.text')}</Text>
          <TextInput
            label={t('return.word')}
            maxLength={300}
            data-autofocus
            value={word}
            onChange={({ currentTarget }) => setWord(currentTarget.value)}
            error={badFieldsOf(giveBack.error)?.['word']}
          />
          <DialogActions submit={t('return')} isPending={giveBack.isPending} problem={problem} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
