import { lazy } from 'react'

export { LaterItems } from './later-items.tsx'
export { ScheduledButton } from './scheduled-button.tsx'
export { useLater } from './use-later.ts'
export const ChooseDialog = lazy(async () => ({ default: (await import('./choose-dialog.tsx')).ChooseDialog }))
export const ScheduledDialog = lazy(async () => ({ default: (await import('./scheduled-dialog.tsx')).ScheduledDialog }))
