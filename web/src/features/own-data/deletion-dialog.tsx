import { deletionObstacle } from '@kolosok/contract'
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { isProblem } from '#lib/api.ts'
import { useDeleteAccount, useSendDeletionCode } from './queries.ts'
import { t } from './texts.ts'

/** Once more before it is done for good, with a code to one's own number: a phone left open must not cost an account. */
export function DeletionDialog({ onClose }: { onClose: () => void }) {
  const send = useSendDeletionCode()
  const remove = useDeleteAccount()
  const [code, setCode] = useState('')
  const { mutate: ask } = send
  useEffect(() => {
    ask()
  }, [ask])
  const sent = send.data?.code ?? null
  const problem = remove.isError ? sayProblem(remove.error) : send.isError ? sayProblem(send.error) : null
  return (
    <Modal opened onClose={onClose} title={t('deletion.ask')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          remove.mutate(sent && { handle: sent.handle, code: code.trim() || '-' })
        }}
      >
        <Stack>
          <Text>{t('deletion.ask.text')}</Text>
          {sent && (
            <TextInput
              label={t('deletion.code')}
              description={t(`deletion.code.${sent.way}`)}
              value={code}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={20}
              onChange={({ currentTarget }) => setCode(currentTarget.value)}
            />
          )}
          {problem !== null && (
            <Text role="alert" c="var(--danger)">
              {problem}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              color="red"
              disabled={!send.isSuccess}
              loading={send.isPending || remove.isPending || remove.isSuccess}
            >
              {t('deletion.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

const known = [
  ...deletionObstacle.options,
  'code-wrong',
  'code-late',
  'code-spent',
  'too-many-attempts',
  'code-sent-recently',
] as const

function sayProblem(error: unknown): string {
  const code = known.find((one) => isProblem(error, one))
  return t(code ? `deletion.${code}` : 'failed')
}
