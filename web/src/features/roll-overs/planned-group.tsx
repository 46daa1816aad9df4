import { Button } from '@mantine/core'
import type { RollOver, RollOverGroup } from '@kolosok/contract'
import { IconArrowRight, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { EditPlan } from './edit-plan.tsx'
import { PlannedChildren } from './planned-children.tsx'
import classes from './roll-overs.module.css'
import { t } from './texts.ts'
import { exceptionsOf, fateOf } from './ways.ts'

type Props = { readonly rollOver: RollOver; readonly group: RollOverGroup }

/** What a group is, what becomes of it, and of whom of its children something else. */
export function PlannedGroup({ rollOver, group }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [isEditing, setEditing] = useState(false)
  const { name, age, childCount, coming, fault, isUnclear, isEdited } = group
  const notes = [
    ...exceptionsOf(rollOver, group),
    ...(coming > 0 ? [t('coming', { count: coming })] : []),
    ...(isEdited ? [t('edited')] : []),
  ]
  return (
    <li className={classes.group} data-bad={fault !== null || undefined} data-waits={isUnclear || undefined}>
      <div className={classes.now}>
        <b>{name}</b>
        <span>{[age || t('group.no-age'), t('children', { count: childCount })].join(' · ')}</span>
      </div>
      <IconArrowRight size={20} className={classes.arrow} aria-hidden="true" />
      <div className={classes.then}>
        <b>{fateOf(rollOver, group)}</b>
        {notes.length > 0 && <span>{notes.join(' · ')}</span>}
        {fault && <span className={classes.fault}>{t(`fault.${fault}`)}</span>}
      </div>
      <div className={classes.acts}>
        <Button
          variant="light"
          mih={44}
          leftSection={<IconPencil size={18} />}
          aria-label={t('change.of', { name })}
          onClick={() => setEditing(true)}
        >
          {t('change')}
        </Button>
        <Button
          variant="subtle"
          mih={44}
          disabled={childCount === 0}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('children.hide') : t('children.show', { count: childCount })}
        </Button>
      </div>
      {isOpen && <PlannedChildren rollOver={rollOver} group={group} />}
      {isEditing && <EditPlan rollOver={rollOver} group={group} onClose={() => setEditing(false)} />}
    </li>
  )
}
