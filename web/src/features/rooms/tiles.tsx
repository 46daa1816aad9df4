import { useElementSize } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { gridFor } from './grid.ts'
import { pageOf, type Person } from './snapshot.ts'
import { AwaitedTile, Tile } from './tile.tsx'
import classes from './tiles.module.css'
import { t } from './texts.ts'
import { Video } from './video.tsx'

type Props = {
  readonly people: readonly Person[]
  /** Who is being rung up, until they answer. */
  readonly awaited: string | undefined
}

/** Everybody as tiles; somebody's screen large, with the others beside it. */
export function Tiles({ people, awaited }: Props) {
  const shown = people.find((person) => person.screen && !person.isSelf) ?? people.find((person) => person.screen)
  return (
    <div className={classes.stage} data-screen={shown ? true : undefined}>
      {shown?.screen && (
        <figure className={classes.screen}>
          <Video track={shown.screen} isWhole />
          <figcaption className={classes.name}>
            {shown.isSelf ? t('room.your-screen') : t('room.screen-of', { name: shown.name })}
          </figcaption>
        </figure>
      )}
      <Grid people={people} awaited={awaited} />
    </div>
  )
}

function Grid({ people, awaited }: Props) {
  const { ref, width, height } = useElementSize()
  const [wantedPage, setPage] = useState(0)
  const { columns, rows, size } = gridFor(people.length + (awaited === undefined ? 0 : 1), width, height)
  const face = Math.round(Math.min(96, (width / columns) * 0.42, (height / rows) * 0.42))
  const pages = Math.max(1, Math.ceil(people.length / size))
  const page = Math.min(wantedPage, pages - 1)

  return (
    <div className={classes.gridBox}>
      <ul
        ref={ref}
        className={classes.grid}
        style={{
          gridTemplateColumns: `repeat(${String(columns)}, minmax(0, 1fr))`,
          gridTemplateRows: `repeat(${String(rows)}, minmax(0, 1fr))`,
        }}
      >
        {awaited !== undefined && <AwaitedTile name={awaited} face={face} />}
        {pageOf(people, size, page).map((person) => (
          <Tile key={person.id} person={person} face={face} />
        ))}
      </ul>
      {pages > 1 && (
        <div className={classes.pages}>
          <button type="button" onClick={() => setPage(page - 1)} disabled={page === 0} aria-label={t('room.previous')}>
            <IconChevronLeft size={20} />
          </button>
          <span>{t('room.page', { page: page + 1, pages })}</span>
          <button
            type="button"
            onClick={() => setPage(page + 1)}
            disabled={page === pages - 1}
            aria-label={t('room.next')}
          >
            <IconChevronRight size={20} />
          </button>
        </div>
      )}
    </div>
  )
}
