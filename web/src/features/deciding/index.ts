export { ManyDialog, Names } from './many-dialog.tsx'
