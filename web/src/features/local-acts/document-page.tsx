import { localActEndpoints, type LocalActEditionId, pathOf, type WholeLocalAct } from '@kolosok/contract'
import { Button, Menu, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { PageFrame } from '#ui/page-frame.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import { ActText } from './act-text.tsx'
import { Acknowledging } from './acknowledging.tsx'
import { Editions } from './editions.tsx'
import { History } from './history.tsx'
import classes from './local-acts.module.css'
import { OfficeTools } from './office-tools.tsx'
import { localActQuery } from './queries.ts'
import { Steps } from './steps.tsx'
import { t } from './texts.ts'
import { ActBadge } from './words.tsx'

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

const isPreparing = ({ state }: WholeLocalAct) => state !== 'in-force' && state !== 'superseded'

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

function Download({ act: { id: editionId } }: { act: WholeLocalAct }) {
  return (
    <Menu shadow="md" radius="md" position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={20} />}>
          {t('download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['pdf', 'docx'] as const).map((format) => (
          <Menu.Item key={format} component="a" href={pathOf(localActEndpoints.paper, { editionId, format })} download>
            {t(`download.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
