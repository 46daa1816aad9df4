import { localActEndpoints, type LocalActEditionId, pathOf, type WholeLocalAct } from '@kolosok/contract'
import { Alert, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { formatCalendarDay } from '#lib/dates.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import { PaperMenu } from '#ui/paper-menu.tsx'
import { ActText } from './act-text.tsx'
import { Acknowledging } from './acknowledging.tsx'
import { Editions } from './editions.tsx'
import { History } from './history.tsx'
import classes from './local-acts.module.css'
import { OfficeTools } from './office-tools.tsx'
import { localActQuery } from './queries.ts'
import { Steps } from './steps.tsx'
import { t } from './texts.ts'
import { ActBadge, paperText } from './words.tsx'

export function DocumentPage() {
  const { editionId }: Record<string, string | undefined> = useParams({ strict: false })
  return <OneDocument key={editionId} editionId={editionId as LocalActEditionId} />
}

function OneDocument({ editionId }: { editionId: LocalActEditionId }) {
  const query = useQuery(localActQuery(editionId))
  const act = query.data
  return (
    <PageFrame
      title={act ? t(`kind.${act.kind}`) : t('title')}
      backTo={(props) => (
        <Link to="/documents" search={act && isPreparing(act) ? { box: 'preparing' } : {}} {...props} />
      )}
      action={act && <Download act={act} />}
    >
      {act ? <Whole act={act} /> : <NotYet query={query} hidden={t('error.hidden')} />}
    </PageFrame>
  )
}

const isPreparing = ({ state }: WholeLocalAct) => !['in-force', 'superseded', 'repealed'].includes(state)

type Gone = { readonly repeal: NonNullable<WholeLocalAct['repeal']> }

function Whole({ act }: { act: WholeLocalAct }) {
  // Whoever only reads gets no history.
  const isOffice = act.events.length > 0
  return (
    <>
      <Title order={2} fz={22} className={classes.title ?? ''}>
        {act.title}
      </Title>
      <div className={classes.marks}>
        <ActBadge act={act} />
        <span>{t('edition', { number: act.number })}</span>
        <span>{t(`audience.${act.audience}`)}</span>
      </div>
      {act.repeal && <Repealed state={act.state} repeal={act.repeal} />}
      {isOffice && <Steps act={act} />}
      {isOffice && <OfficeTools act={act} />}
      {act.notices.length > 0 && <Acknowledging notices={act.notices} />}
      <article className={classes.card}>
        <ActText sections={act.sections} />
      </article>
      <Editions act={act} />
      {isOffice && <History act={act} />}
    </>
  )
}

/** Above the text: whoever reads it must not go by it. */
function Repealed({ state, repeal: { number, date, from, word } }: Pick<WholeLocalAct, 'state'> & Gone) {
  const title = t(state === 'in-force' ? 'repealed.ahead' : 'repealed', { day: formatCalendarDay(from) })
  return (
    <Alert color="red" title={title}>
      {t('repealed.why', { paper: paperText('approved', { number, date }), word })}
    </Alert>
  )
}

function Download({ act: { id: editionId } }: { act: WholeLocalAct }) {
  const papers = (['pdf', 'docx'] as const).map((format) => ({
    label: t(`download.${format}`),
    href: pathOf(localActEndpoints.paper, { editionId, format }),
  }))
  return <PaperMenu label={t('download')} papers={papers} />
}
