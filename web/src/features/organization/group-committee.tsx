import { Button, Checkbox, Modal, Stack, Text, Title } from '@mantine/core'
import { type CommitteeCandidate, committeeEndpoints, type Group, type GroupId } from '@kolosok/contract'
import { IconPencil } from '@tabler/icons-react'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { call } from '#lib/api.ts'
import { formatFullDay } from '#lib/dates.ts'
import { Face } from '#ui/face.tsx'
import classes from './group.module.css'
import { showProblem } from './problems.ts'
import { Loaded } from './query-states.tsx'
import { t } from './group-texts.ts'

const committeeQuery = (groupId: GroupId) =>
  queryOptions({
    queryKey: ['groups', groupId, 'committee'],
    queryFn: async ({ signal }) => (await call(committeeEndpoints.list, { params: { groupId } }, signal)).parents,
    meta: { topics: ['structure'] },
  })

/** Who speaks for the parents of a group. */
export function GroupCommittee({ group }: { group: Group }) {
  const query = useQuery(committeeQuery(group.id))
  const { closing } = useOrganization()
  const [isEditing, setEditing] = useState(false)
  const parents = query.data ?? []
  const inIt = parents.filter(({ inCommitteeSince }) => inCommitteeSince !== null)
  return (
    <section className={classes.section} aria-labelledby="committee">
      <div className={classes.top}>
        <Title order={2} fz="lg" id="committee">
          {t('committee.title')}
        </Title>
        {parents.length > 0 && !group.isArchived && closing === null && (
          <Button variant="light" leftSection={<IconPencil size={18} />} onClick={() => setEditing(true)}>
            {t('committee.edit')}
          </Button>
        )}
      </div>
      <Loaded query={query} rows={1}>
        {() =>
          inIt.length === 0 ? (
            <Text c="dimmed">{t(parents.length === 0 ? 'committee.empty' : 'committee.none')}</Text>
          ) : (
            <ul className={classes.rows}>
              {inIt.map((one) => (
                <Speaker key={one.person.membershipId} {...one} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isEditing && <Choose groupId={group.id} parents={parents} onClose={() => setEditing(false)} />}
    </section>
  )
}

function Speaker({ person, inCommitteeSince }: CommitteeCandidate) {
  const since = inCommitteeSince === null ? '' : t('committee.since', { date: formatFullDay(inCommitteeSince) })
  return (
    <li className={classes.row}>
      <Face name={person.name} />
      <span className={classes.who}>
        <b>{person.name}</b>
        <small>{[person.label, since].filter((part) => part !== '').join(' · ')}</small>
      </span>
    </li>
  )
}

type Props = {
  readonly groupId: GroupId
  readonly parents: readonly CommitteeCandidate[]
  readonly onClose: () => void
}

function Choose({ groupId, parents, onClose }: Props) {
  const client = useQueryClient()
  const set = useMutation({
    mutationFn: ({ person, inCommitteeSince }: CommitteeCandidate) =>
      call(inCommitteeSince === null ? committeeEndpoints.mark : committeeEndpoints.unmark, {
        params: { groupId, membershipId: person.membershipId },
      }),
    onSuccess: (answer) => {
      client.setQueryData(committeeQuery(groupId).queryKey, answer.parents)
    },
    onError: showProblem,
  })
  // In one order while the dialog is open: nothing moves away under a finger.
  const [order] = useState(() => parents.map(({ person }) => person.membershipId))
  const sorted = [...parents].sort(
    (a, b) => order.indexOf(a.person.membershipId) - order.indexOf(b.person.membershipId),
  )
  return (
    <Modal opened onClose={onClose} title={t('committee.dialog')}>
      <Stack gap={4}>
        <Text c="dimmed" size="sm">
          {t('committee.text')}
        </Text>
        {sorted.map((one) => (
          <Checkbox
            key={one.person.membershipId}
            size="md"
            py={8}
            label={one.person.name}
            description={one.person.label}
            checked={one.inCommitteeSince !== null}
            disabled={set.isPending}
            onChange={() => set.mutate(one)}
          />
        ))}
        <Button mt="md" onClick={onClose}>
          {t('close')}
        </Button>
      </Stack>
    </Modal>
  )
}
