import type { WebinarId, WebinarMaterial } from '@kolosok/contract'
import { ActionIcon, Alert, Button, Group, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { MaterialDialog } from './material-dialog.tsx'
import { MaterialList } from './material-list.tsx'
import { useRemoveMaterial } from './plan-queries.ts'
import { p } from './plan-texts.ts'
import { sentenceOf } from './problems.ts'
import { t } from './texts.ts'
import classes from './webinars.module.css'

type Props = { readonly webinarId: WebinarId; readonly materials: readonly WebinarMaterial[] }

/** What goes with it, and more of it. */
export function PlanMaterials({ webinarId, materials }: Props) {
  const [isAdding, setAdding] = useState(false)
  const [removed, setRemoved] = useState<WebinarMaterial | null>(null)
  const remove = useRemoveMaterial(webinarId)
  return (
    <section className={classes.panel} aria-label={t('materials')}>
      <Group justify="space-between">
        <h2 className={classes.panelTitle}>{t('materials')}</h2>
        <Button variant="default" leftSection={<IconPlus size={20} />} onClick={() => setAdding(true)}>
          {p('materials.add')}
        </Button>
      </Group>
      {materials.length === 0 && <Text c="dimmed">{p('materials.none')}</Text>}
      <MaterialList
        materials={materials}
        toolsOf={(material) => (
          <ActionIcon
            variant="subtle"
            color="red"
            size={44}
            aria-label={p('materials.remove', { title: material.title })}
            onClick={() => setRemoved(material)}
          >
            <IconTrash size={20} />
          </ActionIcon>
        )}
      />
      {remove.error && !removed && <Alert color="red">{sentenceOf(remove.error)}</Alert>}
      {isAdding && <MaterialDialog webinarId={webinarId} onClose={() => setAdding(false)} />}
      <ConfirmDialog
        isOpen={removed !== null}
        title={p('materials.remove.title')}
        text={p('materials.remove.text', { title: removed?.title ?? '' })}
        confirm={p('materials.remove.confirm')}
        cancel={t('keep')}
        isPending={remove.isPending}
        problem={remove.error && sentenceOf(remove.error)}
        onConfirm={() => removed && remove.mutate(removed.id, { onSuccess: () => setRemoved(null) })}
        onClose={() => setRemoved(null)}
      />
    </section>
  )
}
