import type { Material } from '@kolosok/contract'
import { type ReactNode, Suspense, useState } from 'react'
import { Viewer } from '#features/files/index.ts'
import { MaterialRow } from './material-row.tsx'
import classes from './materials.module.css'

type Props = {
  readonly label: string
  readonly materials: readonly Material[]
  readonly whereOf?: (index: number) => string
  readonly menuOf?: (material: Material) => ReactNode
}

/** Photos among them are looked through one after another. */
export function MaterialList({ label, materials, whereOf, menuOf }: Props) {
  const [opened, setOpened] = useState<Material | null>(null)
  const photos = materials.flatMap(({ file }) => (file?.kind === 'photo' ? file : []))
  return (
    <>
      <ul className={classes.rows} aria-label={label}>
        {materials.map((material, index) => (
          <MaterialRow
            key={material.id}
            material={material}
            onPhoto={setOpened}
            {...(whereOf && { where: whereOf(index) })}
            menu={menuOf?.(material)}
          />
        ))}
      </ul>
      {opened && (
        <Suspense>
          <Viewer
            photos={photos}
            start={Math.max(
              0,
              photos.findIndex(({ fileId }) => fileId === opened.file?.fileId),
            )}
            onClose={() => setOpened(null)}
          />
        </Suspense>
      )}
    </>
  )
}
