import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { DialogActions } from '#ui/dialog-actions.tsx'
import classes from './deciding.module.css'
import { t } from './texts.ts'

type LeftCode =
  | 'not-found'
  | 'forbidden'
  | 'join-request-decided'
  | 'confirmation-decided'
  | 'child-left'
  | 'child-missing'
  | 'group-archived'
type Outcome = {
  readonly done: readonly string[]
  readonly left: readonly { readonly id: string; readonly code: LeftCode }[]
}

type Props = {
  readonly title: string
  readonly submit: string
  /** Asked for when many are refused. */
  readonly needsReason?: boolean
  readonly decision: {
    readonly isPending: boolean
    readonly isError: boolean
    readonly data: Outcome | undefined
    readonly run: (reason: string) => void
  }
  readonly nameOf: (id: string) => string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** One decision about many: what it is about, a reason if it needs one, then how many went through and which not. */
export function ManyDialog({ title, submit, needsReason = false, decision, nameOf, onClose, children }: Props) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  if (decision.data) return <Result outcome={decision.data} nameOf={nameOf} onClose={onClose} />

  const decide = () => {
    if (needsReason && reason.trim() === '') setProblem(t('reason.required'))
    else decision.run(reason.trim())
  }
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          decide()
        }}
      >
        <Stack>
          {children}
          {needsReason && (
            <Textarea
              label={t('reason')}
              maxLength={500}
              autosize
              minRows={2}
              data-autofocus
              value={reason}
              error={problem}
              onChange={(event) => {
                setReason(event.currentTarget.value)
                setProblem(null)
              }}
            />
          )}
          {decision.isError && (
            <Alert color="red" role="alert">
              {t('failed')}
            </Alert>
          )}
          <DialogActions submit={submit} isPending={decision.isPending} isDangerous={needsReason} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

type ResultProps = { readonly outcome: Outcome } & Pick<Props, 'nameOf' | 'onClose'>

function Result({ outcome: { done, left }, nameOf, onClose }: ResultProps) {
  return (
    <Modal opened onClose={onClose} title={t('done.title', { count: done.length })} size="lg">
      <Stack role="status">
        {left.length > 0 && (
          <>
            <Text>{t('left.title', { count: left.length })}</Text>
            <ul className={classes.names}>
              {left.map(({ id, code }) => (
                <li key={id}>{t('left.line', { name: nameOf(id), why: t(`left.${code}`) })}</li>
              ))}
            </ul>
          </>
        )}
        <Group justify="flex-end">
          <Button data-autofocus onClick={onClose}>
            {t('done')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** Whom a decision is about. */
export function Names({ names }: { names: readonly { readonly id: string; readonly text: string }[] }) {
  return (
    <ul className={classes.names}>
      {names.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  )
}
