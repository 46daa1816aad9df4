import { Button, Group as Row, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type Child, childEndpoints, type Group, type Person } from '@kolosok/contract'
import { useState } from 'react'
import { EmptyState } from '#ui/states.tsx'
import { Face } from '#ui/face.tsx'
import classes from './group.module.css'
import { useChange } from './mutations.ts'
import { showProblem } from './problems.ts'
import { t } from './texts.ts'

type Props = { readonly group: Group; readonly child: Child; readonly onClose: () => void }

/** Who has joined for a child, and the way to take somebody away who is no guardian any more. */
export function ChildFamily({ child, onClose }: Props) {
  const [asked, setAsked] = useState<Person | null>(null)
  if (asked) return <RemoveGuardian child={child} guardian={asked} onBack={() => setAsked(null)} onDone={onClose} />
  return (
    <Modal opened onClose={onClose} title={t('family.title', { name: child.name })}>
      {child.guardians.length === 0 ? (
        <EmptyState title={t('children.guardians.none')} text={t('family.empty.text')} />
      ) : (
        <ul className={classes.rows}>
          {child.guardians.map((guardian) => (
            <li key={guardian.membershipId} className={classes.row}>
              <Face name={guardian.name} />
              <span className={classes.who}>
                <b>{guardian.name}</b>
                <small>{guardian.label}</small>
              </span>
              <Button
                variant="subtle"
                color="red"
                aria-label={t('family.remove.of', { name: guardian.name })}
                onClick={() => setAsked(guardian)}
              >
                {t('delete')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  )
}

type RemoveProps = {
  readonly child: Child
  readonly guardian: Person
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
