import { type ConsentUnit, fileEndpoints, pathOf } from '@kolosok/contract'
import { ActionIcon, Anchor, Tooltip } from '@mantine/core'
import { IconFilePencil } from '@tabler/icons-react'
import { formatMoment } from '#lib/dates.ts'
import classes from './consents.module.css'
import { t } from './texts.ts'

type Props = { readonly unit: ConsentUnit; readonly mayEnter: boolean; readonly onEnter: () => void }

export const UnitRow = ({ unit, mayEnter, onEnter }: Props) => (
  <li className={classes.unit}>
    <Named unit={unit} />
    <Decided unit={unit} />
    {mayEnter && (
      <Tooltip label={t('paper.title')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('paper.enter', { name: unit.name })}
          onClick={onEnter}
        >
          <IconFilePencil size={22} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    )}
  </li>
)

function Named({ unit: { name, label, groups } }: { unit: ConsentUnit }) {
  const about = [...(label === '' ? [] : [label]), ...groups]
  return (
    <span className={classes.who}>
      {name}
      {about.length > 0 && <small>{about.join(', ')}</small>}
    </span>
  )
}

function Decided({ unit: { decision, isOutdated, scan } }: { unit: ConsentUnit }) {
  if (!decision) return null
  const when = formatMoment(decision.at)
  return (
    <span className={classes.how}>
      {t(`state.${decision.kind}`)}
      <small>
        {t(decision.isOnPaper ? 'decided.paper' : 'decided', { by: decision.by, when })}
        {isOutdated && `, ${t('who.outdated')}`}
      </small>
      {scan && (
        <Anchor
          href={pathOf(fileEndpoints.content, { fileId: scan.fileId })}
          target="_blank"
          rel="noreferrer"
          aria-label={t('who.scan.label', { name: scan.name })}
        >
          {t('who.scan')}
        </Anchor>
      )}
    </span>
  )
}
