import { Button, Group, Stack, Text } from '@mantine/core'
import { type ImportDraft, importEndpoints } from '@kolosok/contract'
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { call } from '#lib/api.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { DoubtfulLines } from './doubtful-lines.tsx'
import { sentenceOf } from './faults.ts'
import classes from './imports.module.css'
import { useDraftChange } from './queries.ts'
import { t } from './texts.ts'

/** After it came in, or went out again. */
export function Over({ draft }: { draft: ImportDraft }) {
  const { id, kind, state, made, counts } = draft
  const { code } = useOrganization()
  const [isAsking, setAsking] = useState(false)
  const undo = useDraftChange(id, () => call(importEndpoints.undo, { params: { importId: id } }))
  const isApplied = state === 'applied'
  const isStaff = kind === 'staff'
  return (
    <Stack className={classes.summary} align="flex-start">
      {isApplied ? (
        <IconCircleCheck size={40} stroke={1.4} color="var(--ok)" aria-hidden="true" />
      ) : (
        <IconArrowBackUp size={40} stroke={1.4} color="var(--ink-3)" aria-hidden="true" />
      )}
      <p className={classes.figure}>{t(isApplied ? 'applied.title' : 'undone.title')}</p>
      <Text>{isApplied ? appliedText(kind, made) : t('undone.text')}</Text>
      {isApplied && counts.doubtful > 0 && <DoubtfulLines draft={draft} />}
      <Group>
        {isStaff && isApplied ? (
          <Button renderRoot={(props) => <Link to="/o/$code/invitations" params={{ code }} {...props} />}>
            {t('to-invitations')}
          </Button>
        ) : (
          <Button renderRoot={(props) => <Link to="/o/$code/groups" params={{ code }} {...props} />}>
            {t('to-groups')}
          </Button>
        )}
        {kind === 'children' && isApplied && (
          <Button variant="default" renderRoot={(props) => <Link to="/o/$code/sheets" params={{ code }} {...props} />}>
            {t('to-sheets')}
          </Button>
        )}
        {isApplied ? (
          <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
            {t('undo')}
          </Button>
        ) : (
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/o/$code/imports" params={{ code }} search={{ kind }} {...props} />}
          >
            {t('again')}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('undo.title')}
        text={undoText(kind, made)}
        confirm={t('undo.do')}
        cancel={t('undo.keep')}
        isPending={undo.isPending}
        problem={undo.isError ? sentenceOf(undo.error) : null}
        onConfirm={() => undo.mutate(undefined, { onSuccess: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      />
    </Stack>
  )
}

function appliedText(kind: ImportDraft['kind'], { children, invitations, groups }: ImportDraft['made']): string {
  if (kind === 'groups') return t('applied.text.groups', { count: groups })
  return kind === 'staff'
    ? t('applied.text.staff', { count: invitations, groups })
    : t('applied.text', { count: children, groups })
}

function undoText(kind: ImportDraft['kind'], { children, invitations, groups }: ImportDraft['made']): string {
  if (kind === 'groups') return t('undo.text.groups', { count: groups })
  return kind === 'staff' ? t('undo.text.staff', { count: invitations }) : t('undo.text', { count: children })
}
