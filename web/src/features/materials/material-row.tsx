import { fileEndpoints, type Material, pathOf } from '@kolosok/contract'
import { UnstyledButton } from '@mantine/core'
import { IconFile, IconFileTypePdf, IconLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatSize } from '#features/files/index.ts'
import { formatRecent } from '#lib/dates.ts'
import { downloadOf } from './download-of.ts'
import classes from './materials.module.css'
import { t } from './texts.ts'

type Props = {
  readonly material: Material
  /** Where it lies, in what was found. */
  readonly where?: string
  readonly onPhoto: (material: Material) => void
  readonly menu?: ReactNode
}

/** A photo is shown here, any other file is handed over, a link opens beside this page. */
export function MaterialRow({ material, where, onPhoto, menu }: Props) {
  return (
    <li className={classes.row}>
      <Opener material={material} onPhoto={onPhoto}>
        <Sign material={material} />
        <span className={classes.words}>
          <span className={classes.name}>{material.title}</span>
          {material.note !== '' && <span className={classes.note}>{material.note}</span>}
          <span className={classes.about}>{where ?? aboutOf(material)}</span>
        </span>
      </Opener>
      {menu}
    </li>
  )
}

type OpenerProps = Pick<Props, 'material' | 'onPhoto'> & { readonly children: ReactNode }

function Opener({ material, onPhoto, children }: OpenerProps) {
  const { link, file, title } = material
  if (link !== null) {
    return (
      <a
        className={classes.open}
        href={link}
        target="_blank"
        rel="noopener noreferrer nofollow"
        title={t('material.open', { title })}
      >
        {children}
      </a>
    )
  }
  if (file?.kind === 'photo') {
    return (
      <UnstyledButton className={classes.open} title={t('material.photo', { title })} onClick={() => onPhoto(material)}>
        {children}
      </UnstyledButton>
    )
  }
  return (
    <a
      className={classes.open}
      href={file ? downloadOf(file.fileId) : undefined}
      download={file?.name}
      title={t('material.download', { title })}
    >
      {children}
    </a>
  )
}

function Sign({ material: { link, file } }: { material: Material }) {
  if (file?.kind === 'photo') {
    const src = pathOf(fileEndpoints.thumbnail, { fileId: file.fileId })
    return <img src={src} alt="" className={classes.thumbnail} loading="lazy" decoding="async" />
  }
  const Icon = link !== null ? IconLink : file?.mediaType === 'application/pdf' ? IconFileTypePdf : IconFile
  return (
    <span className={classes.icon} aria-hidden="true">
      <Icon size={24} stroke={1.6} />
    </span>
  )
}

/** «1,2 МБ · Мария Сергеевна · вчера» */
function aboutOf({ file, addedBy, changedAt }: Material): string {
  return [file ? formatSize(file.size) : t('material.link'), addedBy, formatRecent(changedAt)]
    .filter((part) => part !== '')
    .join(' · ')
}
