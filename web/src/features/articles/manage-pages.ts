// In one piece: whoever looks at the list goes on to an article.
export { EditPage, NewArticlePage } from './edit-page.tsx'
export { ManagePage } from './manage-page.tsx'
