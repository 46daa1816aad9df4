import { MAX_PROTOCOL_NAME, MAX_PROTOCOL_NUMBER, type MeetingProtocol } from '@kolosok/contract'
import { Alert, Button, Group, SimpleGrid, Text, TextInput } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import classes from './meetings.module.css'
import { sentenceOf } from './problems.ts'
import { ProtocolItems } from './protocol-items.tsx'
import { useSignProtocol } from './protocol-queries.ts'
import { t } from './texts.ts'
import { type Kept, type ProtocolEditing, useProtocol } from './use-protocol.ts'

/** Written while the meeting goes on: nobody has to press «Сохранить». */
export function ProtocolEditor({ protocol, kept }: { protocol: MeetingProtocol; kept: Kept | null }) {
  const editing = useProtocol(protocol, kept)
  const { writing, change } = editing
  return (
    <>
      {editing.isConflict && <Conflict protocol={protocol} editing={editing} />}
      {editing.problem !== null && (
        <Alert color="red" role="alert">
          {editing.problem}
        </Alert>
      )}
      <section className={classes.panel} aria-label={t('protocol')}>
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <TextInput
            label={t('protocol.number')}
            maxLength={MAX_PROTOCOL_NUMBER}
            value={writing.number}
            onChange={({ currentTarget }) => change({ number: currentTarget.value })}
          />
          {(['chair', 'secretary'] as const).map((name) => (
            <TextInput
              key={name}
              label={t(`protocol.${name}`)}
              maxLength={MAX_PROTOCOL_NAME}
              value={writing[name]}
              onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
            />
          ))}
        </SimpleGrid>
        {protocol.present && (
          <Text fz="sm" c="dimmed">
            {t('protocol.present', protocol.present)} {t('protocol.present.hint')}
          </Text>
        )}
      </section>
      <ProtocolItems editing={editing} />
      <Group justify="space-between">
        <Text role="status" fz="sm" c="dimmed">
          {t(editing.isPending ? 'protocol.saving' : editing.isDirty ? 'protocol.kept' : 'protocol.saved')}
        </Text>
        <Sign protocol={protocol} editing={editing} />
      </Group>
    </>
  )
}

/** Somebody else has saved meanwhile: whose words it is to be. */
function Conflict({ protocol, editing }: { protocol: MeetingProtocol; editing: ProtocolEditing }) {
  return (
    <Alert color="wheat" role="alert" title={t('protocol.conflict')}>
      <Text mb="sm">{t('protocol.conflict.text', { by: protocol.editedBy })}</Text>
      <Group>
        <Button loading={editing.isPending} onClick={() => editing.save(protocol.rev)}>
          {t('protocol.conflict.mine')}
        </Button>
        <Button variant="light" color="red" onClick={editing.takeTheirs}>
          {t('protocol.conflict.theirs')}
        </Button>
      </Group>
    </Alert>
  )
}

/** As it stands: what is not saved yet goes first. */
function Sign({
  protocol: { meetingId, rev, maySign },
  editing,
}: {
  protocol: MeetingProtocol
  editing: ProtocolEditing
}) {
  const [isAsked, setAsked] = useState(false)
  const sign = useSignProtocol()
  const signAt = (at: number) =>
    sign.mutate({ params: { meetingId }, body: { rev: at } }, { onSuccess: () => setAsked(false) })
  if (!maySign) return <Text fz="sm">{t('protocol.early')}</Text>
  return (
    <>
      <Button leftSection={<IconSignature size={20} />} onClick={() => setAsked(true)}>
        {t('protocol.sign')}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        isHarmless
        title={t('protocol.sign.ask')}
        text={t('protocol.sign.text')}
        confirm={t('protocol.sign')}
        cancel={t('protocol.not-yet')}
        isPending={sign.isPending || editing.isPending}
        problem={sign.error && sentenceOf(sign.error)}
        onConfirm={() =>
          editing.isDirty || rev === 0 ? editing.save(undefined, (saved) => signAt(saved.rev)) : signAt(rev)
        }
        onClose={() => {
          setAsked(false)
          sign.reset()
        }}
      />
    </>
  )
}
