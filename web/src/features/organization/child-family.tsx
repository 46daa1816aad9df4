import { ActionIcon, Button, Group as Row, Menu, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type Child, childEndpoints, type Group, type Guardian } from '@kolosok/contract'
import { IconDots, IconLock, IconLockOpen, IconPlus, IconUserMinus } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyState } from '#ui/states.tsx'
import { Face } from '#ui/face.tsx'
import { AddGuardian } from './add-guardian.tsx'
import classes from './group.module.css'
import { showUndo } from '#ui/show-undo.ts'
import { useChange } from './mutations.ts'
import { showProblem } from './problems.ts'
import { t } from './children-texts.ts'

type Props = { readonly group: Group; readonly child: Child; readonly onClose: () => void }

/** Who has joined for a child; somebody more, limited to the child, or no guardian any more. */
export function ChildFamily({ child, onClose }: Props) {
  const [asked, setAsked] = useState<Guardian | 'add' | null>(null)
  const back = () => setAsked(null)
  if (asked === 'add') return <AddGuardian child={child} onBack={back} onDone={onClose} />
  if (asked) return <RemoveGuardian child={child} guardian={asked} onBack={back} onDone={onClose} />
  return (
    <Modal opened onClose={onClose} title={t('family.title', { name: child.name })}>
      {child.guardians.length === 0 ? (
        <EmptyState title={t('children.guardians.none')} text={t('family.empty.text')} />
      ) : (
        <ul className={classes.rows}>
          {child.guardians.map((guardian) => (
            <GuardianRow
              key={guardian.membershipId}
              child={child}
              guardian={guardian}
              onRemove={() => setAsked(guardian)}
            />
          ))}
        </ul>
      )}
      <Button
        fullWidth
        mt="sm"
        variant="light"
        leftSection={<IconPlus size={20} aria-hidden="true" />}
        onClick={() => setAsked('add')}
      >
        {t('family.add')}
      </Button>
    </Modal>
  )
}

type RowProps = { readonly child: Child; readonly guardian: Guardian; readonly onRemove: () => void }

function GuardianRow({ child, guardian, onRemove }: RowProps) {
  const { name, membershipId } = guardian
  const change = useChange(childEndpoints.setGuardian)
  const [isLimited, setLimited] = useState(guardian.isLimited)
  const limit = (next: boolean, onSuccess?: () => void) =>
    change.mutate(
      { params: { childId: child.id, membershipId }, body: { label: '', isLimited: next } },
      {
        onSuccess: () => {
          setLimited(next)
          onSuccess?.()
        },
        onError: showProblem,
      },
    )
  const ask = () => {
    const message = t(isLimited ? 'family.unlimited' : 'family.limited', { name })
    limit(!isLimited, () => showUndo(message, { label: t('undo'), run: () => limit(isLimited) }))
  }
  return (
    <li className={classes.row}>
      <Face name={name} />
      <span className={classes.who}>
        <b>{name}</b>
        <small>
          {[guardian.label, isLimited ? t('family.limit.on') : ''].filter((part) => part !== '').join(' · ')}
        </small>
      </span>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('family.actions', { name })}>
            <IconDots size={22} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={isLimited ? <IconLockOpen size={18} /> : <IconLock size={18} />} onClick={ask}>
            {t(isLimited ? 'family.limit.off' : 'family.limit')}
            {!isLimited && (
              <Text fz="xs" c="dimmed" style={{ whiteSpace: 'normal' }}>
                {t('family.limit.text')}
              </Text>
            )}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconUserMinus size={18} />} onClick={onRemove}>
            {t('delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}

type RemoveProps = {
  readonly child: Child
  readonly guardian: Guardian
  readonly onBack: () => void
  readonly onDone: () => void
}

function RemoveGuardian({ child, guardian, onBack, onDone }: RemoveProps) {
  const remove = useChange(childEndpoints.removeGuardian)
  const submit = () =>
    remove.mutate(
      { params: { childId: child.id, membershipId: guardian.membershipId } },
      {
        onSuccess: () => {
          onDone()
          notifications.show({ message: t('family.removed', { name: guardian.name, child: child.name }) })
        },
        onError: showProblem,
      },
    )
  return (
    <Modal opened onClose={onBack} title={t('family.remove.title', { name: guardian.name })}>
      <Stack>
        <Text>{t('family.remove.text', { child: child.name })}</Text>
        <Row justify="flex-end">
          <Button variant="default" data-autofocus onClick={onBack}>
            {t('cancel')}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={submit}>
            {t('delete')}
          </Button>
        </Row>
      </Stack>
    </Modal>
  )
}
