import type { OperatorApplication } from '@kolosok/contract'
import { Button, Chip, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isProblem } from '#lib/api.ts'
import { formatPhone } from '#lib/phone.ts'
import classes from './operator.module.css'
import { applicationQuery, decide, type Decision } from './queries.ts'
import { t } from './texts.ts'

const phrases = {
  return: ['return.phrase.1', 'return.phrase.2', 'return.phrase.3', 'return.phrase.4'],
  refuse: ['refuse.phrase.1', 'refuse.phrase.2'],
} as const

/** The decisions that are possible now, always at hand. */
export function DecisionBar({ application }: { application: OperatorApplication }) {
  const [asked, setAsked] = useState<Decision['action'] | null>(null)
  const { abilities } = application
  if (!abilities.approve && !abilities.return && !abilities.refuse) return null
  return (
    <div className={classes.bar}>
      {abilities.approve && <Button onClick={() => setAsked('approve')}>{t('approve')}</Button>}
      {abilities.return && (
        <Button variant="light" onClick={() => setAsked('return')}>
          {t('return')}
        </Button>
      )}
      {abilities.refuse && (
        <Button variant="subtle" color="red" onClick={() => setAsked('refuse')}>
          {t('refuse')}
        </Button>
      )}
      {asked && <DecisionDialog key={asked} application={application} action={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function whatApprovingDoes({ handsOver, facts }: OperatorApplication): string {
  const phone = formatPhone(facts.phone)
  if (handsOver !== null) return t('approve.hands-over', { name: handsOver, phone })
  return t('approve.text', { name: facts.organizationName, phone })
}

type DialogProps = {
  readonly application: OperatorApplication
  readonly action: Decision['action']
  readonly onClose: () => void
}

function DecisionDialog({ application, action, onClose }: DialogProps) {
  const { id, revision } = application
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const decision = useMutation({
    mutationFn: () => decide(id, revision, { action, reason: reason.trim() }),
    onSuccess: (next) => {
      client.setQueryData(applicationQuery(id).queryKey, next)
      notifications.show({ message: t(doneKeys[action]) })
      onClose()
    },
    onError: (error) => {
      const isStale = isProblem(error, 'application-changed') || isProblem(error, 'application-decided')
      setFault(t(isStale ? 'changed' : 'error.failed'))
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['operator'] }),
  })
  const submit = () => {
    if (action !== 'approve' && reason.trim() === '') setFault(t('reason.required'))
    else decision.mutate()
  }

  return (
    <Modal opened onClose={onClose} title={t(`${action}.title`)}>
      <Stack>
        {action === 'approve' ? (
          <>
            <Text>{whatApprovingDoes(application)}</Text>
            {fault !== null && <Text role="alert">{fault}</Text>}
          </>
        ) : (
          <>
            <Textarea
              data-autofocus
              label={t('reason.label')}
              autosize
              minRows={3}
              maxLength={2000}
              value={reason}
              error={fault}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            <Group gap={6} role="group" aria-label={t('reason.ready')}>
              {phrases[action].map((phrase) => (
                <Chip
                  key={phrase}
                  checked={reason === t(phrase)}
                  onChange={() => setReason(t(phrase))}
                  styles={{ label: { height: 'auto', whiteSpace: 'normal', padding: '8px 14px' } }}
                >
                  {t(phrase)}
                </Chip>
              ))}
            </Group>
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={decision.isPending} {...(action === 'refuse' && { color: 'red' })} onClick={submit}>
            {t(action === 'approve' && application.handsOver !== null ? 'approve.hand-over' : action)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

const doneKeys = { approve: 'done.approved', return: 'done.returned', refuse: 'done.refused' } as const
