/** An ear of wheat. Decorative: the product's name stands beside it. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M16 30V10" stroke="var(--wheat)" strokeWidth="2.4" strokeLinecap="round" />
      <g fill="var(--wheat)">
        <path d="M16 2c2.6 2.3 2.6 5.2 0 7.6c-2.6-2.4-2.6-5.3 0-7.6z" />
        <path d="M17.2 14.4c.2-3.4 2.3-5.4 5.8-5.6c-.2 3.4-2.3 5.4-5.8 5.6z" />
        <path d="M14.8 14.4c-.2-3.4-2.3-5.4-5.8-5.6c.2 3.4 2.3 5.4 5.8 5.6z" />
        <path d="M17.2 20.6c.2-3.4 2.3-5.4 5.8-5.6c-.2 3.4-2.3 5.4-5.8 5.6z" />
        <path d="M14.8 20.6c-.2-3.4-2.3-5.4-5.8-5.6c.2 3.4 2.3 5.4 5.8 5.6z" />
      </g>
    </svg>
  )
}
