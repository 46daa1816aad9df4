import { fileEndpoints, pathOf, type WebinarMaterial } from '@kolosok/contract'
import { IconFile, IconLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatSize } from '#features/files/index.ts'
import { t } from './texts.ts'
import classes from './webinars.module.css'

type Props = {
  readonly materials: readonly WebinarMaterial[]
  /** At the end of each line, for operators. */
  readonly toolsOf?: (material: WebinarMaterial) => ReactNode
}

/** Files to take along and links to follow. */
export function MaterialList({ materials, toolsOf }: Props) {
  return (
    <ul className={classes.materials}>
      {materials.map((material) => (
        <li key={material.id} className={classes.material}>
          <span className={classes.icon} aria-hidden="true">
            {material.file ? <IconFile size={20} stroke={1.7} /> : <IconLink size={20} stroke={1.7} />}
          </span>
          <span className={classes.what}>
            <MaterialLink material={material} />
            {toolsOf && material.shown === 'after' && <span className={classes.quiet}> {t('materials.after')}</span>}
          </span>
          {toolsOf?.(material)}
        </li>
      ))}
    </ul>
  )
}

function MaterialLink({ material: { title, link, file } }: { material: WebinarMaterial }) {
  if (file) {
    return (
      <a href={`${pathOf(fileEndpoints.content, { fileId: file.fileId })}?download=1`} download>
        {title} <span className={classes.quiet}>{formatSize(file.size)}</span>
      </a>
    )
  }
  return (
    <a href={link ?? ''} target="_blank" rel="noreferrer">
      {title}
    </a>
  )
}

/** For whoever has a seat; nothing where there are none. */
export function Materials({ materials }: { materials: readonly WebinarMaterial[] }) {
  if (materials.length === 0) return null
  return (
    <section className={classes.panel} aria-label={t('materials')}>
      <h2 className={classes.panelTitle}>{t('materials')}</h2>
      <MaterialList materials={materials} />
    </section>
  )
}
