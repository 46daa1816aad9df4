import { Loader, Modal, TextInput } from '@mantine/core'
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { ResultList } from './result-list.tsx'
import classes from './search.module.css'
import { t } from './texts.ts'
import { useChoose } from './use-choose.ts'
import { useItems } from './use-items.ts'

/** Finds anything one may see: typed, walked through with the arrows, opened with Enter. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const [typed, setTyped] = useState('')
  const text = typed.trim()
  const [asked] = useDebouncedValue(text, 150)
  const { recent, items, isSearching, hasFailed } = useItems(text, asked)
  const all = [...recent, ...items]
  // The line one stands on, by its key: lines come and go above it.
  const [marked, setMarked] = useState<string | null>(null)
  const at = Math.max(
    0,
    all.findIndex(({ key }) => key === marked),
  )
  const { choose, problem } = useChoose(onClose)
  const list = useId()

  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const item = all[at]
    if (step !== 0) {
      event.preventDefault()
      setMarked(all[(at + step + all.length) % all.length]?.key ?? null)
    } else if (event.key === 'Enter' && item && !event.nativeEvent.isComposing) {
      event.preventDefault()
      choose(item)
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size={640}
      fullScreen={isPhone}
      centered={false}
      yOffset="10dvh"
      radius={isPhone ? 0 : 'xl'}
    >
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded={all.length > 0}
        {...(all.length > 0 && { 'aria-controls': list })}
        aria-autocomplete="list"
        {...(all[at] && { 'aria-activedescendant': `${list}-${String(at)}` })}
        aria-label={t('field')}
        placeholder={t('field')}
        value={typed}
        maxLength={100}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setMarked(null)
        }}
        onKeyDown={walk}
        leftSection={<IconSearch size={20} aria-hidden="true" />}
        rightSection={text !== '' && isSearching && <Loader size={18} />}
      />
      {(problem !== null || hasFailed) && (
        <p role="alert" className={classes.problem}>
          {problem ?? t('failed')}
        </p>
      )}
      <ResultList
        id={list}
        recent={recent}
        items={items}
        at={at}
        isEmpty={text !== '' && !isSearching && !hasFailed && items.length === 0}
        onChoose={choose}
      />
    </Modal>
  )
}
