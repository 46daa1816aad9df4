import { UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import classes from './shell.module.css'
import { t } from './texts.ts'

const SearchDialog = lazy(async () => ({ default: (await import('#features/search/index.ts')).SearchDialog }))

/** Opens the search, from anywhere with Ctrl+K or ⌘K; it is loaded when it is first wanted. */
export function SearchItem() {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // By the place of the key: it is «л» while Russian is typed.
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener('keydown', listen)
    return () => {
      removeEventListener('keydown', listen)
    }
  }, [])
  return (
    <>
      <UnstyledButton
        className={classes.item}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        title={t('nav.search.keys')}
        onClick={() => setOpen(true)}
      >
        <IconSearch size={24} stroke={1.7} />
        {t('nav.search')}
      </UnstyledButton>
      <Suspense>{isOpen && <SearchDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
