import type { WebinarPerson, WebinarPlan } from '@kolosok/contract'
import { Alert, Button, Group, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNow } from '#lib/use-now.ts'
import { NotYet } from '#ui/not-yet.tsx'
import { PickedBar } from '#ui/picked-bar.tsx'
import { Records } from '#ui/records.tsx'
import { usePicked } from '#ui/use-picked.ts'
import { IssueButton, Revoking } from './people-certificates.tsx'
import { columnsOf } from './people-columns.tsx'
import { PeopleWorkbook } from './people-workbook.tsx'
import { peopleQuery, useMark } from './plan-queries.ts'
import { p } from './plan-texts.ts'
import { sentenceOf } from './problems.ts'
import classes from './webinars.module.css'

/** Who is registered and who waits, and from its beginning on who was there: for operators. */
export function People({ webinar }: { webinar: WebinarPlan }) {
  const query = useInfiniteQuery(peopleQuery(webinar.id))
  const people = query.data?.pages.flatMap((page) => page.people) ?? []
  return (
    <section className={classes.section} aria-label={p('people')}>
      <Group justify="space-between">
        <h2 className={classes.panelTitle}>{p('people')}</h2>
        {people.length > 0 && (
          <Group gap="xs">
            {webinar.state === 'over' && webinar.givesCertificate && <IssueButton webinar={webinar} />}
            <PeopleWorkbook webinar={webinar} />
          </Group>
        )}
      </Group>
      <NotYet query={query} />
      {query.data && people.length === 0 && <Text c="dimmed">{p('people.none')}</Text>}
      {people.length > 0 && <Listed webinar={webinar} people={people} />}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {p('more')}
        </Button>
      )}
    </section>
  )
}

type Props = { readonly webinar: WebinarPlan; readonly people: readonly WebinarPerson[] }

/** At most so many are said to have been there in one call. */
const MOST = 500

function Listed({ webinar, people }: Props) {
  const now = useNow()
  const hasBegun = webinar.state !== 'cancelled' && Date.parse(webinar.startsAt) <= now
  const picked = usePicked(people.map(({ accountId }) => accountId))
  const [revoking, setRevoking] = useState<WebinarPerson | null>(null)
  const mark = useMark(webinar.id)
  const say = (attended: boolean) => {
    mark.mutate(
      { accountIds: [...picked.ids].slice(0, MOST), attended },
      {
        onSuccess: () => {
          picked.set([])
        },
      },
    )
  }
  return (
    <>
      {hasBegun && (
        <>
          <Text c="dimmed">{p(`people.hint.${webinar.kind}`)}</Text>
          <PickedBar picked={picked}>
            <Button loading={mark.isPending} onClick={() => say(true)}>
              {p('mark.yes')}
            </Button>
            <Button variant="default" disabled={mark.isPending} onClick={() => say(false)}>
              {p('mark.no')}
            </Button>
          </PickedBar>
        </>
      )}
      {mark.error && (
        <Alert color="red" role="alert">
          {sentenceOf(mark.error)}
        </Alert>
      )}
      <Records
        label={p('people')}
        rows={people}
        columns={columnsOf(webinar, hasBegun, setRevoking)}
        idOf={({ accountId }) => accountId}
        nameOf={({ name }) => name}
        picked={hasBegun ? picked : undefined}
        mayPick={({ state }) => state === 'registered'}
      />
      {revoking && <Revoking webinar={webinar} person={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}
