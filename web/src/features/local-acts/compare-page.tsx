import type { LocalActEditionId, WholeLocalAct } from '@kolosok/contract'
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { PageFrame } from '#ui/page-frame.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import { changesBetween } from './changes.ts'
import { ChangesView } from './changes-view.tsx'
import { localActQuery } from './queries.ts'
import { t } from './texts.ts'

/** This edition beside a former one, by paragraphs. */
export function ComparePage() {
  const { editionId }: Record<string, string | undefined> = useParams({ strict: false })
  const { with: other }: { with?: string } = useSearch({ strict: false })
  const after = useQuery(localActQuery(editionId as LocalActEditionId))
  const before = useQuery(localActQuery(other as LocalActEditionId))
  return (
    <PageFrame
      title={t('compare.title')}
      isWide
      backTo={(props) => <Link to="/documents/$editionId" params={{ editionId: editionId ?? '' }} {...props} />}
    >
      {after.data && before.data ? (
        <Compared before={before.data} after={after.data} />
      ) : (
        <NotYet query={after.data ? before : after} hidden={t('error.hidden')} />
      )}
    </PageFrame>
  )
}

function Compared({ before, after }: { before: WholeLocalAct; after: WholeLocalAct }) {
  const changes = useMemo(() => changesBetween(wordsOf(before), wordsOf(after)), [before, after])
  const count = changes.filter(({ kind }) => kind === 'changed').length
  return (
    <>
      <Text>{t('compare.count', { count, before: before.number, after: after.number })}</Text>
      <ChangesView changes={changes} />
    </>
  )
}

/** The title is read first, and may have changed as well. */
const wordsOf = ({ title, sections }: WholeLocalAct) => [{ heading: title, text: '' }, ...sections]
