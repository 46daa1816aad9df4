import { useSessionStorage } from '@mantine/hooks'

/** Everything typed so far: a reload or a step back loses nothing; it goes with the tab. */
export type Draft = {
  readonly givenName: string
  readonly patronymic: string
  readonly familyName: string
  readonly position: string
  /** Empty until chosen. */
  readonly who: string
  /** Null as long as it follows from `who`. */
  readonly label: string | null
  readonly hasAgreed: boolean
}

const empty: Draft = {
  givenName: '',
  patronymic: '',
  familyName: '',
  position: '',
  who: '',
  label: null,
  hasAgreed: false,
}

export function useDraft(token: string) {
  const [draft, setDraft] = useSessionStorage<Draft>({
    key: `kolosok-join-${token}`,
    defaultValue: empty,
    getInitialValueInEffect: false,
  })
  const change = (part: Partial<Draft>): void => {
    setDraft((current) => ({ ...current, ...part }))
  }
  return [draft, change] as const
}
