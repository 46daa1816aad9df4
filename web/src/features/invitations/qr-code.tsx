import QRCode from 'qrcode'
import { useMemo } from 'react'

/** As a vector: sharp on paper and on any screen. Black on white in the dark theme too, or no camera reads it. */
export function QrCode({ text, label, size }: { text: string; label: string; size?: number }) {
  const { path, side } = useMemo(() => {
    const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
    const cells = Array.from(modules.data, (isDark, index) => {
      return isDark ? `M${String(index % modules.size)} ${String(Math.floor(index / modules.size))}h1v1h-1z` : ''
    })
    return { path: cells.join(''), side: modules.size }
  }, [text])
  const box = `-2 -2 ${String(side + 4)} ${String(side + 4)}`
  return (
    <svg role="img" aria-label={label} viewBox={box} width={size ?? '100%'} shapeRendering="crispEdges">
      <rect x="-2" y="-2" width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
