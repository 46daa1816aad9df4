import type { ClosingId } from '@kolosok/contract'
import { Button, type ButtonProps } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { sentenceOf } from './problems.ts'
import { t } from './texts.ts'

type Props = ButtonProps & {
  readonly closingId: ClosingId
  readonly reopen: UseMutationResult<unknown, Error, ClosingId>
}

/** «Открыть снова», asked before it is done: of its head's page and of the operator's list. */
export function ReopenButton({ closingId, reopen, ...look }: Props) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button {...look} onClick={() => setAsking(true)}>
        {t('reopen')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('reopen.ask')}
        text={t('reopen.text')}
        confirm={t('reopen')}
        cancel={t('cancel')}
        isPending={reopen.isPending}
        isHarmless
        problem={reopen.isError ? sentenceOf(reopen.error) : null}
        onConfirm={() => reopen.mutate(closingId, { onSuccess: () => setAsking(false) })}
        onClose={() => {
          reopen.reset()
          setAsking(false)
        }}
      />
    </>
  )
}
