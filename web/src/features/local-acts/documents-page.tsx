import type { LocalAct, OrganizationId } from '@kolosok/contract'
import { Button, SegmentedControl } from '@mantine/core'
import { IconChevronRight, IconFileText, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useCurrentOrganization } from '#lib/current-organization.ts'
import { useFilter } from '#lib/use-filter.ts'
import { formatCalendarDay } from '#lib/dates.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { EmptyState } from '#ui/states.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import classes from './local-acts.module.css'
import { NewDialog } from './new-dialog.tsx'
import { type Box, localActsQuery } from './queries.ts'
import { t } from './texts.ts'
import { ActBadge, stepText } from './words.tsx'

export function DocumentsPage() {
  const { organization } = useCurrentOrganization()
  if (organization) return <Documents key={organization.id} organizationId={organization.id} />
  return (
    <PageFrame title={t('title')} backTo="/chats">
      <EmptyState title={t('empty.in-force.title')} text={t('empty.in-force.text')} />
    </PageFrame>
  )
}

const boxes = ['in-force', 'preparing', 'superseded'] as const
const filter = z.object({ box: z.enum(boxes).optional() })

function Documents({ organizationId }: { organizationId: OrganizationId }) {
  const [{ box = 'in-force' }, change] = useFilter(filter)
  const [isNew, setNew] = useState(false)
  const query = useInfiniteQuery(localActsQuery(organizationId, box))
  const { acts, mayEdit } = listedIn(query.data?.pages)
  return (
    <PageFrame
      title={t('title')}
      backTo="/chats"
      action={
        mayEdit && (
          <Button leftSection={<IconPlus size={20} />} onClick={() => setNew(true)}>
            {t('new')}
          </Button>
        )
      }
    >
      {(mayEdit || box !== 'in-force') && <Boxes box={box} onChange={(value) => change({ box: value })} />}
      <NotYet query={query} hidden={t('error.hidden')} />
      {query.data && <Listed acts={acts} box={box} mayEdit={mayEdit} />}
      {query.hasNextPage && <More query={query} />}
      {isNew && <NewDialog organizationId={organizationId} onClose={() => setNew(false)} />}
    </PageFrame>
  )
}

type Page = { readonly localActs: readonly LocalAct[]; readonly mayEdit: boolean }
const listedIn = (pages: readonly Page[] = []) => ({
  acts: pages.flatMap((page) => page.localActs),
  mayEdit: pages.some((page) => page.mayEdit),
})

const Boxes = ({ box, onChange }: { readonly box: Box; readonly onChange: (box: Box) => void }) => (
  <SegmentedControl
    fullWidth
    size="md"
    aria-label={t('box')}
    data={boxes.map((value) => ({ value, label: t(`box.${value}`) }))}
    value={box}
    onChange={onChange}
  />
)

const More = ({ query }: { readonly query: Pick<UseInfiniteQueryResult, 'isFetchingNextPage' | 'fetchNextPage'> }) => (
  <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
    {t('more')}
  </Button>
)

type ListedProps = { readonly acts: readonly LocalAct[]; readonly box: Box; readonly mayEdit: boolean }

function Listed({ acts, box, mayEdit }: ListedProps) {
  if (acts.length > 0) {
    return (
      <ul className={classes.list}>
        {acts.map((act) => (
          <Row key={act.id} act={act} isOffice={mayEdit} />
        ))}
      </ul>
    )
  }
  return (
    <EmptyState
      icon={<IconFileText size={40} stroke={1.5} />}
      title={t(`empty.${box}.title`)}
      text={t(mayEdit && box !== 'superseded' ? 'empty.begin' : `empty.${box}.text`)}
    />
  )
}

function Row({ act, isOffice }: { act: LocalAct; isOffice: boolean }) {
  const { id, title, number, audience } = act
  const meta = [
    t(`kind.${act.kind}`),
    number > 1 ? t('edition', { number }) : null,
    stepText(act, 'approved'),
    act.repeal && t('paper.repealed', { day: formatCalendarDay(act.repeal.from) }),
    isOffice ? t(`audience.${audience}`) : null,
  ]
  return (
    <li>
      <Link to="/documents/$editionId" params={{ editionId: id }} className={classes.row}>
        <span className={classes.rowText}>
          <b>{title}</b>
          <small>{meta.filter((part) => part !== null).join(' · ')}</small>
          {act.state !== 'in-force' && (
            <span>
              <ActBadge act={act} />
            </span>
          )}
        </span>
        <IconChevronRight size={20} stroke={1.7} aria-hidden="true" />
      </Link>
    </li>
  )
}
