import { MAX_TEXT, type Ticket } from '@kolosok/contract'
import { Alert, Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { FilePicker } from '#features/files/index.ts'
import { sentenceOf } from './problems.ts'
import { useSolve } from './queries.ts'
import { t } from './texts.ts'
import classes from './tickets.module.css'
import { useWriting, type Writing } from './use-writing.ts'

/** Answering; of the desk also a note that the asker never sees. */
export function WriteForm({ ticket }: { ticket: Ticket }) {
  const { abilities, view } = ticket
  const writing = useWriting(ticket)
  if (!abilities.reply && !abilities.note) return <Text className={classes.muted}>{t('write.elsewhere')}</Text>
  return (
    <form
      className={classes.card}
      data-note={writing.kind === 'note' || undefined}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        writing.submit(false)
      }}
    >
      <Stack gap="sm">
        <Kind ticket={ticket} writing={writing} />
        <Textarea
          label={t(labels[writing.kind === 'note' ? 'note' : view])}
          description={writing.kind === 'note' ? t('ticket.note.hint') : undefined}
          autosize
          minRows={3}
          maxRows={14}
          maxLength={MAX_TEXT}
          value={writing.text}
          error={writing.fault}
          onChange={({ currentTarget }) => writing.setText(currentTarget.value)}
        />
        <FilePicker tray={writing.tray} label={t('files.add')} />
        {writing.problem !== null && (
          <Alert color="red" role="alert">
            {writing.problem}
          </Alert>
        )}
        <Buttons ticket={ticket} writing={writing} />
      </Stack>
    </form>
  )
}

const labels = { note: 'write.label.note', desk: 'write.label.reply', asker: 'write.label.message' } as const

type Props = { readonly ticket: Ticket; readonly writing: Writing }

/** To whom it goes, and what the one who writes should know before. */
function Kind({ ticket: { view, state, abilities, assignee }, writing: { kind, setKind } }: Props) {
  if (view === 'asker') return state === 'solved' && <Text>{t('write.again')}</Text>
  if (!abilities.reply) return <Text>{t('write.taken', { name: assignee?.name ?? '' })}</Text>
  return (
    <SegmentedControl
      aria-label={t('write.kind')}
      value={kind}
      onChange={(value) => setKind(value === 'note' ? 'note' : 'message')}
      data={[
        { value: 'message', label: t('write.reply') },
        { value: 'note', label: t('write.note') },
      ]}
    />
  )
}

function Buttons({ ticket, writing: { kind, tray, isPending, submit } }: Props) {
  const isDesk = ticket.view === 'desk'
  const send = kind === 'note' ? 'write.send.note' : 'write.send'
  return (
    <Group>
      <Button type="submit" loading={isPending} disabled={tray.isBusy}>
        {t(tray.isBusy ? 'files.busy' : send)}
      </Button>
      {isDesk && kind === 'message' && (
        <Button variant="default" disabled={isPending || tray.isBusy} onClick={() => submit(true)}>
          {t('write.send.solved')}
        </Button>
      )}
      {!isDesk && ticket.abilities.solve && <Solve ticket={ticket} />}
    </Group>
  )
}

function Solve({ ticket }: { ticket: Ticket }) {
  const solve = useSolve(ticket.id)
  return (
    <Button
      variant="default"
      loading={solve.isPending}
      onClick={() =>
        solve.mutate(undefined, {
          onError: (error) => notifications.show({ color: 'red', message: sentenceOf(error) }),
        })
      }
    >
      {t('solve')}
    </Button>
  )
}
