import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import monoUrl from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url'
import { pngWithText } from '../../core/picture/png-document.ts'

/** Most pixels of a side, and of the whole: beyond these browsers give back an empty picture. */
const [mostOfSide, mostOfAll] = [16_000, 100_000_000]
const sharpness = 2

async function fontFace(family: string, url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return `@font-face{font-family:"${family}";font-weight:100 800;src:url("data:font/woff2;base64,${btoa(binary)}")}`
}

/** A picture cannot use the page's fonts, so they are put into it while it is drawn. */
async function withFonts(svg: string): Promise<string> {
  const faces = await Promise.all([fontFace('Inter', interUrl), fontFace('JetBrains Mono', monoUrl)])
  return svg.replace(/^(<svg [^>]*>)/, (tag) => `${tag}<style>${faces.join('')}</style>`)
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** An SVG picture as PNG, twice as sharp where it is not too large for that, with the document inside. */
export async function pngOf(svg: string, json: string): Promise<Uint8Array> {
  const image = await imageOf(await withFonts(svg))
  const { naturalWidth: width, naturalHeight: height } = image
  const scale = Math.min(
    sharpness,
    mostOfSide / Math.max(width, height),
    Math.sqrt(mostOfAll / (width * height)),
  )
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('no picture')
  return pngWithText(new Uint8Array(await blob.arrayBuffer()), json)
}
