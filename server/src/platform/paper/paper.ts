/** A part of an official paper, from top to bottom. */
export type Block =
  | { readonly kind: 'centred' | 'heading' | 'subheading' | 'right' | 'text'; readonly text: string }
  /** Side by side: «ПРИНЯТО …» and «УТВЕРЖДЕНО …». */
  | { readonly kind: 'columns'; readonly left: readonly string[]; readonly right: readonly string[] }
  | { readonly kind: 'listed'; readonly items: readonly string[] }
  /** Left and right on one line: the date and the number of an order. */
  | { readonly kind: 'ends'; readonly left: string; readonly right: string }
  /** «Заведующий ________ М. С. Иванова». */
  | { readonly kind: 'signature'; readonly who: string; readonly name: string }

/** What is printed and signed: said once, drawn for Word and as PDF. */
export type Paper = { readonly title: string; readonly blocks: readonly Block[] }
