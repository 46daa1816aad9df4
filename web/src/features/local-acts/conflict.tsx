import type { WholeLocalAct } from '@kolosok/contract'
import { Alert, Button, Group, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { formatMoment } from '#lib/dates.ts'
import { changesBetween } from './changes.ts'
import { ChangesView } from './changes-view.tsx'
import classes from './local-acts.module.css'
import { t } from './texts.ts'
import type { Editing } from './use-editor.ts'

type Props = { readonly act: WholeLocalAct; readonly editing: Editing; readonly onSaved: () => void }

/** Somebody else has saved meanwhile: whose text it is to be, with both to be looked at. */
export function Conflict({ act, editing, onSaved }: Props) {
  const [isShown, setShown] = useState(false)
  const { writing } = editing
  const changes = useMemo(
    () => (isShown ? changesBetween(act.sections, writing.sections) : []),
    [isShown, act.sections, writing.sections],
  )
  return (
    <Alert color="wheat" role="alert" title={t('conflict.title')}>
      <Text mb="sm">{t('conflict.text', { by: act.editedBy, at: formatMoment(act.editedAt) })}</Text>
      <Group>
        <Button variant="default" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {t('conflict.show')}
        </Button>
        <Button loading={editing.isPending} onClick={() => editing.save(onSaved, act.rev)}>
          {t('conflict.mine')}
        </Button>
        <Button variant="light" color="red" onClick={editing.takeTheirs}>
          {t('conflict.theirs')}
        </Button>
      </Group>
      {isShown && (
        <div className={classes.compared}>
          <ChangesView changes={changes} names={{ del: t('conflict.del'), ins: t('conflict.ins') }} />
        </div>
      )}
    </Alert>
  )
}
