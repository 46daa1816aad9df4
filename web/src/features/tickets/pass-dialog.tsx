import type { TicketDesk, TicketEntryId, TicketId } from '@kolosok/contract'
import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { usePass } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly ticketId: TicketId; readonly to: TicketDesk; readonly onClose: () => void }

/** To the other desk, with a word about what to look at. */
export function PassDialog({ ticketId, to, onClose }: Props) {
  const [entryId] = useState(() => newId() as TicketEntryId)
  const [word, setWord] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const pass = usePass()
  const submit = () => {
    if (word.trim() === '') {
      setFault(t('field.required'))
      return
    }
    pass.mutate(
      { params: { ticketId, entryId }, body: { to, word } },
      {
        onSuccess: () => {
          notifications.show({ message: t('pass.done') })
          onClose()
        },
        onError: (error) => setFault(badFieldsOf(error)?.['word'] ?? null),
      },
    )
  }
  return (
    <Modal opened onClose={onClose} title={t(`pass.title.${to}`)}>
      <Stack>
        <Text>{t(`pass.text.${to}`)}</Text>
        <Textarea
          data-autofocus
          label={t('pass.word')}
          autosize
          minRows={3}
          maxLength={2000}
          value={word}
          error={fault}
          onChange={({ currentTarget }) => {
            setWord(currentTarget.value)
            setFault(null)
          }}
        />
        {pass.error && badFieldsOf(pass.error) === null && (
          <Alert color="red" role="alert">
            {sentenceOf(pass.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={pass.isPending} onClick={submit}>
            {t(`pass.${to}`)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
