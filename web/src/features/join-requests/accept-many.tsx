import { type ChildId, type JoinRequest, nameKey, type OrganizationId } from '@kolosok/contract'
import { NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { ManyDialog } from '#features/deciding/index.ts'
import { newId } from '#lib/new-id.ts'
import classes from './join-requests.module.css'
import { useDecideTogether } from './queries.ts'
import { t } from './texts.ts'

const NOBODY = ''
const NEW = 'new'

export type ManyProps = {
  readonly organizationId: OrganizationId
  /** As they stood when they were picked: what is decided leaves the queue. */
  readonly requests: readonly JoinRequest[]
  readonly onClose: () => void
}

export const nameAmong = (requests: readonly JoinRequest[]) => (id: string) =>
  requests.find((request) => request.id === id)?.fullName ?? ''

/** A parent whose child has the very name they gave is tied to it unless told otherwise; any other is asked about. */
function likelyChild({ matches, childName, groupName }: JoinRequest): string {
  const wanted = nameKey(childName).split(' ').sort().join(' ')
  const same = matches.filter(({ name }) => nameKey(name).split(' ').sort().join(' ') === wanted)
  // Of namesakes the one of the group that was named.
  const here = same.filter(({ group }) => groupName !== null && group.split(', ').includes(groupName))
  const [only, second] = here.length > 0 ? here : same
  return only && !second ? only.id : NOBODY
}

/** Colleagues as they are; each parent with a child, in the same step. */
export function AcceptMany({ organizationId, requests, onClose }: ManyProps) {
  const decide = useDecideTogether(organizationId)
  const [newIds] = useState(() => new Map(requests.map(({ id }) => [id, newId() as ChildId])))
  const [children, setChildren] = useState(() => new Map(requests.map((one) => [one.id, likelyChild(one)])))
  const parents = requests.filter(({ role }) => role === 'parent')
  const colleagues = requests.filter(({ role }) => role === 'teacher')
  const missing = parents.filter(({ id }) => children.get(id) === NOBODY)

  const choiceOf = ({ id, role, childName: name, groupId }: JoinRequest) => {
    const chosen = children.get(id) ?? NOBODY
    if (role === 'teacher' || chosen === NOBODY) return { id }
    if (chosen !== NEW) return { id, childId: chosen as ChildId }
    const made = newIds.get(id)
    return made && groupId ? { id, newChild: { id: made, name, groupId } } : { id }
  }
  const run = () => decide.mutate({ decision: 'accept', requests: requests.map(choiceOf) })
  return (
    <ManyDialog
      title={t('many.accept.title', { count: requests.length })}
      submit={t('many.accept', { count: requests.length - missing.length })}
      decision={{ ...decide, run }}
      nameOf={nameAmong(requests)}
      onClose={onClose}
    >
      <Text>{t('many.accept.text')}</Text>
      {parents.length > 0 && (
        <Stack gap={14} className={classes.many}>
          {parents.map((request) => (
            <NativeSelect
              key={request.id}
              size="md"
              label={t('many.child', { name: request.fullName, label: request.label, child: request.childName })}
              value={children.get(request.id) ?? NOBODY}
              data={childrenFor(request)}
              onChange={(event) => setChildren(new Map(children).set(request.id, event.currentTarget.value))}
            />
          ))}
        </Stack>
      )}
      {colleagues.length > 0 && (
        <Text>{t('many.colleagues', { names: colleagues.map(({ fullName }) => fullName).join(', ') })}</Text>
      )}
      {missing.length > 0 && (
        <Text c="dimmed">{t('many.missing', { names: missing.map(({ fullName }) => fullName).join(', ') })}</Text>
      )}
    </ManyDialog>
  )
}

function childrenFor({ matches, childName, groupName }: JoinRequest) {
  return [
    { value: NOBODY, label: t('many.child.none') },
    ...matches.map(({ id, name, group }) => ({ value: id, label: t('accept.match', { name, group }) })),
    // Where the parent did not name a group, somebody has to choose one: by itself.
    ...(groupName === null ? [] : [{ value: NEW, label: t('many.child.new', { name: childName, group: groupName }) }]),
  ]
}
