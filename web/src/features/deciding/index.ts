export { ManyDialog, Names } from './many-dialog.tsx'
export { PickBar, PickBox } from './pick-bar.tsx'
export { usePicked } from './use-picked.ts'
